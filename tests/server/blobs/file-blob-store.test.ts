import {
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/protocol/messages.ts';
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

const photo = bytesOf(700_000, 1);
const sha256 = shaOf(photo);

describe('11.2 home keeps the parts of each device apart', () => {
  test('a picture comes in pieces and is held when the last is there', async () => {
    const root = temporaryFolder();
    const blobs = await openFileBlobStore(root);
    const add = (offset: number, to: number) =>
      blobs.append({
        device: 'a',
        sha256,
        offset,
        length: photo.byteLength,
        bytes: photo.subarray(offset, to),
      });
    expect(await add(0, 300_000)).toEqual({ is: 'added', offset: 300_000 });
    expect(await blobs.offsetOf({ device: 'a', sha256 })).toBe(300_000);
    expect(await blobs.offsetOf({ device: 'b', sha256 })).toBe(0);
    expect(await blobs.confirm(sha256)).toBe(false);
    expect(await blobs.open(sha256)).toBeUndefined();
    expect(await add(0, 300_000)).toEqual({ is: 'elsewhere', offset: 300_000 });
    expect(await add(500_000, 700_000)).toEqual({ is: 'elsewhere', offset: 300_000 });
    expect(await add(300_000, 700_000)).toEqual({ is: 'held' });
    expect(await blobs.confirm(sha256)).toBe(true);
    expect(await hashOfHeld(blobs, sha256)).toBe(sha256);
    expect(await blobs.findHeld([sha256, shaOf(bytesOf(1))])).toEqual(new Set([sha256]));
    expect(filesIn(root)).toEqual([`pictures/${sha256.slice(0, 2)}/${sha256}`]);
  });

  test('wrong bytes are dropped, for that device alone', async () => {
    const blobs = await openFileBlobStore(temporaryFolder());
    const length = photo.byteLength;
    const half = photo.subarray(0, 350_000);
    await blobs.append({ device: 'a', sha256, offset: 0, length, bytes: half });
    const wrong = bytesOf(length, 2);
    expect(await blobs.append({ device: 'b', sha256, offset: 0, length, bytes: wrong })).toEqual({
      is: 'wrong',
    });
    expect(await blobs.confirm(sha256)).toBe(false);
    expect(await blobs.offsetOf({ device: 'a', sha256 })).toBe(350_000);
    expect(await blobs.offsetOf({ device: 'b', sha256 })).toBe(0);
    expect(await bring(blobs, 'b', photo)).toEqual({ is: 'held' });
    // What was begun elsewhere is no more needed.
    expect(await bring(blobs, 'a', photo)).toEqual({ is: 'held' });
    expect(await blobs.offsetOf({ device: 'a', sha256 })).toBe(0);
  });

  test('a part that is longer than the picture is dropped, so that the device is never stuck', async () => {
    const blobs = await openFileBlobStore(temporaryFolder());
    const bytes = photo.subarray(0, 5);
    const little = shaOf(bytes);
    await blobs.append({ device: 'a', sha256: little, offset: 0, length: 99, bytes: bytesOf(9) });
    expect(
      await blobs.append({ device: 'a', sha256: little, offset: 9, length: 5, bytes: bytesOf(0) }),
    ).toEqual({ is: 'wrong' });
    expect(await bring(blobs, 'a', bytes)).toEqual({ is: 'held' });
  });

  test('devices whose ids are odd, or differ by a capital, stay apart and inside', async () => {
    const outer = temporaryFolder();
    const blobs = await openFileBlobStore(join(outer, 'blobs'));
    const devices = ['..', '.', 'Tablet', 'tablet', '...'];
    for (const [index, device] of devices.entries()) {
      const bytes = photo.subarray(0, index + 1);
      await blobs.append({ device, sha256, offset: 0, length: 9, bytes });
    }
    for (const [index, device] of devices.entries())
      expect(await blobs.offsetOf({ device, sha256 })).toBe(index + 1);
    expect(readdirSync(outer)).toEqual(['blobs']);
    expect(readdirSync(join(outer, 'blobs/parts'))).toHaveLength(5);
  });

  test('two devices, or one twice, bring one picture at once', async () => {
    const root = temporaryFolder();
    const blobs = await openFileBlobStore(root);
    const other = await openFileBlobStore(root);
    const outcomes = await Promise.all([
      bring(blobs, 'a', photo, 50_000),
      bring(blobs, 'a', photo, 50_000),
      bring(blobs, 'b', photo, 60_000),
      bring(other, 'b', photo, 70_000),
      bring(other, 'c', photo, 80_000),
    ]);
    expect(outcomes.every(({ is }) => is === 'held')).toBe(true);
    expect(await hashOfHeld(other, sha256)).toBe(sha256);
    expect(falsePictures(root)).toEqual([]);
  });

  test('of a device that begins too many pictures the oldest part makes room', async () => {
    const root = temporaryFolder();
    const blobs = await openFileBlobStore(root);
    const begun = Array.from({ length: limits.unfinishedPictures }, (_, n) => shaOf(bytesOf(4, n)));
    const begin = (device: string, name: string) =>
      blobs.append({ device, sha256: name, offset: 0, length: 99, bytes: bytesOf(7) });
    for (const [index, name] of begun.entries()) {
      await begin('a', name);
      const part = filesIn(root).find(path => path.endsWith(name)) ?? '';
      utimesSync(join(root, part), 1000 + index, 1000 + index);
    }
    await begin('b', begun[0] ?? '');
    expect(await begin('a', sha256)).toEqual({ is: 'added', offset: 7 });
    const offsets = begun.map(name => blobs.offsetOf({ device: 'a', sha256: name }));
    expect(await Promise.all(offsets)).toEqual([0, ...begun.slice(1).map(() => 7)]);
    expect(await blobs.offsetOf({ device: 'b', sha256: begun[0] ?? '' })).toBe(7);
  });

  test('a link where a picture should be is not followed', async () => {
    const root = temporaryFolder();
    const blobs = await openFileBlobStore(root);
    writeFileSync(join(root, 'secret'), 'secret');
    mkdirSync(join(root, 'pictures', sha256.slice(0, 2)));
    symlinkSync(join(root, 'secret'), join(root, 'pictures', sha256.slice(0, 2), sha256));
    await expect(blobs.open(sha256)).rejects.toMatchObject({ code: 'ELOOP' });
  });
});

describe('a server that is killed', () => {
  test(
    'at whatever call to the disk it was, nothing false is held, and the device goes on',
    { timeout: 30_000 },
    async () => {
      const small = bytesOf(3000, 5);
      const name = shaOf(small);
      for (const fate of ['fails', 'half made'] as const) {
        for (let last = 1; ; last += 1) {
          const root = temporaryFolder();
          const { files, calls } = filesWithFate(
            (_call, number) => (number < last ? 'made' : number === last ? fate : 'fails'),
            () => new Error('killed'),
          );
          const before = openFileBlobStore(root, { files }).then(blobs =>
            bring(blobs, 'a', small, 1000),
          );
          const outcome = await before.catch(() => undefined);
          expect(falsePictures(root)).toEqual([]);
          const blobs = await openFileBlobStore(root);
          const isHeld = await blobs.confirm(name);
          // What was said to be held is held.
          expect([outcome === undefined, isHeld]).toContain(true);
          const offset = await blobs.offsetOf({ device: 'a', sha256: name });
          expect([0, 500, 1000, 1500, 2000, 2500, 3000]).toContain(offset);
          expect(await bring(blobs, 'a', small, 1000)).toEqual({ is: 'held' });
          expect(await hashOfHeld(blobs, name)).toBe(name);
          if (calls.length < last) break;
          expect(last).toBeLessThan(100);
        }
      }
    },
  );

  test('a picture is on the disk before it takes its name, and its name before anybody is told', async () => {
    const root = temporaryFolder();
    const { files, calls } = filesWithFate(
      () => 'made',
      () => new Error('never'),
    );
    const blobs = await openFileBlobStore(root, { files, newId: () => 'copy' });
    calls.length = 0;
    await bring(blobs, 'a', photo, photo.byteLength);
    const shelf = `pictures/${sha256.slice(0, 2)}`;
    expect(
      calls
        .map(call => call.replace(`${root}/`, ''))
        .filter(call => /^(write|sync|mkdir pictures|rename)/.test(call)),
    ).toEqual([
      'sync parts',
      'write',
      'write',
      'write',
      'write',
      'sync incoming/copy',
      `mkdir ${shelf}`,
      'sync pictures',
      `rename ${shelf}/${sha256}`,
      `sync ${shelf}`,
    ]);
  });
});

describe('a disk that is full', () => {
  test('is said so, whichever write it was; nothing false is held, and the device goes on later', async () => {
    const small = bytesOf(3000, 6);
    for (let last = 1; last <= 6; last += 1) {
      const root = temporaryFolder();
      let writes = 0;
      const disk = { isFull: true };
      const { files } = filesWithFate(
        call => (call === 'write' && disk.isFull && (writes += 1) >= last ? 'half made' : 'made'),
        () => Object.assign(new Error('full'), { code: 'ENOSPC' }),
      );
      const blobs = await openFileBlobStore(root, { files });
      const brought = bring(blobs, 'a', small, 1000);
      const outcome = await brought.catch((error: unknown) => error);
      expect(outcome).toMatchObject(last <= 4 ? { code: 'server-full' } : { is: 'held' });
      expect(falsePictures(root)).toEqual([]);
      expect(readdirSync(join(root, 'incoming'))).toEqual([]);
      disk.isFull = false;
      expect(await bring(blobs, 'a', small, 1000)).toEqual({ is: 'held' });
      expect(existsSync(join(root, 'pictures', shaOf(small).slice(0, 2), shaOf(small)))).toBe(true);
    }
  });
});
