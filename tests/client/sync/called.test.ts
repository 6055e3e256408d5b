import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type {
  CallResponse,
  DeviceEntry,
  DevicesResponse,
  PictureTime,
} from '../../../src/protocol/event-messages.ts';
import { paths } from '../../../src/protocol/messages.ts';
import { createFakePage, type FakePage } from '../../support/fake-page.ts';
import { createHandTimers } from '../../support/hand-timers.ts';
import { mark, openWorld, write, type Tablet, type World } from '../../support/world.ts';

let world: World;
let stream: string;
const pages: FakePage[] = [];
const bugs: unknown[] = [];

beforeAll(async () => {
  world = await openWorld(61);
});
afterEach(() => {
  for (const page of pages.splice(0)) page.hide();
  world.switchOff();
});
afterAll(async () => {
  await world.close();
  if (bugs.length > 0) throw bugs[0];
});

/** Lines to home that a test cuts: each is ended by its function. */
type Cuts = (() => void)[];

async function addListening(cuts: Cuts = []): Promise<Tablet & { page: FakePage; opened: number }> {
  const page = createFakePage();
  pages.push(page);
  const timers = createHandTimers();
  const counts = { opened: 0 };
  const tablet = await world.addTablet(stream, {
    page,
    timers,
    random: () => 0.5,
    // A round may still be under way when a test ends and its device is switched off.
    reportBug: failure => {
      if ((failure as Error).name !== 'DatabaseClosedError') bugs.push(failure);
    },
    fetch: async (path, init) => {
      const response = await world.home.fetch(path, init);
      if (!path.startsWith(paths.events) || !response.body) return response;
      counts.opened += 1;
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const cut = new AbortController();
      cuts.push(() => cut.abort());
      response.body.pipeTo(writable, { signal: cut.signal }).catch(() => {});
      return new Response(readable, response);
    },
  });
  tablets.set(tablet, timers);
  return Object.assign(tablet, {
    page,
    get opened() {
      return counts.opened;
    },
  });
}
const tablets = new Map<Tablet, ReturnType<typeof createHandTimers>>();
const timersOf = (tablet: Tablet) => tablets.get(tablet) as ReturnType<typeof createHandTimers>;

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await world.home.fetch(path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      Authorization: `Bearer ${world.koordinator.token}`,
      'Content-Type': 'application/json',
    },
  });
  return (await response.json()) as T;
}
const call = (pictures: PictureTime = 'now') =>
  ask<CallResponse>(paths.calls, { stream, pictures });

async function entryOf({ device }: Tablet): Promise<DeviceEntry> {
  const { devices } = await ask<DevicesResponse>(paths.devices);
  const found = devices.find(({ id }) => id === device.device.id);
  if (!found) throw new Error('the device is not on the board');
  return found;
}

const becomes = (tablet: Tablet, what: object) =>
  vi.waitFor(async () => expect(await entryOf(tablet)).toMatchObject(what), { interval: 5 });

describe('13.4 a device that is open', () => {
  test('hears a call, answers at once, and brings what it has', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await tablet.device.runRound();
    await becomes(tablet, { isHere: true, held: 0 });
    await mark(tablet, stream, 'p1');
    await mark(tablet, stream, 'p2');
    const { call: called, reached } = await call();
    expect(reached).toEqual([tablet.device.device.id]);
    await becomes(tablet, {
      held: 2,
      report: { call: called.id, waiting: { ops: 0 } },
      proof: { operations: 2, pictures: 0 },
    });
  });

  test('7.2 brings what it has also where the browser never says how the battery stands', async () => {
    stream = await world.openTraining();
    const browser = { getBattery: () => new Promise<never>(() => {}) };
    const tablet = await world.addTablet(stream, { browser });
    await mark(tablet, stream, 'p1');
    expect(await tablet.device.runRound()).toBe(true);
    expect((await entryOf(tablet)).report?.battery).toBeUndefined();
    const charged = { getBattery: () => Promise.resolve({ level: 0.4, charging: false }) };
    const other = await world.addTablet(stream, { browser: charged });
    await other.device.runRound();
    expect((await entryOf(other)).report?.battery).toBe(0.4);
  });

  test('is not there while nobody looks at it, and is again when somebody does', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await tablet.device.runRound();
    await becomes(tablet, { isHere: true });
    tablet.page.hide();
    await becomes(tablet, { isHere: false });
    world.home.now += 5_000;
    const { reached, call: missed } = await call();
    expect(reached).toEqual([]);
    tablet.page.show();
    await becomes(tablet, { isHere: true, report: { call: missed.id } });
  });

  test('whose line is cut again and again hears every call once', async () => {
    stream = await world.openTraining();
    const cuts: Cuts = [];
    const tablet = await addListening(cuts);
    await tablet.device.runRound();
    const board = await tablet.device.loadBoard();
    const heard: string[] = [];
    board.heard.subscribe(last => last && heard.push(last.id));
    const made: string[] = [];
    for (let time = 0; time < 5; time += 1) {
      await becomes(tablet, { isHere: true });
      cuts.at(-1)?.();
      await becomes(tablet, { isHere: false });
      world.home.now += 5_000;
      made.push((await call()).call.id);
      // It comes back by itself, within a second or so: hello resets the wait.
      await vi.waitFor(() => expect(Math.min(...timersOf(tablet).pending())).toBeLessThan(1_000));
      await timersOf(tablet).advance(1_000);
      await becomes(tablet, { report: { call: made.at(-1) } });
    }
    expect(heard).toEqual(made);
  });

  test('holds pictures back when the call says so, sends names, and loses none', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await tablet.device.runRound();
    await becomes(tablet, { isHere: true });
    world.home.now += 5_000;
    await call('later');
    const board = await tablet.device.loadBoard();
    await vi.waitFor(() => expect(board.arePicturesHeld()).toBe(true));
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]).buffer;
    const image = await tablet.device.pictures.keep(bytes, { mime: 'image/png', w: 1, h: 1 });
    await write(tablet, stream, 'signature', '2021-06-29:p1', { image: { ...image } });
    expect(await tablet.device.runRound()).toBe(true);
    await becomes(tablet, { held: 1, proof: null, report: { waiting: { ops: 0, pictures: 1 } } });
    expect(await tablet.device.pictures.stateOf(image.sha256)).toBe('waiting');
    world.home.now += 5_000;
    await call('now');
    await becomes(tablet, { proof: { operations: 1, pictures: 1 } });
    expect(await tablet.device.pictures.stateOf(image.sha256)).toBe('home');
  });

  test('sends pictures again by itself half an hour after the last word', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await tablet.device.runRound();
    await becomes(tablet, { isHere: true });
    world.home.now += 5_000;
    await call('later');
    const board = await tablet.device.loadBoard();
    await vi.waitFor(() => expect(board.arePicturesHeld()).toBe(true));
    world.home.now += 30 * 60_000;
    expect(board.arePicturesHeld()).toBe(false);
  });
});

describe('13.6 a device says that it is whole', () => {
  test('not while something of it is kept apart', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await mark(tablet, stream, 'p1');
    await write(tablet, stream, 'training', 'not-mine', { name: 'Mine' });
    for (const wait of [0, 300_000]) {
      world.home.now += wait;
      await tablet.device.runRound();
      expect(await entryOf(tablet)).toMatchObject({ held: 2, proof: null });
    }
  });

  test('about every five minutes without a call, so that a day of marks costs no more than it did', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await tablet.device.runRound();
    await mark(tablet, stream, 'p1');
    await tablet.device.runRound();
    expect(await entryOf(tablet)).toMatchObject({ held: 1, proof: null });
    world.home.now += 300_000;
    await tablet.device.runRound();
    const first = await entryOf(tablet);
    expect(first).toMatchObject({ proof: { operations: 1, at: world.home.now } });
    world.home.now += 299_000;
    await tablet.device.runRound();
    expect((await entryOf(tablet)).lastSeenAt).toBe(first.lastSeenAt);
    world.home.now += 1_000;
    await tablet.device.runRound();
    expect(await entryOf(tablet)).toMatchObject({ proof: { at: world.home.now } });
  });

  test('again after home came back from a backup, and had it brought again', async () => {
    stream = await world.openTraining();
    const tablet = await addListening();
    await mark(tablet, stream, 'p1');
    await tablet.device.runRound();
    world.home.now += 300_000;
    await tablet.device.runRound();
    expect(await entryOf(tablet)).toMatchObject({ proof: { operations: 1 } });
    await world.home.store.transaction(tx => tx.setEpoch('after-a-restore'));
    expect(await entryOf(tablet)).toMatchObject({ proof: null });
    world.home.now += 300_000;
    await tablet.device.runRound();
    expect(await entryOf(tablet)).toMatchObject({ proof: { operations: 1 } });
  });
});

test('13.8 what a check before leaving came to is on the board', async () => {
  stream = await world.openTraining();
  const tablet = await addListening();
  const board = await tablet.device.loadBoard();
  const leaving = { at: world.home.now, training: 't1', open: ['battery'] };
  await board.saveLeaving(leaving);
  expect(await board.readLeaving()).toEqual(leaving);
  await becomes(tablet, { report: { leaving } });
});
