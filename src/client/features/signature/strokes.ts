/** A place on the pad, in thousandths of its width: the same on a tablet upright, lying, and on paper. */
export interface Point {
  x: number;
  y: number;
}

/** One line from where the pen came down to where it was lifted. */
export type Stroke = readonly Point[];

/** The pad's width and height in these units. It is twice as wide as high on every screen. */
export const padSize = { w: 1_000, h: 500 } as const;

/** Points nearer to the last one than this add nothing that an eye can see. */
const leastStep = 3;

/** More points than this are thinned: many times a signature, and still drawn anew within a frame. */
export const mostPoints = 5_000;

/** Shorter than a twentieth of the pad's width altogether is a slip of the finger. */
const leastInk = 50;

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

const isNumber = ({ x, y }: Point) => Number.isFinite(x) && Number.isFinite(y);

/** The stroke with a further point, kept on the pad; the same stroke if it adds nothing. */
export function extend(stroke: Stroke, point: Point): Stroke {
  if (!isNumber(point)) return stroke;
  const next = { x: within(point.x, padSize.w), y: within(point.y, padSize.h) };
  const last = stroke.at(-1);
  return last && distance(last, next) < leastStep ? stroke : [...stroke, next];
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** What stands on a pad: `dot` is ink that is too little to be anybody's sign. */
export function inkOf(strokes: readonly Stroke[]): 'none' | 'dot' | 'signature' {
  if (!strokes.some(stroke => stroke.length > 0)) return 'none';
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  return length < leastInk ? 'dot' : 'signature';
}

function lengthOf(stroke: Stroke): number {
  return stroke.reduce((sum, point, at) => sum + (at ? distance(stroke[at - 1]!, point) : 0), 0);
}

/** The strokes with at most `mostPoints` points, each still beginning and ending where it did. */
export function thin(strokes: readonly Stroke[]): readonly Stroke[] {
  let thinned = strokes;
  let step = leastStep;
  while (countPoints(thinned) > mostPoints && step < padSize.w) {
    step *= 2;
    thinned = thinned.map(stroke => thinStroke(stroke, step));
  }
  // Thousands of dots have nothing between them to leave out: the first ones stand for all.
  return countPoints(thinned) > mostPoints ? thinned.slice(0, mostPoints / 2) : thinned;
}

const countPoints = (strokes: readonly Stroke[]) =>
  strokes.reduce((sum, stroke) => sum + stroke.length, 0);

function thinStroke(stroke: Stroke, step: number): Stroke {
  const kept: Point[] = [];
  stroke.forEach((point, at) => {
    const last = kept.at(-1);
    const isEnd = at === stroke.length - 1;
    if (!last || isEnd || distance(last, point) >= step) kept.push(point);
  });
  return kept;
}
