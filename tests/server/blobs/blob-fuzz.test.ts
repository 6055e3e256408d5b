import { expect, test } from 'vitest';
import { blobPath, limits, mediaType } from '../../../src/protocol/messages.ts';
import { announceSeed, createChance } from '../../support/seed.ts';
import { bringOver, openBlobHome } from './blob-home.ts';
import { bytesOf, falsePictures, hashOfHeld, shaOf } from './blob-folder.ts';

const seed = announceSeed('blob-fuzz');
const runs = Number(process.env['RUNS'] ?? 2000);

const expected = new Set([200, 201, 204, 400, 401, 403, 404, 409, 413, 415, 422, 429]);

test(
  'whatever comes, many at once: never a bug, never much memory, and true pictures still get through',
  { timeout: 60_000 },
  async () => {
    const chance = createChance(seed);
    const home = await openBlobHome();
    const pictures = Array.from({ length: 6 }, (_, n) =>
      bytesOf(1 + chance.below(40_000), seed + n),
    );
    const devices = ['a', 'b', 'c', '..', 'shut-out', 'nobody'];
    home.revoked.add('shut-out');
    for (const picture of pictures) home.letRead('b', shaOf(picture));

    const oddNumbers = [
      '',
      '-1',
      '1.5',
      'NaN',
      '1e3',
      '0x10',
      ' 7',
      '9'.repeat(30),
      '8388609',
      'null',
    ];
    const number = (near: number) =>
      chance.happens(0.15)
        ? chance.pick(oddNumbers)
        : String(chance.pick([0, near, near + 1, near - 1, chance.below(50_000)]));

    const body = (bytes: Uint8Array<ArrayBuffer>): BodyInit => {
      const sort = chance.below(10);
      if (sort === 0) return new Uint8Array();
      if (sort === 1) return bytesOf(chance.below(60_000), chance.below(1000));
      if (sort === 2) return new Uint8Array(limits.pieceBytes + chance.below(3) - 1);
      if (sort > 4) return bytes;
      let isOver = false;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (!isOver) controller.enqueue(bytes);
          else if (sort === 3) controller.error(new Error('cable pulled'));
          else controller.close();
          isOver = true;
        },
      });
    };

    async function askOdd(): Promise<Response> {
      const picture = chance.pick(pictures);
      const device = chance.pick(devices);
      const name = chance.happens(0.9)
        ? shaOf(picture)
        : chance.pick([shaOf(bytesOf(3)), 'x', '%2e%2e', '%ff%fe', shaOf(picture).toUpperCase()]);
      const sha256 = shaOf(picture);
      const isHonest = chance.happens(0.5);
      const at = isHonest ? await home.blobs.offsetOf({ device, sha256 }) : chance.below(40_000);
      const piece = picture.slice(at, at + 1 + chance.below(20_000));
      const headers: Record<string, string> = {
        'Content-Type': chance.happens(0.9) ? mediaType.bytes : 'text/html',
        ...(device !== 'nobody' && home.authOf(device)),
      };
      if (chance.happens(0.95)) headers['Upload-Offset'] = isHonest ? String(at) : number(at);
      if (chance.happens(0.95))
        headers['Upload-Length'] = isHonest
          ? String(picture.byteLength)
          : number(picture.byteLength);
      if (chance.happens(0.05)) headers['Content-Length'] = number(piece.byteLength);
      if (chance.happens(0.03)) headers['Content-Encoding'] = chance.pick(['gzip', 'identity', '']);
      const method = chance.happens(0.8)
        ? 'PATCH'
        : chance.pick(['HEAD', 'HEAD', 'GET', 'GET', 'PUT', 'DELETE']);
      const init: RequestInit = { method, headers };
      if (method !== 'HEAD' && method !== 'GET')
        Object.assign(init, { body: body(piece), duplex: 'half' });
      if (chance.happens(0.02)) home.hand.waitMs = chance.happens(0.2) ? 5000 : 0;
      return home.ask(blobPath(name), init);
    }

    let most = 0;
    const odd: unknown[] = [];
    const seen = new Set<number>();
    const before = process.memoryUsage().arrayBuffers;
    // Chance may leave a rare answer out of one share: then a little more is asked.
    for (let done = 0; done < runs || (seen.size < expected.size && done < runs * 5);) {
      const batch = Array.from({ length: 1 + chance.below(40) }, askOdd);
      done += batch.length;
      for (const answer of await Promise.all(batch)) {
        const text = await answer.text();
        seen.add(answer.status);
        const isProblem = answer.headers.get('Content-Type') === mediaType.problem;
        const offset = answer.headers.get('Upload-Offset') ?? '';
        if (!expected.has(answer.status)) odd.push([answer.status, text]);
        if (answer.status >= 400 && text !== '' && !isProblem) odd.push([answer.status, text]);
        if ([201, 204, 409].includes(answer.status) && !/^\d+$/.test(offset))
          odd.push([answer.status, 'no offset']);
      }
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(odd).toEqual([]);
    // Had all of them, so that this is known to ask what it means to ask.
    expect(seen).toEqual(expected);
    expect(home.logged.filter(({ err }) => err !== undefined)).toEqual([]);
    expect(most).toBeLessThan(64 * 1024 * 1024);
    expect(falsePictures(home.root)).toEqual([]);

    home.hand.waitMs = 0;
    for (const picture of pictures) {
      // What was brought wrongly under this name is found out at its end, once; then it is brought anew.
      const first = await bringOver(home, 'a', picture, 7000);
      if (first === 422) await bringOver(home, 'a', picture, 7000);
      expect(await hashOfHeld(home.blobs, shaOf(picture))).toBe(shaOf(picture));
    }
  },
);
