/**
 * Makes a photo small, away from the page: upright, its long edge 1,280 pixels, about 250 kB of JPEG. It is drawn
 * anew, so nothing that the camera wrote beside the picture (where, when, with what) comes along.
 */
import type { PhotoAnswer, PhotoTrouble } from './photo-answer.ts';
import { readPictureHead } from './picture-size.ts';

const longEdge = 1280;
const wantedBytes = 250_000;
/** Unpacked, 40 megapixels are 160 MB: more, and a phone of 2 GB kills the page. */
const mostPixels = 40_000_000;
/** A frame's size stands within these first bytes unless the camera wrote more before it. */
const headBytes = 512 * 1024;
const qualities = [0.82, 0.7, 0.58, 0.45, 0.32];

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void answer(data);
});

async function answer(file: Blob): Promise<void> {
  try {
    const { bytes, w, h } = await shrink(file);
    postMessage({ ok: true, bytes, w, h } satisfies PhotoAnswer, { transfer: [bytes] });
  } catch (error) {
    const trouble = error instanceof Trouble ? error.trouble : 'unreadable';
    postMessage({ ok: false, trouble } satisfies PhotoAnswer);
  }
}

class Trouble extends Error {
  readonly trouble: PhotoTrouble;

  constructor(trouble: PhotoTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

async function shrink(file: Blob): Promise<{ bytes: ArrayBuffer; w: number; h: number }> {
  const head = readPictureHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if (head.kind === 'unknown') throw new Trouble('unreadable');
  if (head.w !== undefined && head.h !== undefined && head.w * head.h > mostPixels)
    throw new Trouble('too-many-pixels');
  const bitmap = await decode(file, head.kind === 'heic');
  const scale = Math.min(1, longEdge / Math.max(bitmap.width, bitmap.height));
  const w = Math.max(1, Math.round(bitmap.width * scale));
  const h = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(w, h);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Trouble('unreadable');
  pen.imageSmoothingQuality = 'high';
  // What is see-through becomes paper, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, w, h);
  pen.drawImage(bitmap, 0, 0, w, h);
  bitmap.close();
  for (const quality of qualities) {
    const packed = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (packed.size <= wantedBytes || quality === qualities.at(-1))
      return { bytes: await packed.arrayBuffer(), w, h };
  }
  throw new Trouble('unreadable');
}

async function decode(file: Blob, isHeic: boolean): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new Trouble(isHeic ? 'format' : 'unreadable');
  }
}
