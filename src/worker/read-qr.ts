/**
 * Reads the QR code in a frame of the camera, away from the page, where the browser has no reader of its own.
 * Needs no network.
 */
import jsQR from 'jsqr';
import type { QrAnswer } from './qr-answer.ts';

let canvas: OffscreenCanvas | undefined;

addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  postMessage({ text: read(data) } satisfies QrAnswer);
});

function read(frame: ImageBitmap): string | null {
  const { width, height } = frame;
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) {
    [canvas.width, canvas.height] = [width, height];
  }
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.drawImage(frame, 0, 0);
  frame.close();
  const { data } = pen.getImageData(0, 0, width, height);
  try {
    // A badge is dark on light, always: looking for the reverse would take as long again.
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
  } catch {
    // A code that is broken in a way the reader did not foresee is not a badge.
    return null;
  }
}
