import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KeepDatabase } from '../../src/client/data/keep.ts';
import type { Picture } from '../../src/domain/records/kind.ts';
import { paths, type AttentionResponse } from '../../src/protocol/messages.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import { openDataFolder, picturesRoot, type DataPlace } from '../../src/server/data-folder.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { run } from '../support/backups.ts';
import { freshPlace } from '../support/data-places.ts';
import { openHome } from '../support/home.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  mark,
  openWorld,
  readHome,
  statesOf,
  within,
  write,
  type Tablet,
  type World,
} from '../support/world.ts';

const seed = announceSeed('properties/keeping');
const isOnPostgres = process.env['STORE'] === 'postgres';
const day = 86_400_000;

let place: DataPlace;
let world: World;
beforeAll(async () => {
  place = await freshPlace(isOnPostgres ? 'PostgreSQL' : 'SQLite');
  const { store } = await openDataFolder(place);
  const blobFolder = picturesRoot(place.dataDir);
  world = await openWorld(seed, await openHome({ store, blobFolder }));
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

function bytesOf(size: number, salt: number): ArrayBuffer {
  return new Uint8Array(size).map((_, index) => (index * salt + (index >> 8)) % 256).buffer;
}

async function sign({ device }: Tablet, stream: string, r: string, bytes: ArrayBuffer) {
  const image = await device.pictures.keep(bytes, { mime: 'image/png', w: 30, h: 40 });
  const seen = await device.records.readRecord(stream, 'signature', r);
  await device.records.write([
    { stream, t: 'signature', r, fields: { image: { ...image } }, seen },
  ]);
  return image;
}

async function bytesAtHome({ sha256 }: Picture): Promise<ArrayBuffer | undefined> {
  const held = await world.home.blobs.open(sha256);
  return held && new Response(held.bytes).arrayBuffer();
}

const hashOf = (bytes: ArrayBuffer | undefined) =>
  bytes && createHash('sha256').update(Buffer.from(bytes)).digest('hex');

async function attentionAtHome(): Promise<string[]> {
  const headers = { Authorization: `Bearer ${world.koordinator.token}` };
  const response = await world.home.fetch(paths.attention, { headers });
  return ((await response.json()) as AttentionResponse).refused.map(({ id }) => id).sort();
}

test.each(Array.from({ length: isOnPostgres ? 2 : 5 }, (_, index) => index))(
  'P15 after a restore, one round of every device brings everything back (history %i)',
  async history => {
    const { home } = world;
    const chance = createChance(seed + history);
    const stream = await world.openTraining();
    const elsewhere = await world.openTraining();
    const coordinator = await world.addTablet(stream, { role: 'koordinator' });
    const budi = await world.addTablet(elsewhere, { wrongBy: 3 * day });
    const tablets = [coordinator, budi, await world.addTablet(stream, { wrongBy: -400 * day })];
    const pictures: Picture[] = [];
    const refused: string[] = [];
    const round = async (some: readonly Tablet[]) => {
      for (const { device } of some) expect(await device.runRound()).toBe(true);
    };

    async function act(index: number): Promise<void> {
      home.now += 1_000 + chance.below(day / 4);
      const tablet = chance.pick(tablets);
      const dice = chance.next();
      if (dice < 0.3) await round([tablet]);
      else if (dice < 0.6 || tablet === budi) {
        const id = await mark(
          tablet,
          stream,
          `p${chance.below(4)}`,
          chance.pick(['hadir', 'alpa']),
        );
        if (tablet === budi) refused.push(id);
      } else if (dice < 0.7) {
        const r = `2021-06-29:p${chance.below(3)}`;
        pictures.push(await sign(tablet, stream, r, bytesOf(500 + chance.below(4_000), index + 3)));
      } else if (dice < 0.8) {
        const fields = chance.happens(0.3) ? { deleted: true } : { name: `Nama ${index}` };
        await write(tablet, stream, 'participant', `p${chance.below(3)}`, fields);
      } else if (dice < 0.9) {
        await round([budi]);
        const [first] = await coordinator.device.attention.fetchAll();
        const outcome = chance.pick(['accept', 'accept', 'decline'] as const);
        if (first) await coordinator.device.attention.decide(first, outcome, 'Sudah dilihat');
      } else tablets.push(await world.addTablet(stream, { wrongBy: chance.below(day) }));
    }

    for (let index = 0; index < 8; index += 1) await act(index);
    const file = join(temporaryFolder(), 'backup.jukung');
    await run(backup, place, file);
    for (let index = 8; index < 26; index += 1) await act(index);
    // Everything is home; who was accepted last has perhaps not heard of it.
    await round(tablets.toReversed());
    await round(tablets.filter(tablet => tablet !== budi || chance.happens(0.5)));
    const before = statesOf(within(await readHome(home, world.koordinator.token), stream));
    const attention = await attentionAtHome();

    rmSync(join(picturesRoot(place.dataDir), 'pictures'), { recursive: true, force: true });
    await run(restore, place, file);
    const left = statesOf(within(await readHome(home, world.koordinator.token), stream));
    expect(left).not.toEqual(before);
    home.now += chance.below(3 * day);
    for (const tablet of tablets.toSorted(() => chance.next() - 0.5)) await round([tablet]);

    expect(statesOf(within(await readHome(home, world.koordinator.token), stream))).toEqual(before);
    expect(await attentionAtHome()).toEqual(attention);
    for (const picture of pictures) expect(hashOf(await bytesAtHome(picture))).toBe(picture.sha256);
    for (const tablet of tablets) {
      await round([tablet]);
      await expectAllAtHome(home, tablet);
      if (tablet !== budi) await expectAgreement(home, tablet);
    }
    const whole = JSON.stringify([before, attention]);
    const settled = JSON.stringify(await budi.device.attention.readDeclined());
    const overtaken = JSON.stringify(await readNamed(tablets));
    for (const id of refused)
      expect([whole, settled, overtaken].some(text => text.includes(id))).toBe(true);
  },
);

test('P15 what was admitted comes back by its proof, though its device has been shut out since', async () => {
  const { home, koordinator } = world;
  const stream = await world.openTraining();
  const head = await world.addTablet('programme', { role: 'koordinator' });
  const tablet = await world.addTablet(stream);
  const file = join(temporaryFolder(), 'backup.jukung');
  await run(backup, place, file);
  await mark(tablet, stream, 'p1');
  await tablet.device.runRound();
  home.now += day;
  await write(head, 'programme', 'device', tablet.device.device.id, { revoked: true });
  await head.device.runRound();
  await mark(tablet, stream, 'p2');
  await expect(tablet.device.runRound()).rejects.toMatchObject({ code: 'device-revoked' });
  const before = statesOf(within(await readHome(home, koordinator.token), stream));
  expect(Object.keys(before).filter(key => key.startsWith('attendance'))).toEqual([
    'attendance|s1:p1',
  ]);

  await run(restore, place, file);
  await head.device.runRound();
  await expect(tablet.device.runRound()).rejects.toMatchObject({ code: 'device-revoked' });
  expect(statesOf(within(await readHome(home, koordinator.token), stream))).toEqual(before);
});

/** All that operations on these devices name as seen. */
async function readNamed(tablets: readonly Tablet[]): Promise<unknown[]> {
  const named: unknown[] = [];
  for (const { name } of tablets) {
    const keep = new KeepDatabase(name);
    named.push((await keep.outbox.toArray()).map(({ body }) => body.p));
    keep.close();
  }
  return named;
}

test('P20 a picture has the hash it is called by, and its bytes stay here until home has verified them', async () => {
  const { home } = world;
  const stream = await world.openTraining();
  const chance = createChance(seed + 20);
  const tablet = await world.addTablet(stream);
  const [spoils, drops] = [0.3, 0.3];
  /** A way on which bytes are spoiled, and pieces and answers are lost. */
  const rough = async (path: string, init?: RequestInit) => {
    if (init?.method !== 'PATCH') return home.fetch(path, init);
    if (chance.happens(drops)) throw new TypeError('Failed to fetch');
    const piece = new Uint8Array(init.body as ArrayBuffer).slice();
    if (chance.happens(spoils)) piece[0] = (piece[0] ?? 0) ^ 1;
    const response = await home.fetch(path, { ...init, body: piece });
    if (chance.happens(drops)) throw new TypeError('Failed to fetch');
    return response;
  };
  tablet.device.close();
  tablet.device = await tablet.open({ fetch: rough });
  const { device } = tablet;
  const sizes = [1, 5_000, 256 * 1024, 256 * 1024 + 1, 700_000];
  const pictures: Picture[] = [];
  for (const [index, size] of sizes.entries())
    pictures.push(await sign(tablet, stream, `2021-06-29:p${index}`, bytesOf(size, index + 7)));

  for (let rounds = 0; rounds < 25; rounds += 1) {
    await device.runRound().catch(() => {});
    for (const picture of pictures) {
      const held = await bytesAtHome(picture);
      expect([undefined, picture.sha256]).toContain(hashOf(held));
      const state = await device.pictures.stateOf(picture.sha256);
      expect(state === 'home' && held === undefined, 'home was said to have it').toBe(false);
      expect(hashOf(await device.pictures.load(picture))).toBe(picture.sha256);
    }
  }

  // What was refused too often waits for a new base; here another device has the same picture.
  const other = await world.addTablet(stream);
  for (const [index, size] of sizes.entries())
    await other.device.pictures.keep(bytesOf(size, index + 7), { mime: 'image/png', w: 30, h: 40 });
  expect(await other.device.runRound()).toBe(true);
  for (const picture of pictures) expect(hashOf(await bytesAtHome(picture))).toBe(picture.sha256);

  // The bytes go 30 days after home said that it holds them, and not before; then home has them.
  const keptHere = async (name: string) => {
    const keep = new KeepDatabase(name);
    const kept = await keep.bytes.count();
    keep.close();
    return kept;
  };
  home.now += 29 * day;
  await other.device.runRound();
  expect(await keptHere(other.name)).toBe(sizes.length);
  home.now += 2 * day;
  await other.device.runRound();
  expect(await keptHere(other.name)).toBe(0);
  for (const picture of pictures)
    expect(hashOf(await other.device.pictures.load(picture))).toBe(picture.sha256);

  // Bytes that were spoiled on the way down are not shown as the picture.
  const spoilt = await world.addTablet(stream);
  spoilt.device.close();
  spoilt.device = await spoilt.open({
    fetch: async (path, init) => {
      const response = await home.fetch(path, init);
      if (!path.startsWith(paths.blobs) || !response.ok) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return new Response(bytes, { status: response.status, headers: response.headers });
    },
  });
  await spoilt.device.runRound();
  for (const picture of pictures)
    expect(await spoilt.device.pictures.load(picture)).toBeUndefined();
});
