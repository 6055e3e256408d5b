/** First bytes of pictures, as cameras write them, with any size they may claim. */

/** The bytes of these parts, one after the other; a text counts one byte a character. */
export function joined(...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array {
  const bytes = parts.map(part =>
    typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part),
  );
  return Uint8Array.from(Buffer.concat(bytes));
}

const be16 = (value: number) => [(value >> 8) & 255, value & 255];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number) => be16(value).reverse();
const le32 = (value: number) => be32(value).reverse();

/** What a camera notes of one photo: how it was held, and where (the latitude, in an APP1 segment). */
export function exifSegment(
  orientation: number,
  { isLittle = false, latitude = [2, 12, 36] }: { isLittle?: boolean; latitude?: number[] } = {},
): Uint8Array {
  const u16 = isLittle ? le16 : be16;
  const u32 = isLittle ? le32 : be32;
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  // Two directories, each: how many entries, the entries, where the next one stands.
  const placeAt = 8 + 2 + 2 * 12 + 4;
  const degreesAt = placeAt + 2 + 2 * 12 + 4;
  const tiff = [
    ...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...u16(42),
    ...u32(8),
    ...u16(2),
    ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, u32(placeAt)),
    ...u32(0),
    ...u16(2),
    ...entry(0x0001, 2, 2, [0x53, 0, 0, 0]),
    ...entry(0x0002, 5, 3, u32(degreesAt)),
    ...u32(0),
    ...latitude.flatMap(part => [...u32(part), ...u32(1)]),
  ];
  const body = joined('Exif\0\0', tiff);
  return joined([0xff, 0xe1], be16(body.length + 2), body);
}

/** The same JPEG with what a camera notes of it. */
export function withNotes(jpeg: Uint8Array, orientation: number): Uint8Array {
  return joined(jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2));
}

/** A segment of a JPEG that says nothing of the picture. */
export function otherSegment(marker: number, length: number): Uint8Array {
  return joined([0xff, marker], be16(length + 2), new Uint8Array(length));
}

/** A JPEG up to the picture itself. */
export function jpegHead(w: number, h: number, segments: readonly Uint8Array[] = []): Uint8Array {
  const frame = [8, ...be16(h), ...be16(w), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return joined(
    [0xff, 0xd8],
    ...segments,
    otherSegment(0xdb, 65),
    [0xff, 0xc0],
    be16(frame.length + 2),
    frame,
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
  );
}

/** A PNG's first chunk. */
export function pngHead(w: number, h: number): Uint8Array {
  return joined('\x89PNG\r\n\x1a\n', be32(13), 'IHDR', be32(w), be32(h), [8, 2, 0, 0, 0], be32(0));
}

/** A WebP of each of its three sorts. */
export function webpHead(sort: 'VP8 ' | 'VP8L' | 'VP8X', w: number, h: number): Uint8Array {
  const sizes = {
    'VP8 ': [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(w), ...le16(h)],
    VP8L: [0x2f, ...le32((w - 1) | ((h - 1) << 14)), 0, 0, 0, 0, 0],
    VP8X: [0, 0, 0, 0, ...le32(w - 1).slice(0, 3), ...le32(h - 1).slice(0, 3)],
  }[sort];
  return joined('RIFF', le32(1000), 'WEBP', sort, le32(10), sizes);
}

/** A HEIC with the sizes of its tile and of its whole. */
export function heicHead(w: number, h: number): Uint8Array {
  const size = (wide: number, high: number) =>
    joined(be32(20), 'ispe', be32(0), be32(wide), be32(high));
  return joined(
    be32(24),
    'ftypheic',
    be32(0),
    'mif1heic',
    be32(400),
    'meta',
    be32(0),
    size(512, 512),
    size(w, h),
  );
}
