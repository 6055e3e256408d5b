import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawStrokes, type Pen } from '../../../src/client/features/signature/draw-strokes.ts';
import {
  extend,
  inkOf,
  mostPoints,
  thin,
  type Point,
  type Stroke,
} from '../../../src/client/features/signature/strokes.ts';

const line = (points: readonly Point[]) => points.reduce<Stroke>(extend, []);

/** A hand that goes from left to right in waves, told at so many places. */
const wave = (points: number) =>
  line(
    Array.from({ length: points }, (_, at) => ({
      x: 100 + (800 * at) / points,
      y: 250 + 150 * Math.sin(at / (points / 40)),
    })),
  );

const points = (strokes: readonly Stroke[]) => strokes.reduce((sum, one) => sum + one.length, 0);

/** How far a place lies from a line. */
function distanceTo(stroke: Stroke, { x, y }: Point): number {
  const pieces = stroke.slice(1).map((to, at) => {
    const from = stroke[at] ?? to;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
    const share = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
  });
  return Math.min(...pieces);
}

test('a pad without ink, with a dot, and with a signature are told apart', () => {
  expect(inkOf([])).toBe('none');
  expect(inkOf([[]])).toBe('none');
  expect(inkOf([line([{ x: 5, y: 5 }])])).toBe('dot');
  expect(inkOf([line([{ x: 5, y: 5 }]), line([{ x: 900, y: 400 }])])).toBe('dot');
  expect(
    inkOf([
      line([
        { x: 5, y: 5 },
        { x: 30, y: 20 },
      ]),
    ]),
  ).toBe('dot');
  expect(inkOf([wave(50)])).toBe('signature');
});

test('a cross, with which somebody signs who does not write, is a signature', () => {
  const cross = [
    line([
      { x: 400, y: 200 },
      { x: 480, y: 280 },
    ]),
    line([
      { x: 480, y: 200 },
      { x: 400, y: 280 },
    ]),
  ];
  expect(inkOf(cross)).toBe('signature');
});

test('a hand that trembles in one place leaves one point, and one that leaves the pad stays on it', () => {
  const trembling = line([
    { x: 10, y: 10 },
    { x: 11, y: 11 },
    { x: 10.5, y: 9 },
  ]);
  expect(trembling).toEqual([{ x: 10, y: 10 }]);
  const out = line([
    { x: -50, y: 100 },
    { x: 2_000, y: 900 },
    { x: Number.NaN, y: 5 },
  ]);
  expect(out).toEqual([
    { x: 0, y: 100 },
    { x: 1_000, y: 500 },
  ]);
});

test('ten thousand points become few, and look the same', () => {
  const scribble = Array.from({ length: 10 }, () => wave(1_000));
  const thinned = thin(scribble);
  expect(points(scribble)).toBeGreaterThan(mostPoints);
  expect(points(thinned)).toBeLessThanOrEqual(mostPoints);
  thinned.forEach((stroke, at) => {
    expect(stroke[0]).toEqual(scribble[at]?.[0]);
    expect(stroke.at(-1)).toEqual(scribble[at]?.at(-1));
  });
  // No place of the scribble is further from what is left than a hundredth of the pad or so.
  const left = thinned[0] ?? [];
  const farthest = Math.max(...(scribble[0] ?? []).map(point => distanceTo(left, point)));
  expect(farthest).toBeLessThanOrEqual(12);
});

test('ten thousand dots become few', () => {
  const dots = Array.from({ length: 10_000 }, (_, at): Stroke => [{ x: at % 1_000, y: at % 500 }]);
  expect(points(thin(dots))).toBeLessThanOrEqual(mostPoints);
});

test('whatever a hand does, thinning keeps it on the pad, small, and still ink', () => {
  const place = fc.record({
    x: fc.double({ min: -100, max: 1_100 }),
    y: fc.double({ min: -100, max: 600 }),
  });
  const strokes = fc.array(fc.array(place, { minLength: 1, maxLength: 400 }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(strokes, hands => {
      const drawn = hands.map(line);
      const thinned = thin(drawn);
      expect(points(thinned)).toBeLessThanOrEqual(mostPoints);
      expect(inkOf(thinned) === 'none').toBe(inkOf(drawn) === 'none');
      for (const { x, y } of thinned.flat()) {
        expect(x >= 0 && x <= 1_000 && y >= 0 && y <= 500).toBe(true);
      }
    }),
  );
});

test('a stroke is one line through the middles of its points, as wide as the canvas asks', () => {
  const calls: string[] = [];
  const note =
    (name: string) =>
    (...numbers: unknown[]) =>
      void calls.push([name, ...numbers.map(one => Math.round(Number(one)))].join(' '));
  const pen: Pen = {
    lineWidth: 0,
    lineCap: 'butt',
    lineJoin: 'miter',
    beginPath: note('begin'),
    moveTo: note('move'),
    lineTo: note('line'),
    quadraticCurveTo: note('curve'),
    stroke: note('stroke'),
  };
  drawStrokes(
    pen,
    [
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 100 },
      ],
      [],
    ],
    500,
  );
  expect(calls).toEqual(['begin', 'move 0 0', 'curve 50 0 50 25', 'line 50 50', 'stroke']);
  expect(pen.lineWidth).toBe(3.5);
});
