import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { limits, paths, type PushRequest } from '../../../src/protocol/messages.ts';
import type { Picture } from '../../../src/domain/records/kind.ts';
import type { SyncPhase } from '../../../src/client/app-services.ts';
import { createDevice, type Device } from '../../support/device.ts';
import { loginPage } from '../../support/faulty-network.ts';
import { createHandTimers } from '../../support/hand-timers.ts';
import { mark, stream, tabletOfAmina, tamper } from './tablets.ts';

type Home = Awaited<ReturnType<typeof tabletOfAmina>>['home'];

/** Bytes that are different for each seed. */
function bytesOf(length: number, seed = 1): ArrayBuffer {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7) % 251).buffer;
}

const about = { mime: 'image/png', w: 300, h: 150 } as const;

/** Signs for a participant: the picture is kept, and a field names it. */
async function sign(device: Device, participant: string, bytes: ArrayBuffer): Promise<Picture> {
  const image = await device.pictures.keep(bytes, about);
  const r = `2021-06-29:${participant}`;
  await device.records.write([{ stream, t: 'signature', r, fields: { image }, seen: undefined }]);
  return image;
}

/** Requests about pictures, and pushes with operations, in their order. */
const lane = (home: Home) =>
  home.asked.flatMap(({ path, body }) => {
    if (path.startsWith(paths.blobs)) return ['picture'];
    return path === paths.push && (body as PushRequest).ops.length > 0 ? ['operations'] : [];
  });

const piece = limits.pieceBytes;

describe('11.1 a picture', () => {
  test('is named by the hash of its bytes, and its bytes follow after the operations', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-1');
    const bytes = bytesOf(piece * 2 + 5);
    const image = await sign(tablet, 'p1', bytes);
    const sha256 = createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
    expect(image).toEqual({ sha256, size: piece * 2 + 5, ...about });
    expect(await tablet.pictures.stateOf(sha256)).toBe('waiting');

    expect(await tablet.runRound()).toBe(true);
    expect(Buffer.from(bytes).equals(home.blobs.held.get(sha256) ?? Buffer.of())).toBe(true);
    // Asked once, then three pieces.
    expect(lane(home)).toEqual(['operations', 'picture', 'picture', 'picture', 'picture']);
    expect(await tablet.pictures.stateOf(sha256)).toBe('home');
    expect((await tablet.receipts.read()).groups).toMatchObject([
      { here: { pictures: 1 }, home: { pictures: { named: 1, held: 1 } }, isProven: true },
    ]);
  });

  test('counts in the status and in the report until home has verified it', async () => {
    const { home, tablet, world } = await tabletOfAmina('pictures-2');
    await sign(tablet, 'p1', bytesOf(70, 1));
    await sign(tablet, 'p2', bytesOf(30, 2));
    const again = await createDevice(world);
    expect(again.sync.status.value.pictures).toEqual({ waiting: 2, bytes: 100 });
    home.intercept = ({ path }) => {
      if (path.startsWith(paths.blobs)) throw new TypeError('Failed to fetch');
      return undefined;
    };
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
    const push = home.asked.find(({ path }) => path === paths.push)?.body as PushRequest;
    expect(push.device.waiting).toEqual({ ops: 2, pictures: 2, bytes: 100 });
    expect((await createDevice(world)).sync.status.value).toMatchObject({
      waiting: 0,
      completedAt: undefined,
      pictures: { waiting: 2, bytes: 100 },
    });
    home.intercept = () => undefined;
    await tablet.runRound();
    expect((await createDevice(world)).sync.status.value).toMatchObject({
      completedAt: expect.any(Number) as unknown,
      pictures: { waiting: 0, bytes: 0 },
    });
  });

  test('goes on where it stood when the line broke, also after a restart', async () => {
    const { home, tablet, world } = await tabletOfAmina('pictures-3');
    const image = await sign(tablet, 'p1', bytesOf(piece * 3));
    let pieces = 0;
    home.intercept = (_asked, init) => {
      if (init?.method !== 'PATCH') return undefined;
      pieces += 1;
      if (pieces === 2) throw new TypeError('Failed to fetch');
      return undefined;
    };
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
    expect(home.blobs.partOf('token-amina', image.sha256)).toHaveLength(piece);
    tablet.close();
    const again = await createDevice(world);
    expect(await again.runRound()).toBe(true);
    expect(home.blobs.held.has(image.sha256)).toBe(true);
    expect(pieces).toBe(4);
  });

  test('whose acknowledgement was lost goes on from where home says', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-4');
    const image = await sign(tablet, 'p1', bytesOf(piece * 2));
    home.intercept = ({ token, path }, init) => {
      if (init?.method !== 'PATCH') return undefined;
      home.intercept = () => undefined;
      // The piece arrives twice; the second is answered by 409 with the true offset.
      return home.blobs
        .answer(token, path, init, home.id)
        .then(() => home.blobs.answer(token, path, init, home.id));
    };
    expect(await tablet.runRound()).toBe(true);
    expect(home.blobs.held.has(image.sha256)).toBe(true);
  });

  test('that two tabs send at once arrives whole', async () => {
    const { home, tablet, world } = await tabletOfAmina('pictures-5');
    const secondTab = await createDevice(world);
    const images = [
      await sign(tablet, 'p1', bytesOf(piece * 3, 1)),
      await sign(tablet, 'p2', bytesOf(piece * 2, 2)),
    ];
    await Promise.all([tablet.runRound(), secondTab.runRound()]);
    for (let turn = 0; turn < 3; turn += 1) await tablet.runRound();
    for (const { sha256 } of images) {
      expect(home.blobs.held.has(sha256)).toBe(true);
      expect(await secondTab.pictures.stateOf(sha256)).toBe('home');
    }
  });

  test('6.9 is not taken for verified because a hotel’s portal, or another server, says yes', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-6');
    const image = await sign(tablet, 'p1', bytesOf(10));
    const strangers = [
      loginPage,
      () => new Response(null, { status: 200, headers: { 'Jukung-Server': 'another' } }),
      () => new Response(null, { status: 201 }),
      () => new Response(null, { status: 404 }),
    ];
    for (const stranger of strangers) {
      home.intercept = ({ path }) => (path.startsWith(paths.blobs) ? stranger() : undefined);
      await expect(tablet.runRound()).rejects.toMatchObject({ code: 'foreign-answer' });
    }
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('waiting');
    home.intercept = () => undefined;
    expect(await tablet.runRound()).toBe(true);
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('home');
  });

  test('11.2 that arrives spoiled is begun anew, and left alone after two times', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-7');
    const image = await sign(tablet, 'p1', bytesOf(100, 1));
    const other = await sign(tablet, 'p2', bytesOf(50, 2));
    let spoiled = 0;
    home.blobs.spoil = bytes => {
      if (bytes.length !== 100) return bytes;
      spoiled += 1;
      return bytes.map(byte => byte ^ 1);
    };
    expect(await tablet.runRound()).toBe(true);
    expect(spoiled).toBe(2);
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('waiting');
    expect(await tablet.pictures.stateOf(other.sha256)).toBe('home');
    await tablet.runRound();
    expect(spoiled).toBe(2);
    // A home that began anew is asked again.
    home.restore('epoch-2', () => true);
    home.blobs.spoil = bytes => bytes;
    await tablet.runRound();
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('home');
  });

  test('makes smaller pieces for a proxy that takes no large ones', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-8');
    const image = await sign(tablet, 'p1', bytesOf(piece));
    home.intercept = (_asked, init) =>
      init?.method === 'PATCH' && (init.body as ArrayBuffer).byteLength > 100_000
        ? new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 })
        : undefined;
    expect(await tablet.runRound()).toBe(true);
    expect(home.blobs.held.has(image.sha256)).toBe(true);
  });

  test('waits as long as home asks', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-9');
    await sign(tablet, 'p1', bytesOf(10));
    home.intercept = (_asked, init) =>
      init?.method === 'PATCH'
        ? new Response('{"code":"busy"}', {
            status: 429,
            headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '7' },
          })
        : undefined;
    await expect(tablet.runRound()).rejects.toMatchObject({
      code: 'busy',
      details: { retryAfterMs: 7_000 },
    });
  });
});

test('11.6 operations that are written meanwhile go first', async () => {
  const { home, tablet } = await tabletOfAmina('pictures-10');
  const image = await sign(tablet, 'p1', bytesOf(piece * 4));
  let pieces = 0;
  home.intercept = ({ token, path }, init) => {
    if (init?.method !== 'PATCH') return undefined;
    pieces += 1;
    if (pieces !== 2) return undefined;
    return mark(tablet, 'p9').then(() => home.blobs.answer(token, path, init, home.id));
  };
  expect(await tablet.runRound()).toBe(true);
  expect(lane(home)).toEqual([
    'operations',
    'picture',
    'picture',
    'picture',
    'operations',
    'picture',
    'picture',
    'picture',
  ]);
  expect(home.blobs.held.has(image.sha256)).toBe(true);
});

test('11.6 a loop that loses its turn stops between two pieces', async () => {
  const { home, world } = await tabletOfAmina('pictures-11');
  const timers = createHandTimers();
  let take = (_failure: Error) => {};
  const request = async (_name: string, _options: unknown, work: (lock: unknown) => unknown) =>
    Promise.race([
      work({}),
      new Promise((_resolve, reject) => {
        take = reject;
      }),
    ]);
  const locks = { request } as unknown as Pick<LockManager, 'request'>;
  const tablet = await createDevice({ ...world, timers, locks });
  await sign(tablet, 'p1', bytesOf(piece * 4));
  let pieces = 0;
  home.intercept = (_asked, init) => {
    if (init?.method !== 'PATCH') return undefined;
    pieces += 1;
    take(new DOMException('stolen', 'AbortError'));
    return undefined;
  };
  tablet.start();
  for (let turn = 0; turn < 200 && pieces === 0; turn += 1) await timers.advance(0);
  for (let turn = 0; turn < 50; turn += 1) await timers.advance(0);
  expect(pieces).toBe(1);
  tablet.close();
});

test('the status tells how many bytes of this round are sent', async () => {
  const { home, tablet } = await tabletOfAmina('pictures-12');
  await sign(tablet, 'p1', bytesOf(piece + 10, 1));
  const phases: SyncPhase[] = [];
  home.intercept = ({ path }) => {
    // Receipts follow the pictures; the report that ends the round says no more of them.
    if (path !== paths.push) phases.push(tablet.sync.status.value.phase);
    return undefined;
  };
  await tablet.runRound();
  expect(phases.filter(phase => phase.is === 'sending-pictures')).toEqual([
    { is: 'sending-pictures', sent: 0, total: piece + 10 },
    { is: 'sending-pictures', sent: piece, total: piece + 10 },
    { is: 'sending-pictures', sent: piece + 10, total: piece + 10 },
  ]);
});

describe('11.3 bytes', () => {
  test('are kept for 30 days after home has verified them, and then had from there', async () => {
    const { home, tablet, clock } = await tabletOfAmina('pictures-13');
    const bytes = bytesOf(40);
    const image = await sign(tablet, 'p1', bytes);
    clock.now += 90 * 86_400_000;
    await tablet.runRound();
    clock.now += 29 * 86_400_000;
    await tablet.runRound();
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('home');
    clock.now += 2 * 86_400_000;
    await tablet.runRound();
    expect(await tablet.pictures.stateOf(image.sha256)).toBe('unknown');
    expect(await tablet.pictures.load(image)).toEqual(bytes);
    home.blobs.held.set(image.sha256, new Uint8Array([1, 2, 3]));
    expect(await tablet.pictures.load(image)).toBeUndefined();
    home.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await tablet.pictures.load(image)).toBeUndefined();
  });

  test('are sent again to a home of a new epoch that lost them', async () => {
    const { home, tablet } = await tabletOfAmina('pictures-14');
    const image = await sign(tablet, 'p1', bytesOf(40));
    await tablet.runRound();
    home.restore('epoch-2', () => false);
    home.blobs.held.clear();
    expect(await tablet.runRound()).toBe(true);
    expect(home.blobs.held.has(image.sha256)).toBe(true);
  });

  test('of a picture that is too large or has no size are not kept', async () => {
    const { tablet } = await tabletOfAmina('pictures-15');
    const large = new ArrayBuffer(8 * 1024 * 1024 + 1);
    await expect(tablet.pictures.keep(large, about)).rejects.toMatchObject({ code: 'too-large' });
    await expect(tablet.pictures.keep(new ArrayBuffer(0), about)).rejects.toThrow('Invalid value');
    expect(tablet.sync.status.value.pictures.waiting).toBe(0);
  });

  test('that are gone from the device wait in vain, and hold up nothing else', async () => {
    const { home, tablet, world } = await tabletOfAmina('pictures-16');
    const lost = await sign(tablet, 'p1', bytesOf(40, 1));
    const image = await sign(tablet, 'p2', bytesOf(41, 2));
    await tamper(world, keep => keep.bytes.delete(lost.sha256));
    await tablet.runRound();
    expect(home.blobs.held.has(image.sha256)).toBe(true);
    expect(await tablet.pictures.stateOf(lost.sha256)).toBe('waiting');
  });
});
