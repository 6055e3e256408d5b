import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/client/device/sha256.ts';
import type { JsonValue, Picture } from '../../src/domain/records/kind.ts';
import { shownValue } from '../../src/protocol/merge.ts';
import { paths } from '../../src/protocol/messages.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import type { Device, DeviceWorld } from '../support/device.ts';
import { createFaultyNetwork, loginPage, noFaults } from '../support/faulty-network.ts';
import { createPower } from '../support/power.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { mark, openWorld, readOutboxOf, type Tablet, type World } from '../support/world.ts';

const seed = announceSeed('properties/saving');
const isOnPostgres = process.env['STORE'] === 'postgres';

let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

/** What somebody did until the power went. */
interface Done {
  /** Ids of each write, and whether it was said to be saved. */
  writes: { ids: string[]; isSaved: boolean }[];
  picture: Picture | undefined;
}

const bytes = new Uint8Array(3_000).map((_, index) => (index * 7) % 251).buffer;

test('P1 what was said to be saved is there after a kill at any point, and nothing is there by half', async () => {
  const points = await liveUntil(Infinity);
  expect(points).toBeGreaterThan(100);
  // On the other database, where only home differs, some of them.
  const step = isOnPostgres ? 11 : 1;
  for (let point = 1 + world.chance.below(step); point <= points; point += step)
    await liveUntil(point);
});

/** One device: saves, syncs, saves, syncs, until the power goes; then opens it again. Gives the points passed. */
async function liveUntil(point: number): Promise<number> {
  world.switchOff();
  const stream = await world.openTraining();
  const tablet = await world.addTablet(stream);
  const power = createPower(tablet.name);
  const network = power.network((path, init) => world.home.fetch(path, init));
  tablet.device.close();
  const device = await tablet.open({ fetch: network, reportBug: () => {} });
  const done: Done = { writes: [], picture: undefined };
  power.cutAt(point);
  await power.run(use(device, tablet, stream, done));
  const passed = power.passed();
  device.close();
  power.restore();

  tablet.device = await tablet.open();
  try {
    await expectNothingLost(tablet, stream, done);
  } catch (failure) {
    throw new Error(`killed at point ${point} of tablet ${tablet.name}`, { cause: failure });
  } finally {
    power.release();
  }
  return passed;
}

async function use(device: Device, tablet: Tablet, stream: string, done: Done): Promise<void> {
  const save = async (participants: string[]) => {
    const from = tablet.ids.length;
    const changes = participants.map(p => ({
      stream,
      t: 'attendance',
      r: `s1:${tablet.name}.${p}`,
      fields: { mark: { status: 'hadir' } },
      seen: undefined,
    }));
    const one = { ids: [] as string[], isSaved: false };
    done.writes.push(one);
    const saving = device.records.write(changes);
    void saving.then(() => (one.isSaved = true)).catch(() => {});
    await saving.finally(() => (one.ids = tablet.ids.slice(from)));
  };
  await save(['p1', 'p2']);
  await device.runRound();
  await save(['p1', 'p3', 'p4']);
  done.picture = await device.pictures.keep(bytes.slice(0), { mime: 'image/png', w: 3, h: 4 });
  await device.runRound();
  await save(['p4']);
}

async function expectNothingLost(tablet: Tablet, stream: string, done: Done): Promise<void> {
  const { device } = tablet;
  const held = new Set((await readOutboxOf(tablet)).map(row => row.id));
  const shown = new Set(
    (await device.records.readShelf(stream, 'attendance', 's1')).flatMap(
      ({ state }) => state['mark']?.h.map(head => head.o) ?? [],
    ),
  );
  const named = new Set(
    (await readOutboxOf(tablet)).flatMap(({ body }) => Object.values(body.p).flat()),
  );
  for (const { ids, isSaved } of done.writes) {
    const there = ids.filter(id => held.has(id));
    if (isSaved) expect(ids.length).toBeGreaterThan(0);
    expect([isSaved ? -1 : 0, ids.length]).toContain(there.length);
    for (const id of there) expect(shown.has(id) || named.has(id)).toBe(true);
  }
  if (done.picture) {
    const { sha256: hash } = done.picture;
    const kept = await device.pictures.load(done.picture);
    expect(kept && (await sha256(kept))).toBe(hash);
  }

  expect(await device.runRound()).toBe(true);
  await expectAllAtHome(world.home, tablet);
  await expectAgreement(world.home, tablet);
  if (done.picture) expect(await device.pictures.stateOf(done.picture.sha256)).toBe('home');
}

/** Wherever a device may find itself when somebody writes on it. */
const troubles: Record<string, (tablet: Tablet, stream: string) => Promise<Partial<DeviceWorld>>> =
  {
    'no network': async () => ({
      fetch: () => {
        throw new TypeError('Failed to fetch');
      },
    }),
    'a hotel’s login page': async () => ({ fetch: () => loginPage() }),
    'a request that never comes back': async () => ({ fetch: () => new Promise(() => {}) }),
    'a sign-in that is not good any more': async () => ({
      fetch: () => problem('sign-in-needed', 401),
    }),
    'a device that is shut out': async () => ({ fetch: () => problem('device-revoked', 403) }),
    'a home that asks for an upgrade': async () => ({
      fetch: () => problem('upgrade-needed', 426),
    }),
    'a home that broke': async () => ({ fetch: () => problem('unexpected', 500) }),
    'a home that is full': async () => ({ fetch: () => problem('server-full', 507) }),
    'a clock of 1970': async tablet => ({ clock: () => tablet.ids.length }),
    'a clock of 2099 that runs backwards': async tablet => ({
      clock: () => Date.parse('2099-01-01T00:00:00Z') - tablet.ids.length * 86_400_000,
    }),
    'a cache that a later version of the program made': async ({ name }) => {
      const later = new Dexie(`${name}-cache`);
      later.version(99).stores({ shelves: '[base+shelf+from], base', invented: '++id' });
      await later.open();
      later.close();
      return {};
    },
    'a cache that is gone': async ({ name }) => {
      await Dexie.delete(`${name}-cache`);
      return {};
    },
  };

test.each(Object.entries(troubles))(
  'P3 a write is stored, and shown, whatever there is: %s',
  async (_trouble, trouble) => {
    const stream = await world.openTraining();
    const tablet = await world.addTablet(stream);
    await mark(tablet, stream, 'p1');
    await tablet.device.runRound();
    tablet.device.close();
    const troubled = await trouble(tablet, stream);
    tablet.device = await tablet.open(troubled);

    const before = mark(tablet, stream, 'p2');
    const round = tablet.device.runRound().catch((failure: unknown) => failure);
    await before;
    await mark(tablet, stream, 'p3');
    await mark(tablet, stream, 'p1', 'izin');
    const rows = await readOutboxOf(tablet);
    expect(rows.map(({ body }) => [body.r, body.f])).toEqual([
      ['s1:p1', { mark: { status: 'hadir' } }],
      ['s1:p2', { mark: { status: 'hadir' } }],
      ['s1:p3', { mark: { status: 'hadir' } }],
      ['s1:p1', { mark: { status: 'izin' } }],
    ]);
    const sheet = await tablet.device.records.readShelf(stream, 'attendance', 's1');
    expect(sheet.map(({ r, state }) => [r, shownValue(state['mark'])])).toEqual([
      ['s1:p1', { status: 'izin' }],
      ['s1:p2', { status: 'hadir' }],
      ['s1:p3', { status: 'hadir' }],
    ]);
    if (troubled.fetch === undefined) await round;

    tablet.device.close();
    tablet.device = await tablet.open();
    expect(await tablet.device.runRound()).toBe(true);
    await expectAllAtHome(world.home, tablet);
    await expectAgreement(world.home, tablet);
  },
);

/** Lines of every kind, most of them good, as an outbox may come to hold them. */
const anyLine: fc.Arbitrary<{
  t: string;
  r: string;
  fields: Record<string, JsonValue>;
  elsewhere?: true;
}> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(9).map(p => attendance(p, { mark: { status: 'hadir' } })) },
  { weight: 1, arbitrary: fc.nat(9).map(p => attendance(p, { mark: { status: 'terbang' } })) },
  { weight: 1, arbitrary: fc.nat(9).map(p => attendance(p, { note: 'x'.repeat(17_000) })) },
  { weight: 1, arbitrary: fc.nat(9).map(p => attendance(p, { mood: 'senang' })) },
  { weight: 1, arbitrary: fc.nat(9).map(p => ({ t: 'boat', r: `b${p}`, fields: { name: 'J' } })) },
  {
    weight: 1,
    arbitrary: fc.nat(9).map(p => ({ t: 'session', r: `s ${p}`, fields: { title: 'A' } })),
  },
  { weight: 1, arbitrary: fc.constant({ t: 'training', r: 'mine', fields: { name: 'Mine' } }) },
  {
    weight: 1,
    arbitrary: fc.nat(9).map(p => ({ ...attendance(p, { mark: null }), elsewhere: true as const })),
  },
);

function attendance(p: number, fields: Record<string, JsonValue>) {
  return { t: 'attendance', r: `s1:p${p}`, fields };
}

test('P2 everything saved ends in a verdict of home, good or bad, through a network that fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLine, { minLength: 1, maxLength: 40 }),
      fc.nat(),
      async (lines, chanceSeed) => {
        world.switchOff();
        const chance = createChance(chanceSeed);
        const stream = await world.openTraining();
        let faults = { lost: 0.2, unanswered: 0.2, doubled: 0.2, cut: 0.2, portal: 0.1 };
        const tablet = await world.addTablet(stream);
        tablet.device.close();
        const network = createFaultyNetwork(
          (path, init) => world.home.fetch(path, init),
          chance,
          () => faults,
        );
        /** A proxy on the way lets only small bodies through. */
        const mostBytes = 900 + chance.below(600);
        const proxied: DeviceWorld['fetch'] = (path, init) =>
          path === paths.push && sizeOf(init.body) > mostBytes
            ? problem('too-large', 413)
            : network(path, init);
        tablet.device = await tablet.open({ fetch: proxied });
        for (const { elsewhere, ...line } of lines) {
          const where = elsewhere ? `${stream}-else` : stream;
          await tablet.device.records.write([{ stream: where, ...line, seen: undefined }]);
          if (chance.happens(0.3)) await tablet.device.runRound().catch(() => {});
        }
        faults = noFaults;
        expect(await tablet.device.runRound()).toBe(true);
        expect(tablet.device.sync.status.value.waiting).toBe(0);
        const rows = await readOutboxOf(tablet);
        // Who corrects what was refused takes it back at the same time.
        const written = rows.filter(({ body }) => body.t !== 'decision');
        expect(written).toHaveLength(lines.length);
        for (const { verdicts } of rows) expect(verdicts).not.toEqual([]);
        await expectAllAtHome(world.home, tablet);
      },
    ),
    { numRuns: isOnPostgres ? 6 : 15 },
  );
});

function sizeOf(body: RequestInit['body']): number {
  if (typeof body === 'string') return body.length;
  return body instanceof Blob ? body.size : ((body as ArrayBuffer | null)?.byteLength ?? 0);
}

function problem(code: string, status: number): Response {
  return new Response(JSON.stringify({ code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
