import { readJpegHeader } from './jpeg-header.ts';

/** What a picture's first bytes say of it, before anything is decoded. */
export interface PictureHeader {
  type: 'jpeg' | 'png' | 'webp' | 'heif';
  /** Pixels, as they are stored. */
  w: number;
  h: number;
  /** How it is to be turned, EXIF 1 to 8; only JPEG's is read, decoders see to the others'. */
  orientation: number;
  /** Where the camera's notes stand (EXIF with the place, XMP), from byte to byte; JPEG only. */
  notes: readonly { from: number; to: number }[];
}

const text = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * Reads a header: undefined for what is no picture, `broken` for one that does not say how large it is.
 * `bytes` are the file's first, as many as there are up to a few megabytes: notes may stand before the size.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | 'broken' | undefined {
  const type = typeOf(bytes);
  if (!type) return undefined;
  const header = bytes.length < shortest ? undefined : readAs(type, bytes);
  return header && header.w > 0 && header.h > 0 ? header : 'broken';
}

/** No picture of any kind is as short as this, in bytes. */
const shortest = 30;

function typeOf(bytes: Uint8Array): PictureHeader['type'] | undefined {
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp';
  const brand = text(bytes, 4, 4) === 'ftyp' ? text(bytes, 8, 4) : '';
  return /^(hei|hev|mif1|msf1|avi[fs])/.test(brand) ? 'heif' : undefined;
}

function readAs(type: PictureHeader['type'], bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'jpeg':
      return readJpegHeader(view);
    case 'png':
      return plain('png', view.getUint32(16), view.getUint32(20));
    case 'webp':
      return readWebp(bytes, view);
    case 'heif':
      return readHeif(bytes, view);
  }
}

function plain(type: PictureHeader['type'], w: number, h: number): PictureHeader {
  return { type, w, h, orientation: 1, notes: [] };
}

function readWebp(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  switch (text(bytes, 12, 4)) {
    case 'VP8 ':
      return plain('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return plain('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X': {
      const sizes = [view.getUint32(23, true) >>> 8, view.getUint32(26, true) >>> 8] as const;
      return plain('webp', sizes[0] + 1, sizes[1] + 1);
    }
    default:
      return undefined;
  }
}

/** HEIC and AVIF hold several pictures, tiles among them: the largest is the photo. */
function readHeif(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  let largest: PictureHeader | undefined;
  for (let at = 8; at + 16 <= bytes.length; at += 1) {
    if (text(bytes, at, 4) !== 'ispe') continue;
    const found = plain('heif', view.getUint32(at + 8), view.getUint32(at + 12));
    if (!largest || found.w * found.h > largest.w * largest.h) largest = found;
  }
  return largest;
}
