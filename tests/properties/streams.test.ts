import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paths, type PullRequest, type Verdict } from '../../src/protocol/messages.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { expectAgreement } from '../support/agreement.ts';
import { createFaultyNetwork } from '../support/faulty-network.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { openHome, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { mark, openWorld, readBase, readHome, write, type World } from '../support/world.ts';

const seed = announceSeed('properties/streams');
const isOnPostgres = process.env['STORE'] === 'postgres';

/** The homes that write to one database: several servers where that can be, else one. */
let homes: TestHome[];
let world: World;
beforeAll(async () => {
  if (isOnPostgres) {
    const address = await freshDatabase();
    homes = [];
    for (let index = 0; index < 3; index += 1)
      homes.push(await openHome({ store: await openPostgresStore(address) }));
  } else homes = [await openHome()];
  world = await openWorld(seed, homes[0]);
});
afterEach(() => world.switchOff());
afterAll(async () => {
  await world.close();
  for (const other of homes.slice(1)) await other.close();
});

test('P6 with nothing pending and nothing refused, the base is what home holds and the view is the base', async () => {
  const stream = await world.openTraining();
  const tablets = [await world.addTablet(stream), await world.addTablet(stream)];
  const [one, other] = tablets as [(typeof tablets)[0], (typeof tablets)[0]];
  for (const [index, tablet] of [one, other, one, other, one].entries()) {
    await mark(tablet, stream, `p${index % 3}`, index % 2 ? 'hadir' : 'alpa');
    await write(tablet, stream, 'participant', `p${index}`, { name: `Nama ${index}` });
    await write(tablet, stream, 'attendance', `s1:p${index % 2}`, { note: `Catatan ${index}` });
    if (index === 2) await write(tablet, stream, 'participant', 'p0', { deleted: true });
    if (index % 2) await tablet.device.runRound();
  }
  for (const { device } of [one, other, one]) expect(await device.runRound()).toBe(true);
  for (const tablet of tablets) {
    expect(tablet.device.sync.status.value).toMatchObject({ waiting: 0, attention: 0 });
    await expectAgreement(world.home, tablet);
  }
  expect(await readBase(one)).toEqual(await readBase(other));
});

/** Many devices that write at once to a few streams through all the homes, as raw pushes. */
async function writeAtOnce(streams: readonly string[], pushes: number, history: number) {
  const chance = createChance(history);
  const author = world.koordinator;
  const verdicts = streams.map(() => [] as Verdict[]);
  await Promise.all(
    Array.from({ length: pushes }, async (_, index) => {
      const device = `writer-${history}-${index}`;
      const count = 1 + chance.below(6);
      const chosen = Array.from({ length: count }, () => chance.below(streams.length));
      const ops = chosen.map((at, n) =>
        operation({
          id: chance.uuid(),
          dev: device,
          n: n + 1,
          by: author.person.id,
          stream: streams[at] as string,
          t: 'participant',
          r: `p${chance.below(40)}`,
          f: { name: `Nama ${index}.${n} ${'x'.repeat(chance.below(150))}` },
          wall: world.home.now,
        }),
      );
      const home = homes[index % homes.length] as TestHome;
      for (let turn = chance.below(12); turn > 0; turn -= 1) await new Promise(setImmediate);
      const results = await deliver(home, author.token, ops, device);
      results.forEach((verdict, at) => verdicts[chosen[at] ?? 0]?.push(verdict));
    }),
  );
  return verdicts;
}

/** Delivers until home had time for it, as a device does. */
async function deliver(home: TestHome, token: string, ops: unknown[], device: string) {
  for (;;) {
    const answer = await push(home, token, ops, report(home, device)).catch((failure: Error) => {
      if (!/"busy"/.test(failure.message)) throw failure;
      return undefined;
    });
    if (answer && answer.results.every(({ s }) => s !== 'retry')) return answer.results;
    await new Promise(setImmediate);
  }
}

test('P11 counters have no gaps and no row appears behind a cursor, with many writers and readers at once', async () => {
  for (let history = 0; history < (isOnPostgres ? 3 : 6); history += 1) {
    const streams = [await world.openTraining(), await world.openTraining()];
    const heads = await world.home.store.readHeads();
    const before = streams.map(stream => heads.get(stream) ?? 0);
    let isWriting = true;

    /** Follows by its cursor, and keeps of each record the newest number it was told. */
    async function follow(home: TestHome): Promise<Map<string, number>> {
      const held = new Map<string, number>();
      const cursors: Record<string, number> = Object.fromEntries(streams.map(it => [it, 0]));
      for (let isLast = false; !isLast;) {
        isLast = !isWriting;
        await new Promise(setImmediate);
        const { pages } = await pull(home, world.koordinator.token, {
          scopes: { ...(await othersAtEnd(home, streams)), ...cursors },
          maxBytes: 4_096,
        });
        for (const { scope, from, to, records } of pages) {
          if (!streams.includes(scope)) continue;
          expect(from).toBe(cursors[scope]);
          for (const { t, r, seq } of records) {
            expect(seq, 'no row appears behind the cursor').toBeGreaterThan(from);
            expect(seq).toBeLessThanOrEqual(to);
            held.set(`${scope}|${t}|${r}`, seq);
          }
          cursors[scope] = to;
        }
      }
      return held;
    }

    const readers = [...homes, ...homes].map(follow);
    const verdicts = await writeAtOnce(streams, 40, seed + history);
    isWriting = false;

    for (const [index, stream] of streams.entries()) {
      const numbers = verdicts[index]?.map(said => ('seq' in said ? said.seq : 0)) ?? [];
      const first = (before[index] ?? 0) + 1;
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => first + at));
      expect((await world.home.store.readHeads()).get(stream)).toBe(first + numbers.length - 1);
    }
    const whole = await readHome(world.home, world.koordinator.token);
    const ours = Object.entries(whole).filter(([key]) =>
      streams.some(it => key.startsWith(`${it}|`)),
    );
    for (const reader of readers)
      expect(new Map(await reader)).toEqual(new Map(ours.map(([key, { seq }]) => [key, seq])));
  }
});

/** Cursors that ask for nothing of the other streams. */
async function othersAtEnd(home: TestHome, streams: readonly string[]) {
  const heads = [...(await home.store.readHeads())];
  return Object.fromEntries(heads.filter(([stream]) => !streams.includes(stream)));
}

test('P12 a pull from 0 gives what any interrupted series of pulls gives, also while others write', async () => {
  for (let history = 0; history < (isOnPostgres ? 2 : 4); history += 1) {
    world.switchOff();
    const stream = await world.openTraining();
    const chance = createChance(seed + 50 + history);
    let cut = 0.7;
    const faulty = createFaultyNetwork(
      (path, init) => world.home.fetch(path, init),
      chance,
      () => ({
        lost: cut / 7,
        unanswered: cut / 7,
        doubled: cut / 7,
        cut,
        portal: cut / 14,
      }),
    );
    /** Small pages, so that there is something to cut. */
    const inPages: typeof faulty = (path, init) => {
      if (path !== paths.pull || typeof init?.body !== 'string') return faulty(path, init);
      const body = JSON.parse(init.body) as PullRequest;
      return faulty(path, { ...init, body: JSON.stringify({ ...body, maxBytes: 1 }) });
    };
    const tablet = await world.addTablet(stream);
    tablet.device.close();
    tablet.device = await tablet.open({ fetch: inPages });
    let isWriting = true;
    const writing = writeAtOnce([stream], 60, seed + 90 + history).then(() => (isWriting = false));
    let rounds = 0;
    while (isWriting || rounds < 6) {
      rounds += 1;
      await tablet.device.runRound().catch(() => {});
    }
    await writing;
    cut = 0;
    expect(await tablet.device.runRound()).toBe(true);

    const fresh = await world.addTablet(stream);
    await fresh.device.runRound();
    await tablet.device.runRound();
    expect(Object.keys(await readBase(tablet)).length).toBeGreaterThan(20);
    expect(await readBase(tablet)).toEqual(await readBase(fresh));
    await expectAgreement(world.home, tablet);
  }
});
