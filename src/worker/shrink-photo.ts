/**
 * Makes a photo small, away from the page: upright, its long edge 1,280 pixels, about 250 kB of JPEG. It is drawn
 * anew, so nothing that the camera wrote beside the picture (where, when, with what) comes along.
 */
import { decodeSmall } from './decode-small.ts';
import type { PhotoAnswer, PhotoTrouble } from './photo-answer.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';
import { uprightTransform } from './upright.ts';

const longEdge = 1280;
const wantedBytes = 250_000;
/** Unpacked, 40 megapixels are 160 MB: more, and a phone of 2 GB kills the page. */
const mostPixels = 40_000_000;
/** A header is looked for in so many of the first bytes: cameras put depth and motion before the size. */
const headBytes = 4 * 1024 * 1024;
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
  const header = readPictureHeader(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if (!header || header === 'broken') throw new Trouble('unreadable');
  if (header.w * header.h > mostPixels) throw new Trouble('too-many-pixels');
  const canvas = await drawUpright(file, header);
  const { width: w, height: h } = canvas;
  for (const quality of qualities) {
    const packed = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (packed.size <= wantedBytes || quality === qualities.at(-1))
      return { bytes: await packed.arrayBuffer(), w, h };
  }
  throw new Trouble('unreadable');
}

async function drawUpright(file: Blob, header: PictureHeader): Promise<OffscreenCanvas> {
  const decoded = await decodeSmall(file, header, longEdge).catch(() => {
    throw new Trouble(header.type === 'heif' ? 'format' : 'unreadable');
  });
  try {
    const scale = Math.min(1, longEdge / Math.max(decoded.w, decoded.h));
    const w = Math.max(1, Math.round(decoded.w * scale));
    const h = Math.max(1, Math.round(decoded.h * scale));
    const isOnItsSide = header.orientation >= 5;
    const canvas = new OffscreenCanvas(isOnItsSide ? h : w, isOnItsSide ? w : h);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Trouble('unreadable');
    // What is see-through becomes paper, not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.setTransform(...uprightTransform(header.orientation, canvas.width, canvas.height));
    pen.drawImage(decoded.source, 0, 0, w, h);
    return canvas;
  } finally {
    decoded.source.close();
  }
}
