import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Timers } from '../../src/client/api/deadline.ts';
import { paths } from '../../src/protocol/messages.ts';
import type { Store } from '../../src/server/store/store.ts';
import { queueLimits } from '../../src/server/sync/write-queue.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { createFaultyNetwork, noFaults } from '../support/faulty-network.ts';
import { openHome, openUsualStore } from '../support/home.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { mark, openWorld, readOutboxOf, write, type Tablet, type World } from '../support/world.ts';

const seed = announceSeed('properties/storm');
const isOnPostgres = process.env['STORE'] === 'postgres';

/** Home's one writer, to be held up at will. */
let opened = Promise.resolve();
let openGate = () => {};
let world: World;

beforeAll(async () => {
  const store = await openUsualStore();
  const gated: Store = {
    ...store,
    transaction: async work => {
      await opened;
      return store.transaction(work);
    },
  };
  world = await openWorld(seed, await openHome({ store: gated }));
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

function shutGate(): void {
  opened = new Promise(resolve => {
    openGate = resolve;
  });
}

/** Lets everything go on that can without time going by. */
async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
}

/** Comes back when nothing has happened for a while. */
async function rest(happened: () => number): Promise<void> {
  for (let before = -1; before !== happened();) {
    before = happened();
    await settle(80);
  }
}

/** What came to home and was not answered, and what was answered when. */
function watch(at: () => number) {
  const waiting = new Map<number, { path: string; method: string; bytes: number }>();
  const answers: {
    device: string;
    path: string;
    method: string;
    status: number;
    at: number;
    retryAfterMs: number;
  }[] = [];
  const asked: { device: string; path: string; method: string; at: number }[] = [];
  let requests = 0;
  return {
    waiting,
    answers,
    asked,
    of: (device: string) => async (path: string, init?: RequestInit) => {
      const [n, method] = [(requests += 1), init?.method ?? 'GET'];
      asked.push({ device, path, method, at: at() });
      waiting.set(n, { path, method, bytes: (init?.body as ArrayBuffer | null)?.byteLength ?? 0 });
      try {
        const response = await world.home.fetch(path, init);
        // The header says the same in whole seconds.
        const { retryAfterMs = 0 } =
          response.status === 429
            ? ((await response.clone().json()) as { retryAfterMs?: number })
            : {};
        answers.push({ device, path, method, status: response.status, at: at(), retryAfterMs });
        return response;
      } finally {
        waiting.delete(n);
      }
    },
  };
}

/** Timers of many devices on one clock that only goes on when nothing else can. */
function createTimers() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after: ((ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    }) satisfies Timers['after'],
    /** Goes on to the next timer, if there is any. */
    next: () => {
      const at = Math.min(...timers.map(timer => timer.at));
      if (at === Infinity) return;
      now = at;
      const due = timers.filter(timer => timer.at <= at);
      timers = timers.filter(timer => timer.at > at);
      for (const { run } of due) run();
    },
  };
}

test('P21 in a storm memory is bounded, 429 is honoured, pictures wait, and everybody comes to the end', async () => {
  const stream = await world.openTraining();
  const early = await world.home.letIn('fasilitator', { name: 'Rini', stream }, 'tablet-early');
  const timers = createTimers();
  const count = 110;
  const watched = watch(timers.now);
  const tablets: Tablet[] = [];
  for (let index = 0; index < count; index += 1) {
    const tablet = await world.addTablet(stream);
    await mark(tablet, stream, `p${index}`);
    const body = new Uint8Array(300 + index).fill(index).buffer;
    const about = { mime: 'image/png', w: 3, h: 4 } as const;
    const image = await tablet.device.pictures.keep(body, about);
    await write(tablet, stream, 'signature', `2021-06-29:p${index}`, { image: { ...image } });
    tablet.device.close();
    tablet.device = await tablet.open({
      fetch: watched.of(tablet.name),
      timers,
      monotonic: timers.now,
      clock: () => timers.now(),
    });
    tablets.push(tablet);
  }
  world.home.now += 1_000;

  shutGate();
  for (const { device } of tablets) device.start();
  timers.next();
  const bound = queueLimits.waiting + queueLimits.together;
  while (watched.asked.length < count || watched.waiting.size > bound) await settle();
  const waitingNow = [...watched.waiting.values()];
  // One group is being committed, a full queue stands behind it, and nothing else is held.
  expect(waitingNow.every(({ path }) => path === paths.push)).toBe(true);
  expect(waitingNow.length).toBeLessThanOrEqual(bound);
  const turnedAway = watched.answers.filter(({ status }) => status === 429);
  expect(turnedAway.length).toBe(count - waitingNow.length);
  expect(turnedAway.length).toBeGreaterThan(0);

  // A picture that comes now is told to wait.
  const headers = {
    Authorization: `Bearer ${early.token}`,
    'Content-Type': 'application/octet-stream',
    'Upload-Offset': '0',
    'Upload-Length': '9',
  };
  const path = `${paths.blobs}/${'a'.repeat(64)}`;
  const piece = { method: 'PATCH', headers, body: new Uint8Array(9) };
  const told = await world.home.fetch(path, piece);
  expect(told.status).toBe(429);
  expect(Number(told.headers.get('Retry-After'))).toBeGreaterThan(0);

  openGate();
  const left = new Set(tablets);
  for (let steps = 0; left.size > 0;) {
    const ends = [...left].map(({ device }) => device.sync.status.value.phase.is);
    expect(steps, `${ends.join(' ')}: everybody comes to the end`).toBeLessThan(2_000);
    await rest(() => watched.asked.length);
    if (watched.waiting.size > 0) continue;
    timers.next();
    steps += 1;
    for (const tablet of left) {
      const { waiting, pictures, phase } = tablet.device.sync.status.value;
      const isDone = waiting === 0 && pictures.waiting === 0 && phase.is === 'idle';
      if (isDone) left.delete(tablet);
    }
  }

  for (const [index, { name }] of tablets.entries()) {
    const answers = watched.answers.filter(({ device }) => device === name);
    const asked = watched.asked.filter(({ device }) => device === name);
    for (const { status, at, retryAfterMs } of answers) {
      const again = asked.find(question => question.at > at);
      const isEarly = status === 429 && again !== undefined && again.at < at + retryAfterMs;
      expect(isEarly, `tablet ${index} came back before it was told to`).toBe(false);
    }
    const delivered = answers.findIndex(it => it.path === paths.push && it.status === 200);
    const picture = answers.findIndex(it => it.method === 'PATCH');
    expect(delivered).toBeGreaterThanOrEqual(0);
    expect(picture).toBeGreaterThan(delivered);
  }
  await settle(200);
  for (const tablet of tablets) await expectAllAtHome(world.home, tablet);
  for (const tablet of tablets.slice(0, 3)) {
    await tablet.device.runRound();
    await expectAgreement(world.home, tablet);
  }
});

test('P21 an operation that is written while pictures go up overtakes them', async () => {
  const stream = await world.openTraining();
  const watched = watch(() => 0);
  const tablet = await world.addTablet(stream);
  tablet.device.close();
  let pieces = 0;
  const fetch = watched.of(tablet.name);
  const device = await tablet.open({
    fetch: async (path, init) => {
      const response = await fetch(path, init);
      if (init?.method !== 'PATCH') return response;
      pieces += 1;
      if (pieces === 2) await mark(tablet, stream, 'p1');
      return response;
    },
  });
  tablet.device = device;
  for (let index = 0; index < 2; index += 1) {
    const bytes = new Uint8Array(800_000).fill(index + 1).buffer;
    await device.pictures.keep(bytes, { mime: 'image/png', w: 3, h: 4 });
  }
  expect(await device.runRound()).toBe(true);
  const order = watched.answers
    .filter(({ method, path }) => method === 'PATCH' || path === paths.push)
    .map(({ method }) => (method === 'PATCH' ? 'piece' : 'push'));
  expect(order.indexOf('push')).toBe(2);
  expect(order.filter(it => it === 'piece').length).toBeGreaterThanOrEqual(8);
  await expectAllAtHome(world.home, tablet);
  expect(device.sync.status.value.pictures).toEqual({ waiting: 0, bytes: 0 });
});

test('P22 two tabs of one device that sync at once break nothing', async () => {
  for (let history = 0; history < (isOnPostgres ? 3 : 10); history += 1) {
    world.switchOff();
    const { home } = world;
    const chance = createChance(seed + history);
    const stream = await world.openTraining();
    const other = await world.addTablet(stream);
    const tablet = await world.addTablet(stream);
    let faults = { lost: 0.12, unanswered: 0.15, doubled: 0.15, cut: 0.15, portal: 0.05 };
    const open = () =>
      tablet.open({
        fetch: createFaultyNetwork(
          async (path, init) => {
            // Which of the two comes first is another each time.
            await settle(chance.below(6));
            return home.fetch(path, init);
          },
          chance,
          () => faults,
        ),
      });
    tablet.device.close();
    const tabs = [
      { ...tablet, device: await open() },
      { ...tablet, device: await open() },
    ] as const;
    const written: string[] = [];
    for (let act = 0; act < 16; act += 1) {
      home.now += 1_000;
      const tab = chance.pick(tabs);
      const participant = `p${chance.below(4)}`;
      if (chance.happens(0.5)) {
        const rounds = tabs.map(({ device }) => device.runRound().catch(() => {}));
        if (chance.happens(0.5)) written.push(await mark(tab, stream, participant, 'izin'));
        await Promise.all(rounds);
      } else if (chance.happens(0.3)) {
        await mark(other, stream, participant, 'alpa');
        await other.device.runRound();
      } else written.push(await mark(tab, stream, participant, chance.pick(['hadir', 'sakit'])));
    }
    faults = noFaults;
    await Promise.all(tabs.map(({ device }) => device.runRound().catch(() => {})));
    await other.device.runRound();
    for (const { device } of tabs) expect(await device.runRound()).toBe(true);

    const [tab] = tabs;
    const rows = await readOutboxOf(tab);
    expect(
      rows.map(({ id }) => id),
      `history ${seed + history}`,
    ).toEqual(written);
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
    await expectAllAtHome(home, tab);
    for (const one of tabs) await expectAgreement(home, one);
    const sheet = await tab.device.records.readShelf(stream, 'attendance', 's1');
    const heads = sheet.flatMap(({ state }) => state['mark']?.h.map(head => head.o) ?? []);
    const named = new Set(rows.flatMap(({ body }) => body.p['mark'] ?? []));
    expect(heads.filter(id => named.has(id))).toEqual([]);
    for (const { device } of tabs) device.close();
  }
});

test('P22 an answer that comes late to one tab takes back nothing that the other has learnt since', async () => {
  const { home } = world;
  const [stream, elsewhere] = [await world.openTraining(), await world.openTraining()];
  const coordinator = await world.addTablet(stream, { role: 'koordinator' });
  const tablet = await world.addTablet(elsewhere);
  let answer = () => {};
  const answering = new Promise<void>(resolve => {
    answer = resolve;
  });
  const slow = await tablet.open({
    fetch: async (path, init) => {
      const response = await home.fetch(path, init);
      if (path === paths.push || path === paths.pull) await answering;
      return response;
    },
  });
  const id = await mark(tablet, stream, 'p1');
  const late = slow.runRound();
  for (const { device } of [tablet, coordinator]) await device.runRound();
  const [refused] = await coordinator.device.attention.fetchAll();
  expect(refused?.id).toBe(id);
  await coordinator.device.attention.decide({ id, operation: refused?.operation ?? {} }, 'accept');
  for (const { device } of [coordinator, tablet]) await device.runRound();
  expect(tablet.device.sync.status.value).toMatchObject({ attention: 0, delivered: 1 });

  answer();
  await late;
  const [row] = await readOutboxOf(tablet);
  expect(row?.verdicts.at(-1)).toMatchObject({ s: 'ok' });
  expect(await tablet.device.attention.readOwn()).toEqual([]);
  await expectAllAtHome(home, tablet);
  slow.close();
});
