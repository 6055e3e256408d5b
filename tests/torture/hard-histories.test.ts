import { expect, onTestFinished, test } from 'vitest';
import type { RecordView } from '../../src/client/data/record-view.ts';
import { operationOf } from '../../src/client/data/keep.ts';
import { effort } from '../support/effort.ts';
import { openHardWorld, type HardTablet, type HardWorld } from '../support/hard-world.ts';
import { expectedHeads, type KnownLine } from '../support/oracle.ts';
import { pinnedSeeds } from '../support/pinned-seeds.ts';
import { readOutbox, stream } from '../support/random-world.ts';
import { announceSeed } from '../support/seed.ts';

const seed = announceSeed('hard histories');
const count = effort({ share: 12, whole: 200 });
const seeds = [
  ...pinnedSeeds('hard histories'),
  ...Array.from({ length: count }, (_, index) => seed + index),
];

/** What the histories of this run held, so that it shows if they were not hard. */
const lived: Record<string, number> = {};
const note = (what: string, count = 1) => void (lived[what] = (lived[what] ?? 0) + count);

test.each(seeds)(
  '4.13 6.7 6.12 10.4 with seed %i copied devices, an older server, rights that come and go: in the end nothing is missing and all agree',
  async worldSeed => {
    const world = await openHardWorld(worldSeed);
    onTestFinished(() => world.close());
    const acts = 20 + world.chance.below(60);
    for (let act = 0; act < acts; act += 1) note(await world.actAtRandom());
    await world.settle();

    const all = await everythingWritten(world);
    const written = [...new Map(all.map(row => [row.id, row])).values()];
    await expectNothingIsMissing(world, written);
    await expectNothingIsTakenBack(world, all);
    await expectAllAgree(world, written);
  },
);

/** What any run holds, and what only many histories hold for certain. */
const always = ['edit', 'right', 'copy', 'go back', 'admitted'];
const hardThings = effort({
  share: always,
  whole: [...always, 'opaque', 'accept', 'decline', 'withdraw', 'told apart'],
});

/** Tablets of a world before any was copied. */
const trainers = 3;

const settledEnds = ['admitted', 'decline', 'withdraw'];

test('the histories of this run were hard', () => {
  process.stdout.write(`hard histories: ${JSON.stringify(lived)}\n`);
  const missing = hardThings.filter(what => !lived[what]);
  expect(missing).toEqual([]);
});

type Written = Awaited<ReturnType<typeof readOutbox>>[number];

/** The rows of all outboxes; copies hold some of them twice. */
async function everythingWritten({ tablets, coordinator }: HardWorld): Promise<Written[]> {
  const rows = await Promise.all(
    [...tablets, coordinator].map(({ name }) => readOutbox(name, `${stream}|`)),
  );
  return rows.flat();
}

/** Rules 4.12, 10.4: what a device was once told is in stays in, with the stamp it was given. */
async function expectNothingIsTakenBack(
  { home, tablets }: HardWorld,
  all: readonly Written[],
): Promise<void> {
  const { store } = home.current();
  // A copy that never heard of the verdict may deliver first in a new epoch, and so gets another stamp.
  const hasCopies = tablets.length > trainers;
  for (const row of all) {
    const told = row.verdicts.filter(({ s }) => s === 'ok' || s === 'dup');
    if (told.length === 0) continue;
    const known = (await store.findOperationsOf([keyOf(row)])).find(it => it.key === row.id);
    expect(known?.verdict, `${row.id} is in`).toBe('admitted');
    const stamps = new Set([known?.stamp, ...told.map(({ stamp }) => stamp)]);
    expect(hasCopies || stamps.size === 1, `${row.id} has one stamp`).toBe(true);
  }
}

/** Rules 4.2, 10.4: home has every line, and every line is in, or was settled by somebody. */
async function expectNothingIsMissing(
  { home, tablets, coordinator }: HardWorld,
  written: readonly Written[],
): Promise<void> {
  const { store } = home.current();
  for (const row of written) {
    const { dev, id, f } = operationOf(row);
    const known = (await store.findOperationsOf([keyOf(row)])).find(it => it.key === id);
    expect(known, `${id} of ${dev} is at home`).toBeDefined();
    const [apart] = await store.findEverApart([{ device: dev, key: id }]);
    const became = known?.verdict === 'quarantined' ? apart?.outcome : known?.verdict;
    // Only what nobody understands yet has no end.
    const ends = Object.hasOwn(f, 'mood') ? ['opaque', 'decline', 'withdraw'] : settledEnds;
    expect(ends, `what became of ${id}`).toContain(became);
    note(became ?? '');
    if (apart && became === 'admitted') note('accept');
  }
  const names = new Set(written.map(({ body }) => body.dev));
  if (names.size > 4) note('told apart');
  for (const { device, name } of [...tablets, coordinator]) {
    const { waiting, attention } = device.sync.status.value;
    expect({ name, waiting, attention }).toEqual({ name, waiting: 0, attention: 0 });
  }
}

/** Rules 2.1, 2.3, 6.2: each screen shows what the written lines come to by themselves. */
async function expectAllAgree(world: HardWorld, written: readonly Written[]): Promise<void> {
  const { store } = world.home.current();
  const records = new Map(written.map(row => [row.record, keyOf(row)]));
  for (const [record, key] of records) {
    if (key.kind === 'member' || key.kind === 'decision') continue;
    const known = await store.findOperationsOf([key]);
    const lines = written
      .filter(row => row.record === record)
      .map((row): KnownLine => {
        const { id, f, p } = operationOf(row);
        const stored = known.find(it => it.key === id);
        return { id, f, p, stamp: stored?.stamp ?? 0, isAdmitted: stored?.verdict === 'admitted' };
      });
    const expected = expectedHeads(lines);
    for (const tablet of [...world.tablets, world.coordinator])
      expect(await headsOn(tablet, key), `${record} on ${tablet.name}`).toEqual(expected);
  }
}

/** What a device shows of a record, but for fields that only a later version knows. */
async function headsOn(
  { device }: HardTablet,
  { kind, record }: { kind: string; record: string },
): Promise<Record<string, string[]>> {
  const view: RecordView | undefined = await device.records.readRecord(stream, kind, record);
  const fields = Object.entries(view?.state ?? {}).filter(([field]) => field !== 'mood');
  return Object.fromEntries(
    fields.flatMap(([field, { h }]) => (h.length > 0 ? [[field, h.map(({ o }) => o)]] : [])),
  );
}

function keyOf({ record }: Written): { stream: string; kind: string; record: string } {
  const [place = '', kind = '', id = ''] = record.split('|');
  return { stream: place, kind, record: id };
}
