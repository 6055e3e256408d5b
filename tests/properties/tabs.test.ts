import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paths } from '../../src/protocol/messages.ts';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { createFaultyNetwork, noFaults } from '../support/faulty-network.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { mark, openWorld, readOutboxOf, type World } from '../support/world.ts';

const seed = announceSeed('properties/tabs');
const isOnPostgres = process.env['STORE'] === 'postgres';

let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

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
            for (let turn = chance.below(6); turn > 0; turn -= 1) await new Promise(setImmediate);
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
      // It never comes to ask what became of it.
      if (path === paths.pull) throw new TypeError('Failed to fetch');
      const response = await home.fetch(path, init);
      if (path === paths.push) await answering;
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
  await expect(late).rejects.toMatchObject({ code: 'offline' });
  const [row] = await readOutboxOf(tablet);
  expect(row?.verdicts.at(-1)).toMatchObject({ s: 'ok' });
  expect(await tablet.device.attention.readOwn()).toEqual([]);
  await expectAllAtHome(home, tablet);
  slow.close();
});

test('P22 a page that comes late to one tab hides nothing that the other has received since', async () => {
  const { home } = world;
  const stream = await world.openTraining();
  const [other, tablet] = [await world.addTablet(stream), await world.addTablet(stream)];
  const rounds = async () => {
    for (const { device } of [other, tablet]) expect(await device.runRound()).toBe(true);
  };
  await mark(other, stream, 'p1', 'alpa');
  await other.device.runRound();
  let arrive = () => {};
  const arriving = new Promise<void>(resolve => {
    arrive = resolve;
  });
  let taken = () => {};
  const isTaken = new Promise<void>(resolve => {
    taken = resolve;
  });
  const slow = await tablet.open({
    fetch: async (path, init) => {
      const response = await home.fetch(path, init);
      if (path !== paths.pull) return response;
      const whole = await response.text();
      taken();
      await arriving;
      return new Response(whole, { status: response.status, headers: response.headers });
    },
  });
  const late = slow.runRound();
  await isTaken;
  await mark(other, stream, 'p1', 'hadir');
  await rounds();

  arrive();
  expect(await late).toBe(true);
  await expectAgreement(home, tablet);
  slow.close();
});
