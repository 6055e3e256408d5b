import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KeepDatabase, recordKey } from '../../src/client/data/keep.ts';
import { valuesOf } from '../../src/client/data/record-view.ts';
import { schemas } from '../../src/domain/records/schemas.ts';
import { text } from '../../src/domain/records/kind.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { replayOpaque } from '../../src/server/admission/replay-opaque.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { push, report } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { announceSeed } from '../support/seed.ts';
import {
  anyHistory,
  deliver,
  headsIn,
  linesOf,
  observe,
  openTwinHome,
  type TwinHome,
} from '../support/twin-streams.ts';
import {
  mark,
  openWorld,
  readHome,
  readOutboxOf,
  statesOf,
  within,
  write,
  type Tablet,
  type World,
} from '../support/world.ts';

const seed = announceSeed('properties/versions');
const isOnPostgres = process.env['STORE'] === 'postgres';

let twins: TwinHome;
let world: World;
beforeAll(async () => {
  twins = await openTwinHome();
  world = await openWorld(seed, twins.home);
});
afterEach(() => {
  world.switchOff();
  forgetHobby();
});
afterAll(() => world.close());

/** What a later version knows of people. */
function learnHobby(): void {
  for (const kind of ['participant', 'member'])
    Object.assign(schemas[kind] ?? {}, { hobby: text(50) });
}

function forgetHobby(): void {
  for (const kind of ['participant', 'member'])
    Reflect.deleteProperty(schemas[kind] ?? {}, 'hobby');
}

test('P17 what was refused stays before its author’s eyes, and once accepted stands as if it had always', async () => {
  const [stream, elsewhere] = [await world.openTraining(), await world.openTraining()];
  const twin = await world.openTraining();
  const coordinator = await world.addTablet(stream, { role: 'koordinator' });
  const budi = await world.addTablet(elsewhere);
  const trainer = await world.addTablet(twin);
  for (const [tablet, where] of [
    [budi, stream],
    [trainer, twin],
  ] as const) {
    await mark(tablet, where, 'p1', 'hadir');
    await mark(tablet, where, 'p1', 'izin');
    await mark(tablet, where, 'p2', 'alpa');
    await tablet.device.runRound();
  }
  const sheetOf = async ({ device }: Tablet, where: string) =>
    (await device.records.readShelf(where, 'attendance', 's1')).map(view => [
      view.r,
      valuesOf(view),
    ]);
  const expected = [
    ['s1:p1', { mark: { status: 'izin' } }],
    ['s1:p2', { mark: { status: 'alpa' } }],
  ];
  expect(await sheetOf(budi, stream)).toEqual(expected);
  expect((await budi.device.attention.readOwn()).map(({ code }) => code)).toEqual([
    'forbidden',
    'forbidden',
    'forbidden',
  ]);
  await coordinator.device.runRound();
  expect(await sheetOf(coordinator, stream)).toEqual([]);

  for (const refused of await coordinator.device.attention.fetchAll())
    await coordinator.device.attention.decide(refused, 'accept');
  await coordinator.device.runRound();
  await budi.device.runRound();
  expect(await budi.device.attention.readOwn()).toEqual([]);
  expect(await sheetOf(budi, stream)).toEqual(expected);
  await coordinator.device.runRound();
  expect(await sheetOf(coordinator, stream)).toEqual(expected);
  expect(await sheetOf(trainer, twin)).toEqual(expected);
  const marks = async (where: string, who: Tablet) => {
    const held = within(await readHome(world.home, world.koordinator.token), where);
    const own = Object.entries(statesOf(held)).filter(([key]) => key.startsWith('attendance|'));
    const names = [...(await readOutboxOf(who)).map(({ id }) => id), who.person];
    return names.reduce((told, name, at) => told.replaceAll(name, `#${at}`), JSON.stringify(own));
  };
  const isOfBudi = await marks(stream, budi);
  expect(isOfBudi.replaceAll(/"#3"/g, '"author"')).toBe(
    (await marks(twin, trainer)).replaceAll(/"#3"/g, '"author"'),
  );
});

test('P18 an older client never erases what it does not know, and shows what it does', async () => {
  const { home, koordinator } = world;
  const stream = await world.openTraining();
  const old = await world.addTablet(stream);
  learnHobby();
  const later = operation({
    id: world.chance.uuid(),
    stream,
    dev: 'laptop-later',
    n: 1,
    by: koordinator.person.id,
    t: 'participant',
    r: 'p1',
    f: { name: 'Sarinah', hobby: 'mancing' },
    wall: home.now,
  });
  await push(home, koordinator.token, [later], report(home, 'laptop-later'));
  forgetHobby();

  await old.device.runRound();
  await write(old, stream, 'participant', 'p1', { name: 'Sarinah binti Amat', phone: '0811' });
  // What a version before this one left in the outbox: fewer fields, and an older number.
  const [row] = await readOutboxOf(old);
  const id = world.chance.uuid();
  const keep = new KeepDatabase(old.name);
  await keep.outbox.add({
    id,
    person: old.person,
    state: 'pending',
    record: recordKey(stream, 'participant', 'p2'),
    body: {
      ...(row?.body as Omit<Operation, 'n'>),
      id,
      r: 'p2',
      sv: 0,
      f: { name: 'Amat' },
      p: {},
    },
    verdicts: [],
  });
  keep.close();
  expect(await old.device.runRound()).toBe(true);
  await expectAllAtHome(home, old);
  await expectAgreement(home, old);
  const states = statesOf(within(await readHome(home, koordinator.token), stream));
  expect(states['participant|p1']?.['hobby']?.h).toMatchObject([{ v: 'mancing', o: later.id }]);
  expect(states['participant|p1']?.['name']?.h).toMatchObject([{ v: 'Sarinah binti Amat' }]);
  expect(states['participant|p2']?.['name']?.h).toMatchObject([{ v: 'Amat', o: id }]);
  const view = await old.device.records.readRecord(stream, 'participant', 'p1');
  expect(view?.state['hobby']?.h).toMatchObject([{ v: 'mancing' }]);
});

let histories = 0;

test('P18 what was opaque and is then refused is let in by a decision that came before', async () => {
  histories += 1;
  const [one] = await twins.openTwins();
  const { people, home } = twins;
  const refused = {
    does: 'edit' as const,
    by: 'budi' as const,
    record: 0,
    fields: ['name' as const],
    sees: [],
    is: 'later' as const,
    minute: 1,
  };
  const accept = {
    does: 'decide' as const,
    by: 'kartini' as const,
    on: 0,
    outcome: 'accept' as const,
  };
  const lines = linesOf([refused, accept], one, people, histories);
  expect(await deliver(twins, lines)).toMatchObject([{ s: 'opaque' }, { s: 'ok' }]);
  learnHobby();
  expect(await replayOpaque(home.home, home.operations)).toBe(1);
  expect(await deliver(twins, lines)).toMatchObject([{ s: 'dup' }, { s: 'dup' }]);
});

test('P18 a right that is understood only now lets in what was understood with it', async () => {
  histories += 1;
  const [one] = await twins.openTwins();
  const { people, home } = twins;
  const edit = { does: 'edit' as const, by: 'dewi' as const, record: 0, fields: ['name' as const] };
  const lines = linesOf(
    [
      { ...edit, sees: [], is: 'later', minute: 1 },
      { does: 'admit', whom: 'dewi', is: 'later' },
    ],
    one,
    people,
    histories,
  );
  expect(await deliver(twins, lines)).toMatchObject([{ s: 'opaque' }, { s: 'opaque' }]);
  learnHobby();
  expect(await replayOpaque(home.home, home.operations)).toBe(2);
  expect(await deliver(twins, lines)).toMatchObject([{ s: 'dup' }, { s: 'dup' }]);
});

test('P18 what is accepted before it is understood is let in once it is, and is looked at then', async () => {
  histories += 1;
  const [one] = await twins.openTwins();
  const { people, home } = twins;
  const edit = {
    does: 'edit' as const,
    by: 'stranger' as const,
    record: 0,
    fields: ['name' as const],
    sees: [],
    is: 'later' as const,
    minute: 1,
  };
  const accept = { does: 'decide' as const, by: 'kartini' as const, outcome: 'accept' as const };
  const [sound, odd, ...accepts] = linesOf(
    [edit, { ...edit, record: 1 }, { ...accept, on: 0 }, { ...accept, on: 1 }],
    one,
    people,
    histories,
  );
  const lines = [sound, { ...odd, f: { name: 'Sarinah', hobby: 7 } }, ...accepts];
  await deliver(twins, lines);
  expect(Object.keys(headsIn(await observe(twins, one)))).toEqual([]);
  learnHobby();
  await replayOpaque(home.home, home.operations);
  expect(headsIn(await observe(twins, one))).toEqual({
    p0: { hobby: [sound?.id], name: [sound?.id] },
  });
});

test('P18 what was opaque is after an upgrade as if it had been understood at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      async (acts, batches) => {
        histories += 1;
        const [before, after] = await twins.openTwins();
        const { people, home } = twins;
        const some = acts.map((act, index) =>
          act.does !== 'decide' && index % 2 ? { ...act, is: 'later' as const } : act,
        );
        forgetHobby();
        const verdicts = await deliver(twins, linesOf(some, before, people, histories), batches);
        learnHobby();
        await replayOpaque(home.home, home.operations);
        await deliver(twins, linesOf(some, after, people, histories), batches);
        expect(await observe(twins, before)).toEqual(await observe(twins, after));
        expect(await replayOpaque(home.home, home.operations)).toBe(0);
        expect(verdicts).toHaveLength(some.length);
      },
    ),
    { numRuns: isOnPostgres ? 10 : 40, endOnFailure: true },
  );
});
