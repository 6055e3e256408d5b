import type { PictureHeader } from './picture-header.ts';

const markers = { sos: 0xda, eoi: 0xd9, app1: 0xe1 } as const;

/** Markers of a frame carry its size: C0 to CF but for three that are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand alone, without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Walks a JPEG's segments up to the picture itself. Undefined if it breaks off before its size. */
export function readJpegHeader(view: DataView): PictureHeader | undefined {
  const notes: { from: number; to: number }[] = [];
  let orientation: number | undefined;
  let size: { w: number; h: number } | undefined;

  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === markers.sos || marker === markers.eoi) break;
    // Any number of FF may stand before a marker.
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === markers.app1) {
      notes.push({ from: at, to: end });
      orientation ??= readOrientation(view, at + 4, end);
    }
    if (isFrame(marker) && at + 9 <= view.byteLength)
      size ??= { h: view.getUint16(at + 5), w: view.getUint16(at + 7) };
    at = end;
  }
  return size && { type: 'jpeg', ...size, orientation: orientation ?? 1, notes };
}

/** The tag that says how the camera was held; undefined for notes that are no EXIF or hold nonsense. */
function readOrientation(view: DataView, from: number, to: number): number | undefined {
  // `Exif`, two zeros, then a TIFF: its byte order, 42, and where its first directory stands.
  const end = Math.min(to, view.byteLength);
  const tiff = from + 6;
  if (tiff + 8 > end || view.getUint32(from) !== 0x45786966) return undefined;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > end) return undefined;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const orientation = view.getUint16(at + 8, isLittle);
    return orientation >= 1 && orientation <= 8 ? orientation : undefined;
  }
  return undefined;
}
