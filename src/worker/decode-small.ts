import type { PictureHeader } from './picture-header.ts';

/** A picture in memory, about as small as it was wanted, lying as it is stored. Close it when it is drawn. */
export interface Decoded {
  source: ImageBitmap | VideoFrame;
  w: number;
  h: number;
}

/**
 * Decodes a picture so that its long edge is at least `edge` pixels, or as long as it is. Browsers of our
 * range disagree about who turns a photo, and about turning and resizing at once; so a JPEG is decoded
 * without its camera's notes, as it lies. Throws if it cannot be read.
 */
export async function decodeSmall(
  file: Blob,
  header: PictureHeader,
  edge: number,
): Promise<Decoded> {
  const { w, h, notes } = header;
  const picture = notes.length === 0 ? file : without(file, notes);
  const inEighths = await decodeInEighths(picture, header, edge);
  if (inEighths) return inEighths;

  // One side only: the other follows, also if the decoder turns it after all.
  const side = w >= h ? { resizeWidth: edge } : { resizeHeight: edge };
  const isLarge = Math.max(w, h) > edge;
  const bitmap = await (isLarge
    ? createImageBitmap(picture, { ...side, resizeQuality: 'medium' })
    : createImageBitmap(picture));
  return { source: bitmap, w: bitmap.width, h: bitmap.height };
}

/**
 * A JPEG can be decoded to any eighth of its size, without ever being whole in memory. Undefined where the
 * browser has no such decoder (or the page no TLS), or it does not give what is wanted.
 */
async function decodeInEighths(
  picture: Blob,
  { type, w, h }: PictureHeader,
  edge: number,
): Promise<Decoded | undefined> {
  const long = Math.max(w, h);
  if (type !== 'jpeg' || long <= edge || !('ImageDecoder' in globalThis)) return undefined;
  const eighths = Math.min(8, Math.ceil((8 * edge) / long));
  const decoder = new ImageDecoder({
    type: 'image/jpeg',
    data: picture.stream(),
    desiredWidth: Math.ceil((w * eighths) / 8),
    desiredHeight: Math.ceil((h * eighths) / 8),
  });
  try {
    const { image } = await decoder.decode();
    const decoded = { source: image, w: image.displayWidth, h: image.displayHeight };
    if (Math.max(decoded.w, decoded.h) >= edge) return decoded;
    image.close();
    return undefined;
  } catch {
    // The other way knows more sorts of JPEG, or says that it is none.
    return undefined;
  } finally {
    decoder.close();
  }
}

/** The file without those parts; copies nothing. */
function without(file: Blob, parts: PictureHeader['notes']): Blob {
  const kept: Blob[] = [];
  let at = 0;
  for (const { from, to } of parts) {
    kept.push(file.slice(at, from));
    at = to;
  }
  return new Blob([...kept, file.slice(at)], { type: 'image/jpeg' });
}
