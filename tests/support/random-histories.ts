import { afterAll, expect, test } from 'vitest';
import type { RecordView } from '../../src/client/data/record-view.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { noFaults } from './faulty-network.ts';
import {
  asWritten,
  openRandomWorld,
  oracle,
  readHeldSeq,
  readOutbox,
  stream,
  type RandomWorld,
  type Written,
} from './random-world.ts';
import { createDevice } from './device.ts';
import { effort } from './effort.ts';
import { pinnedSeeds } from './pinned-seeds.ts';
import { announceSeed } from './seed.ts';

/** All histories of a normal run, over all files. `HISTORIES=…` asks for more. */
const histories = Number(process.env['HISTORIES'] ?? effort({ share: 1_000, whole: 4_000 }));

/** The worlds in which they are lived through, and the files that share them, one a core. */
const worlds = 100;
const files = 2;

const faults = { lost: 0.1, unanswered: 0.12, doubled: 0.1, cut: 0.15, portal: 0.05 };

/**
 * Three tablets and the real server in one process. Four trainers mark, take back, delete and bring back
 * in any order, with wrong and jumping clocks, lost and doubled and broken requests, login pages, and the
 * app closed at any moment. In the end everybody agrees, and with an oracle that knows nothing of merging.
 * `file` says which share of the worlds is lived in.
 */
export function testRandomHistories(file: number): void {
  const seed = announceSeed(`random histories ${file}`);
  const share = [
    ...pinnedSeeds('random histories').map(pinned => pinned - seed),
    ...Array.from({ length: worlds }, (_, index) => index),
  ].filter(index => Math.abs(index) % files === file);
  let lived = 0;
  afterAll(() => {
    process.stdout.write(`${lived} random histories lived through\n`);
    expect(lived).toBeGreaterThanOrEqual(histories / files);
  });

  test.each(share)(
    '2.4 4.2 6.5 in random world %i everybody agrees in the end, and nothing is missing',
    async index => {
      const world = await openRandomWorld(seed + index);
      for (let history = 0; history < histories / worlds; history += 1) {
        await liveThrough(world, `h${history}`);
        lived += 1;
      }
      await expectFreshDeviceAgrees(world);
      await world.close();
    },
  );
}

async function liveThrough(world: RandomWorld, session: string): Promise<void> {
  world.setFaults(faults);
  const acts = 6 + world.chance.below(12);
  for (let act = 0; act < acts; act += 1) {
    await world.actAtRandom(session);
    if (world.chance.happens(0.25)) await expectScreenIsTrue(world, session);
  }

  world.setFaults(noFaults);
  // Up, and up; the last has everything; down to the others.
  for (const { device } of world.tablets) expect(await device.runRound()).toBe(true);
  for (const { device } of world.tablets.slice(0, -1)) expect(await device.runRound()).toBe(true);

  const written = await everythingWritten(world, session);
  for (const one of written) {
    expect(['ok', 'dup'], "every operation has home's verdict").toContain(one.verdict);
    expect(one.stamp).toBeLessThanOrEqual(world.home.now);
  }
  expectNobodyDisagreesWithHimself(written);
  const records = new Set(written.map(one => one.record));
  for (const { device } of world.tablets) {
    expect(device.sync.status.value.attention).toBe(0);
    const views = await viewsOf(device.records, session);
    expect(new Set(views.map(keyOf))).toEqual(records);
    for (const view of views) {
      expect(view.delivery).toBe('home');
      expect(headsOf(view)).toEqual(oracle(written, keyOf(view)));
    }
  }
}

/**
 * Rules 2.1, 6.6, 7.2: at any moment a tablet shows, of each record, what nothing it knows of has
 * replaced, where it knows all that it wrote and all that home had when it last sent the record.
 */
async function expectScreenIsTrue(world: RandomWorld, session: string): Promise<void> {
  const { name, device } = world.chance.pick(world.tablets);
  const own = (await everythingWritten({ tablets: [{ name }] }, session)).map(forOracle);
  for (const view of await viewsOf(device.records, session)) {
    const seq = await readHeldSeq(name, view.t, view.r);
    const atHome = await world.home.store.findOperationsOf([
      { stream, kind: view.t, record: view.r },
    ]);
    const pulled = atHome
      .filter(operation => operation.seq !== null && operation.seq <= seq)
      .map(({ body }) => JSON.parse(body) as Operation)
      .filter(({ id }) => !own.some(one => one.id === id))
      .map(operation => forOracle({ ...operation, record: keyOf(view) }));
    expect(sorted(headsOf(view))).toEqual(sorted(oracle([...own, ...pulled], keyOf(view))));
  }
}

/** Without stamps, because a tablet can only guess those that home has not given yet. */
const forOracle = ({ id, dev, n, f, p, record }: Omit<Written, 'stamp' | 'verdict'>): Written => ({
  id,
  dev,
  n,
  f,
  p,
  record,
  stamp: undefined,
  verdict: undefined,
});

const sorted = (heads: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(heads).map(([field, values]) => [field, values.sort()]));

/** Rule 1.6: a device's later edit replaces its earlier one, however quickly they followed each other. */
function expectNobodyDisagreesWithHimself(written: readonly Written[]): void {
  for (const one of written) {
    const later = written.filter(
      ({ dev, record, n }) => dev === one.dev && record === one.record && n > one.n,
    );
    for (const [field] of Object.entries(one.f)) {
      if (!later.some(({ f }) => field in f)) continue;
      const heads = oracle(written, one.record)[field] ?? [];
      expect(heads.some(head => head.startsWith(one.id))).toBe(false);
    }
  }
}

/** Rule 6.2: from a cursor of 0 the same comes down as in any interrupted series of pulls. */
async function expectFreshDeviceAgrees({ home, tablets, chance }: RandomWorld): Promise<void> {
  const [first] = tablets;
  const fresh = await createDevice({
    name: `${first?.name} fresh`,
    fetch: (path, init) => home.fetch(path, init),
    clock: () => home.now,
    newId: chance.uuid,
  });
  await fresh.account.enrol(await home.invite('koordinator', { name: 'Koordinator', stream }));
  await fresh.runRound();
  await first?.device.runRound();
  for (const kind of ['attendance', 'participant', 'member']) {
    const read = async (device: typeof fresh | undefined) =>
      (await device?.records.readShelf(stream, kind))?.map(({ r, state }) => ({ r, state }));
    expect(await read(fresh)).toEqual(await read(first?.device));
  }
  fresh.close();
}

async function everythingWritten(
  { tablets }: { tablets: readonly { name: string }[] },
  session: string,
): Promise<Written[]> {
  const records = [`${stream}|attendance|${session}:`, `${stream}|participant|${session}.`];
  const rows = await Promise.all(
    tablets.flatMap(({ name }) => records.map(record => readOutbox(name, record))),
  );
  return rows.flat().map(asWritten);
}

async function viewsOf(
  records: { readShelf(stream: string, kind: string, parent?: string): Promise<RecordView[]> },
  session: string,
): Promise<RecordView[]> {
  const attendance = await records.readShelf(stream, 'attendance', session);
  const participants = await records.readShelf(stream, 'participant');
  return [...attendance, ...participants.filter(({ r }) => r.startsWith(`${session}.`))];
}

const keyOf = ({ t, r }: RecordView) => `${stream}|${t}|${r}`;

function headsOf(view: RecordView): Record<string, string[]> {
  const fields = Object.entries(view.state).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([field, { h }]) => [field, h.map(head => `${head.o} ${JSON.stringify(head.v)}`)]),
  );
}
