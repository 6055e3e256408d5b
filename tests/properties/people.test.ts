import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { disputedFields, valuesOf } from '../../src/client/data/record-view.ts';
import { isDisputed, isSameValue, shownValue } from '../../src/protocol/merge.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import type { HistoryEntry } from '../../src/protocol/messages.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import {
  mark,
  openWorld,
  readHome,
  write,
  within,
  type Tablet,
  type World,
} from '../support/world.ts';

const seed = announceSeed('properties/people');
const histories = process.env['STORE'] === 'postgres' ? 5 : 20;
const [hour, day] = [3_600_000, 86_400_000];

let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

const statuses = ['hadir', 'izin', 'sakit', 'alpa'] as const;

/** One edit, and what its author had on the screen, as the test itself saw it there. */
interface Edit {
  id: string;
  r: string;
  value: JsonValue;
  author: string;
  device: string;
  /** Ids of the values on the screen, and of what the same device had written and not sent. */
  seen: string[];
  /** True time, ms. */
  at: number;
}

/**
 * Three trainers with wrong clocks mark two participants and sync now and then, each in turns of their own;
 * in the end all have synced. Notes at each edit what stood on the screen.
 */
async function liveThrough(historySeed: number) {
  world.switchOff();
  const chance = createChance(historySeed);
  const stream = await world.openTraining();
  const tablets: Tablet[] = [];
  for (let index = 0; index < 3; index += 1) {
    const wrongBy = chance.below(800 * day) - 400 * day;
    tablets.push(await world.addTablet(stream, { wrongBy }));
  }
  const edits: Edit[] = [];
  for (let act = 0; act < 16; act += 1) {
    world.home.now += 1_000 + chance.below(hour);
    const tablet = chance.pick(tablets);
    const { device } = tablet;
    if (chance.happens(0.4)) await device.runRound();
    else if (chance.happens(0.1)) tablet.wrongBy += chance.below(4 * day) - 2 * day;
    else {
      const r = `s1:p${chance.below(2)}`;
      const value = chance.happens(0.1) ? null : { status: chance.pick(statuses) };
      const view = await device.records.readRecord(stream, 'attendance', r);
      const seen = view?.state['mark']?.h.map(head => head.o) ?? [];
      const [author, at] = [tablet.person, world.home.now];
      const id = await write(tablet, stream, 'attendance', r, { mark: value });
      edits.push({ id, r, value, author, device: device.device.id, seen, at });
    }
  }
  for (const { device } of [...tablets, ...tablets]) expect(await device.runRound()).toBe(true);
  return { stream, tablets, edits };
}

/** Of these edits, those that no later author had on the screen when writing. */
function unseen(edits: readonly Edit[], r: string): Edit[] {
  const about = edits.filter(edit => edit.r === r);
  return about.filter(({ id }) => !about.some(({ seen }) => seen.includes(id)));
}

test('P7 nothing that an author had on the screen outranks what they wrote, whatever the clocks say', async () => {
  for (let history = 0; history < histories; history += 1) {
    const { stream, tablets, edits } = await liveThrough(seed + history);
    for (const { device } of tablets) {
      for (const { r, state } of await device.records.readShelf(stream, 'attendance', 's1')) {
        const heads = state['mark']?.h.map(head => head.o) ?? [];
        const replaced = edits.filter(edit => edit.r === r).flatMap(({ seen }) => seen);
        expect(
          heads.filter(head => replaced.includes(head)),
          `history ${seed + history}`,
        ).toEqual([]);
        expect(heads.length).toBeGreaterThan(0);
      }
    }
  }
});

test('P7 a correction stands, though its tablet is years behind the one it corrects', async () => {
  const stream = await world.openTraining();
  const fast = await world.addTablet(stream, { wrongBy: 900 * day });
  const slow = await world.addTablet(stream, { wrongBy: -900 * day });
  await mark(fast, stream, 'p1', 'alpa');
  await fast.device.runRound();
  await slow.device.runRound();
  await mark(slow, stream, 'p1', 'hadir');
  await slow.device.runRound();
  await fast.device.runRound();
  for (const { device } of [fast, slow]) {
    const view = await device.records.readRecord(stream, 'attendance', 's1:p1');
    expect(valuesOf(view)).toEqual({ mark: { status: 'hadir' } });
    expect(view && disputedFields(view)).toEqual([]);
  }
});

test('P8 a difference is shown if and only if neither saw the other’s value and the values differ', async () => {
  let [shown, agreed] = [0, 0];
  for (let history = 0; history < histories; history += 1) {
    const { stream, tablets, edits } = await liveThrough(seed + 1_000 + history);
    for (const { device } of tablets) {
      for (const { r, state } of await device.records.readShelf(stream, 'attendance', 's1')) {
        const left = unseen(edits, r);
        const differ = left.some(one => left.some(other => !isSameValue(one.value, other.value)));
        expect(isDisputed(state['mark']), `history ${seed + 1_000 + history}`).toBe(differ);
        if (differ) shown += 1;
        else agreed += 1;
      }
    }
  }
  expect(Math.min(shown, agreed)).toBeGreaterThan(0);
});

test('P8 two who never met and say the same do not differ; two who differ are shown until somebody settles it', async () => {
  const stream = await world.openTraining();
  const [one, other] = [await world.addTablet(stream), await world.addTablet(stream)];
  for (const tablet of [one, other]) await mark(tablet, stream, 'p1', 'izin');
  await mark(one, stream, 'p2', 'hadir');
  await mark(other, stream, 'p2', 'alpa');
  for (const { device } of [one, other, one]) await device.runRound();
  const disputed = async ({ device }: Tablet) =>
    (await device.records.readShelf(stream, 'attendance', 's1'))
      .filter(view => disputedFields(view).length > 0)
      .map(({ r }) => r);
  expect([await disputed(one), await disputed(other)]).toEqual([['s1:p2'], ['s1:p2']]);
  await mark(one, stream, 'p2', 'sakit');
  for (const { device } of [one, other]) await device.runRound();
  expect([await disputed(one), await disputed(other)]).toEqual([[], []]);
});

test('P9 no stamp is later than home’s clock, and wrong clocks keep the true order to within a round trip', async () => {
  for (let history = 0; history < histories; history += 1) {
    world.switchOff();
    const chance = createChance(seed + 2_000 + history);
    const stream = await world.openTraining();
    const { home } = world;
    const rtt = 2_000;
    /** The way to home and back takes its time, in any proportion. */
    const slowly = async (path: string, init?: RequestInit) => {
      const there = chance.below(rtt);
      home.now += there;
      const response = await home.fetch(path, init);
      home.now += rtt - there;
      return response;
    };
    const tablets: Tablet[] = [];
    for (let index = 0; index < 3; index += 1) {
      const wrongBy = chance.below(2_000 * day) - 1_000 * day;
      tablets.push(await world.addTablet(stream, { wrongBy, fetch: slowly }));
    }
    const written: { id: string; at: number }[] = [];
    for (const tablet of [...tablets, ...tablets].sort(() => chance.next() - 0.5)) {
      home.now += 1 + chance.below(3 * rtt);
      const at = home.now;
      written.push({ id: await mark(tablet, stream, 'p1', chance.pick(statuses)), at });
    }
    for (const { device } of tablets) {
      home.now += chance.below(2 * day);
      await device.runRound();
    }
    const operations = await home.store.findOperationsOf([
      { stream, kind: 'attendance', record: 's1:p1' },
    ]);
    expect(operations).toHaveLength(written.length);
    for (const { key, stamp, receivedAt } of operations) {
      const at = written.find(({ id }) => id === key)?.at ?? 0;
      expect(stamp).toBeLessThanOrEqual(receivedAt);
      expect(Math.abs(stamp - at), `history ${seed + 2_000 + history}`).toBeLessThanOrEqual(rtt);
    }
    const [signIn] = [world.koordinator.token];
    const held = within(await readHome(home, signIn), stream)['attendance|s1:p1'];
    const heads = held?.f['mark']?.h ?? [];
    // Each tablet's first edit was replaced by its second: three never met.
    expect(heads).toHaveLength(3);
    const times = heads.map(({ o }) => written.find(({ id }) => id === o)?.at ?? 0);
    for (const [index, time] of times.entries())
      for (const later of times.slice(0, index)) expect(time - later).toBeLessThanOrEqual(2 * rtt);
  }
});

test('P10 every value ever written can be had, with its author, its device and its time', async () => {
  for (let history = 0; history < Math.ceil(histories / 4); history += 1) {
    const { stream, tablets, edits } = await liveThrough(seed + 3_000 + history);
    const [tablet] = tablets as [Tablet];
    // Taken back, refused and settled too.
    await write(tablet, stream, 'participant', 'p1', { name: 'Sarinah' });
    world.home.now += 1_000;
    await write(tablet, stream, 'participant', 'p1', { deleted: true });
    const refused = await write(tablet, stream, 'attendance', 's1:p0', { note: 'x'.repeat(600) });
    await tablet.device.runRound();
    const [own] = await tablet.device.attention.readOwn();
    await tablet.device.attention.withdraw(own?.n ?? 0);
    await tablet.device.runRound();

    const told: HistoryEntry[] = [];
    for (const r of ['s1:p0', 's1:p1'])
      told.push(...(await tablet.device.fetchHistory(stream, 'attendance', r)));
    for (const { id, value, author, device, at } of edits) {
      const entry = told.find(it => it.id === id);
      expect(entry).toMatchObject({ fields: { mark: value }, by: author, device });
      expect(entry?.stamp).toBeLessThanOrEqual(world.home.now);
      const isKnown = entry?.isClockUncertain === false;
      expect(isKnown ? entry.stamp : at).toBe(at);
    }
    expect(told.find(({ id }) => id === refused)).toMatchObject({
      verdict: 'quarantined',
      code: 'invalid-value',
      fields: { note: 'x'.repeat(600) },
    });
    expect(told).toHaveLength(edits.length + 1);
    const about = await tablet.device.fetchHistory(stream, 'participant', 'p1');
    expect(about.map(({ fields }) => fields)).toEqual([{ deleted: true }, { name: 'Sarinah' }]);
  }
});

test('P13 two trainers who mark the same people make one record each, whatever ways they sync', async () => {
  const stream = await world.openTraining();
  const tablets = [
    await world.addTablet(stream, { wrongBy: 3 * hour }),
    await world.addTablet(stream, { wrongBy: -400 * day }),
  ];
  const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
  for (const tablet of tablets) {
    for (const participant of people) await mark(tablet, stream, participant, 'hadir');
  }
  await Promise.all(tablets.map(({ device }) => device.runRound()));
  for (const { device } of tablets) await device.runRound();
  for (const tablet of tablets) {
    const sheet = await tablet.device.records.readShelf(stream, 'attendance', 's1');
    expect(sheet.map(({ r }) => r)).toEqual(people.map(p => `s1:${p}`).sort());
    for (const view of sheet) {
      expect(shownValue(view.state['mark'])).toEqual({ status: 'hadir' });
      expect(view.state['mark']?.h).toHaveLength(2);
      expect(disputedFields(view)).toEqual([]);
    }
    await expectAllAtHome(world.home, tablet);
    await expectAgreement(world.home, tablet);
  }
});
