import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/client/device/sha256.ts';
import { announceSeed } from '../../support/seed.ts';

announceSeed('client/device/sha256');

test('is the same with the browser’s crypto and, on plain http, without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
      const buffer = bytes.slice().buffer;
      const expected = createHash('sha256').update(bytes).digest('hex');
      expect(await sha256(buffer)).toBe(expected);
      expect(await sha256(buffer, null)).toBe(expected);
    }),
  );
});
