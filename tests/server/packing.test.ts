import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPacker, packingFor } from '../../src/server/http/packing.ts';

test.each(['br', 'gzip'] as const)(
  '6.3 a page packed with %s is read as soon as it is sent',
  async packing => {
    const packer = createPacker(packing);
    const unpacker = packing === 'br' ? createBrotliDecompress() : createGunzip();
    const pieces = packer.pipe(unpacker)[Symbol.asyncIterator]();
    for (const page of ['{"to":1}\n', '{"to":2}\n']) {
      packer.write(page);
      // The packer is not ended: whatever it held back would never come.
      expect(String((await pieces.next()).value)).toBe(page);
    }
    packer.destroy();
    unpacker.destroy();
  },
);

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['GZIP, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0.0, gzip;q=0', undefined],
])('who says %s gets %s', (accepted, packing) => {
  expect(packingFor(accepted)).toBe(packing);
});
