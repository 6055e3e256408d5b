import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFileBlobStore } from '../../../src/server/blobs/file-blob-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import {
  bring,
  bytesOf,
  falsePictures,
  filesIn,
  filesWithFate,
  hashOfHeld,
  shaOf,
} from './blob-folder.ts';

const day = 24 * 3_600_000;
const photo = bytesOf(3000, 1);
const signature = bytesOf(500, 2);
const sha256 = shaOf(photo);

/** Pictures in a folder, and what home's records name. */
async function openSwept(root = temporaryFolder()) {
  const blobs = await openFileBlobStore(root);
  const names = new Set<string>();
  const start = Date.now();
  return {
    root,
    blobs,
    names,
    isNamed: async (asked: readonly string[]) => new Set(asked.filter(one => names.has(one))),
    sweepOn: (
      atDay: number,
      isNamed = async (asked: readonly string[]) => new Set(asked.filter(one => names.has(one))),
    ) => blobs.sweep({ isNamed, now: start + atDay * day }),
  };
}

describe('11.5 bytes that nothing names are swept after 30 days', { timeout: 30_000 }, () => {
  test('and those that are named stay', async () => {
    const { blobs, names, sweepOn, root } = await openSwept();
    await bring(blobs, 'a', photo);
    await bring(blobs, 'a', signature);
    names.add(shaOf(signature));
    expect(await sweepOn(1)).toEqual({ pictures: 0, parts: 0 });
    expect(await sweepOn(30.9)).toEqual({ pictures: 0, parts: 0 });
    expect(await blobs.findHeld([sha256])).toEqual(new Set([sha256]));
    expect(await sweepOn(31.1)).toEqual({ pictures: 1, parts: 0 });
    expect(await blobs.findHeld([sha256, shaOf(signature)])).toEqual(new Set([shaOf(signature)]));
    expect(filesIn(root)).toHaveLength(1);
  });

  test('the days are those without a name: one that came late counts, old age does not', async () => {
    const { blobs, names, sweepOn } = await openSwept();
    await bring(blobs, 'a', photo);
    await sweepOn(1);
    names.add(sha256);
    await sweepOn(20);
    names.delete(sha256);
    await sweepOn(400);
    await sweepOn(429);
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
    await sweepOn(430.1);
    expect(await hashOfHeld(blobs, sha256)).toBeUndefined();
  });

  test('whoever hears that a picture is held, or brings it again, has 30 days more', async () => {
    const { blobs, sweepOn } = await openSwept();
    await bring(blobs, 'a', photo);
    await sweepOn(1);
    await blobs.confirm(sha256);
    await sweepOn(31.1);
    await bring(blobs, 'b', photo);
    await sweepOn(62);
    await sweepOn(91);
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
    await sweepOn(92.1);
    expect(await hashOfHeld(blobs, sha256)).toBeUndefined();
  });

  test('one that is named at the last moment comes back', async () => {
    const { blobs, names, isNamed, sweepOn } = await openSwept();
    await bring(blobs, 'a', photo);
    await sweepOn(1);
    let questions = 0;
    const namedMeanwhile = (asked: readonly string[]) => {
      questions += 1;
      if (questions === 2) names.add(sha256);
      return isNamed(asked);
    };
    expect(await sweepOn(32, namedMeanwhile)).toEqual({ pictures: 0, parts: 0 });
    expect(questions).toBe(2);
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
  });

  test('one that is brought while it goes is there afterwards', async () => {
    const { blobs, isNamed, sweepOn } = await openSwept();
    await bring(blobs, 'a', photo);
    await sweepOn(1);
    let brought: Promise<unknown> = Promise.resolve();
    await sweepOn(32, asked => {
      brought = bring(blobs, 'b', photo);
      return isNamed(asked);
    });
    expect(await brought).toEqual({ is: 'held' });
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
  });

  test('if nobody can say what is named, everything stays', async () => {
    const { blobs, isNamed, sweepOn } = await openSwept();
    await bring(blobs, 'a', photo);
    await sweepOn(1);
    let questions = 0;
    const failing = (asked: readonly string[]) =>
      (questions += 1) === 2 ? Promise.reject(new Error('no database')) : isNamed(asked);
    await expect(sweepOn(32, failing)).rejects.toThrow('no database');
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
    // What is left of that round, and the next.
    await sweepOn(33);
    await sweepOn(33);
    expect(await hashOfHeld(blobs, sha256)).toBeUndefined();
  });

  test('a part that nobody went on with for 30 days is dropped, a younger one stays', async () => {
    const { blobs, sweepOn } = await openSwept();
    const part = { device: 'a', sha256 };
    await blobs.append({ ...part, offset: 0, length: 3000, bytes: photo.subarray(0, 1000) });
    expect(await sweepOn(29)).toEqual({ pictures: 0, parts: 0 });
    expect(await blobs.offsetOf(part)).toBe(1000);
    expect(await sweepOn(31)).toEqual({ pictures: 0, parts: 1 });
    expect(await blobs.offsetOf(part)).toBe(0);
  });

  test('a copy that a killed server left is gone a day later', async () => {
    const { root, sweepOn } = await openSwept();
    writeFileSync(join(root, 'incoming', 'left'), 'half a copy');
    await sweepOn(0.5);
    expect(readdirSync(join(root, 'incoming'))).toEqual(['left']);
    await sweepOn(1.1);
    expect(readdirSync(join(root, 'incoming'))).toEqual([]);
  });

  test('a call does a bounded share of the work, and the next goes on from there', async () => {
    const { root, blobs } = await openSwept();
    const all = Array.from({ length: 1500 }, (_, n) => shaOf(bytesOf(8, n)));
    for (const name of all) {
      mkdirSync(join(root, 'pictures', name.slice(0, 2)), { recursive: true });
      writeFileSync(join(root, 'pictures', name.slice(0, 2), name), '');
    }
    const seen: number[] = [];
    const asked = new Set<string>();
    for (let call = 0; call < 2; call += 1) {
      const before = asked.size;
      await blobs.sweep({
        now: Date.now(),
        isNamed: async names => {
          for (const name of names) asked.add(name);
          return new Set(names);
        },
      });
      seen.push(asked.size - before);
    }
    expect(asked.size).toBe(all.length);
    expect(Math.max(...seen)).toBeLessThan(1100);
  });

  test('killed at whatever call to the disk, it has taken nothing that was named meanwhile', async () => {
    for (let last = 1; ; last += 1) {
      const { root, blobs, sweepOn } = await openSwept();
      await bring(blobs, 'a', photo);
      await bring(blobs, 'a', signature);
      await sweepOn(1);
      const { files } = filesWithFate(
        (_call, number) => (number < last ? 'made' : 'fails'),
        () => new Error('killed'),
      );
      const asked = new Map<string, number>();
      const swept = await openFileBlobStore(root, { files })
        .then(again =>
          again.sweep({
            now: Date.now() + 40 * day,
            isNamed: async names => {
              for (const name of names) asked.set(name, (asked.get(name) ?? 0) + 1);
              // Named after the first question: a photo never, a signature just now.
              return new Set(names.filter(one => one !== sha256 && (asked.get(one) ?? 0) > 1));
            },
          }),
        )
        .catch(() => undefined);
      const after = await openFileBlobStore(root);
      expect(await hashOfHeld(after, shaOf(signature))).toBe(shaOf(signature));
      expect(falsePictures(root)).toEqual([]);
      expect(swept?.pictures ?? 1).toBe(1);
      if (swept) break;
      expect(last).toBeLessThan(200);
    }
  });
});
