import { drawStrokes } from './draw-strokes.ts';
import { padSize, thin, type Stroke } from './strokes.ts';

/** A signature as it is kept and sent. */
export interface PaintedSignature {
  bytes: ArrayBuffer;
  w: number;
  h: number;
}

/** A signature's bytes at most: fifty of them a day go through a weak signal. */
const mostBytes = 10_000;

/** Pixels. The first is 300 dots an inch on the 5 cm that a sheet leaves for a signature. */
const widths = [600, 480, 360, 240];

/** Paints strokes as a small PNG, dark on white so that it prints and stands on any paper. */
export async function paintSignature(strokes: readonly Stroke[]): Promise<PaintedSignature> {
  const thinned = thin(strokes);
  let painted: PaintedSignature | undefined;
  for (const width of widths) {
    painted = await paintAt(thinned, width);
    if (painted.bytes.byteLength <= mostBytes) break;
  }
  return painted!;
}

async function paintAt(strokes: readonly Stroke[], w: number): Promise<PaintedSignature> {
  const h = Math.round((w * padSize.h) / padSize.w);
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!pen) throw new Error('canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, w, h);
  drawStrokes(pen, strokes, w);
  const picture = pen.getImageData(0, 0, w, h);
  flatten(picture.data);
  pen.putImageData(picture, 0, 0);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('canvas');
  return { bytes: await blob.arrayBuffer(), w, h };
}

/** Leaves four greys from black to white: edges stay smooth, and the file is half as large. */
function flatten(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.round(pixels[at]! / 85) * 85;
}
