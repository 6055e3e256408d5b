import { describe, expect, test } from 'vitest';
import { readPictureHeader } from '../../src/worker/picture-header.ts';
import {
  exifSegment,
  heicHead,
  joined,
  jpegHead,
  otherSegment,
  pngHead,
  webpHead,
} from '../support/picture-heads.ts';

test.each([
  ['jpeg', jpegHead(4000, 3000)],
  ['png', pngHead(4000, 3000)],
  ['webp', webpHead('VP8 ', 4000, 3000)],
  ['webp', webpHead('VP8L', 4000, 3000)],
  ['webp', webpHead('VP8X', 4000, 3000)],
  ['heif', heicHead(4000, 3000)],
])('the size of a %s is read from its first bytes', (type, bytes) => {
  expect(readPictureHeader(bytes)).toMatchObject({ type, w: 4000, h: 3000, orientation: 1 });
});

describe('of a JPEG', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is read in both byte orders', orientation => {
    for (const isLittle of [false, true]) {
      const bytes = jpegHead(40, 30, [exifSegment(orientation, { isLittle })]);
      expect(readPictureHeader(bytes)).toMatchObject({ orientation });
    }
  });

  test('all that a camera notes is found, wherever it stands, and nothing else', () => {
    const exif = exifSegment(6);
    const jfif = otherSegment(0xe0, 14);
    const xmp = otherSegment(0xe1, 300);
    const header = readPictureHeader(
      jpegHead(40, 30, [jfif, exif, otherSegment(0xe2, 60_000), xmp]),
    );
    const first = 2 + jfif.length;
    const second = first + exif.length + 60_004;
    expect(header).toMatchObject({
      w: 40,
      orientation: 6,
      notes: [
        { from: first, to: first + exif.length },
        { from: second, to: second + xmp.length },
      ],
    });
  });

  test('fill bytes before a marker are no end', () => {
    const bytes = jpegHead(40, 30, [joined([0xff, 0xff, 0xff], exifSegment(3))]);
    expect(readPictureHeader(bytes)).toMatchObject({ w: 40, h: 30, orientation: 3 });
  });

  test('an orientation that there is not counts as none', () => {
    const bytes = jpegHead(40, 30, [exifSegment(77)]);
    expect(readPictureHeader(bytes)).toMatchObject({ orientation: 1 });
  });

  test('wherever it breaks off, it is broken or read, and never fails', () => {
    const whole = jpegHead(40, 30, [exifSegment(6)]);
    const outcomes = Array.from(whole, (_byte, length) => {
      const header = readPictureHeader(whole.slice(0, length));
      return typeof header === 'object' ? 'read' : (header ?? 'none');
    });
    expect(outcomes.indexOf('broken')).toBe(3);
    expect(outcomes.lastIndexOf('broken')).toBeLessThan(outcomes.indexOf('read'));
  });

  test('whatever byte is spoiled, reading it never fails', () => {
    const whole = jpegHead(40, 30, [exifSegment(6)]);
    for (let at = 0; at < whole.length; at += 1)
      for (const value of [0, 1, 127, 255]) {
        const spoiled = whole.slice();
        spoiled[at] = value;
        expect(() => readPictureHeader(spoiled)).not.toThrow();
      }
  });
});

test.each([
  ['nothing', joined('')],
  ['a text', joined('x'.repeat(100))],
  ['a page', joined('<!doctype html><html><body>Masuk ke Wi-Fi</body></html>')],
  ['a GIF', joined('GIF89a', new Uint8Array(50))],
  ['a film', joined([0, 0, 0, 24], 'ftypisom', new Uint8Array(50))],
])('%s is no picture', (_what, bytes) => {
  expect(readPictureHeader(bytes)).toBeUndefined();
});

test.each([
  ['a JPEG without its size', joined([0xff, 0xd8, 0xff, 0xd9], new Uint8Array(50))],
  ['a PNG of no width', pngHead(0, 30)],
  ['a WebP of an unknown sort', joined('RIFF\0\0\0\0WEBPVP9 ', new Uint8Array(30))],
  ['a HEIC without its size', joined([0, 0, 0, 24], 'ftypheic', new Uint8Array(50))],
  ['a PNG that ends at once', pngHead(40, 30).slice(0, 12)],
])('%s is a broken one', (_what, bytes) => {
  expect(readPictureHeader(bytes)).toBe('broken');
});
