/** What a picture file's first bytes tell: its kind, and its size in pixels where they tell that. */
export interface PictureHead {
  kind: 'jpeg' | 'png' | 'webp' | 'heic' | 'unknown';
  w?: number;
  h?: number;
}

/** Reads the head of a picture file without decoding it. Never throws. */
export function readPictureHead(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number, length: number) =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  if (bytes.length >= 24 && word(1, 3) === 'PNG') {
    return { kind: 'png', w: view.getUint32(16), h: view.getUint32(20) };
  }
  if (bytes.length >= 30 && word(0, 4) === 'RIFF' && word(8, 4) === 'WEBP') {
    return { kind: 'webp', ...webpSize(view, word(12, 4)) };
  }
  if (bytes.length >= 12 && word(4, 4) === 'ftyp') return { kind: 'heic' };
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) {
    return { kind: 'jpeg', ...jpegSize(view) };
  }
  return { kind: 'unknown' };
}

function webpSize(view: DataView, chunk: string): Partial<PictureHead> {
  if (chunk === 'VP8X') {
    const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { w: three(24) + 1, h: three(27) + 1 };
  }
  if (chunk === 'VP8 ') {
    return { w: view.getUint16(26, true) & 0x3fff, h: view.getUint16(28, true) & 0x3fff };
  }
  const bits = view.getUint32(21, true);
  return { w: (bits & 0x3fff) + 1, h: ((bits >> 14) & 0x3fff) + 1 };
}

/** Goes from segment to segment to the one that begins the frame. */
function jpegSize(view: DataView): Partial<PictureHead> {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { h: view.getUint16(at + 5), w: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return {};
}
