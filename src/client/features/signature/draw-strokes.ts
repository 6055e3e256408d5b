import { padSize, type Stroke } from './strokes.ts';

/** The little of a canvas that drawing needs. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke'
> & { lineWidth: number; lineCap: CanvasLineCap; lineJoin: CanvasLineJoin };

/** Thousandths of the pad's width: a ballpoint on a line of an attendance sheet. */
const penWidth = 7;

/** Draws strokes on a canvas so many pixels wide, as one smooth line each. The colour is the caller's. */
export function drawStrokes(pen: Pen, strokes: readonly Stroke[], width: number): void {
  const scale = width / padSize.w;
  pen.lineWidth = Math.max(1.25, penWidth * scale);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const stroke of strokes) {
    const points = stroke.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last) continue;
    pen.beginPath();
    pen.moveTo(first.x, first.y);
    // Through the middles, bent towards the points: no corner is left where the hand made none.
    for (let at = 1; at < points.length - 1; at += 1) {
      const [point, next] = [points[at]!, points[at + 1]!];
      pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
    }
    // A point alone becomes a dot, as the tip of a pen leaves it.
    pen.lineTo(last.x, last.y + (points.length === 1 ? 0.01 : 0));
    pen.stroke();
  }
}
