import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAgreement, expectAllAtHome } from '../support/agreement.ts';
import { copyDatabases } from '../support/copy-databases.ts';
import { createFaultyNetwork, noFaults } from '../support/faulty-network.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { mark, openWorld, readOutboxOf, type Tablet, type World } from '../support/world.ts';

const seed = announceSeed('properties/clones');
const isOnPostgres = process.env['STORE'] === 'postgres';

let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterAll(() => world.close());

test('P19 cloned devices lose nothing and are told apart', async () => {
  for (let history = 0; history < (isOnPostgres ? 3 : 8); history += 1) {
    world.switchOff();
    const { home } = world;
    const chance = createChance(seed + history);
    const stream = await world.openTraining();
    const original = await world.addTablet(stream);
    for (let index = 0; index < 3; index += 1) {
      await mark(original, stream, `p${chance.below(5)}`, 'alpa');
      if (chance.happens(0.4)) await original.device.runRound();
    }
    // Switched off, copied, and both switched on again.
    original.device.close();
    const name = `${original.name}-copy`;
    await copyDatabases(original.name, name);
    let faults = { lost: 0.15, unanswered: 0.15, doubled: 0.1, cut: 0.15, portal: 0.05 };
    const fetch = createFaultyNetwork(
      (path, init) => home.fetch(path, init),
      chance,
      () => faults,
    );
    original.device = await original.open({ fetch });
    const copy: Tablet = { ...original, name, ids: [] };
    const newId = () => {
      const id = chance.uuid();
      copy.ids.push(id);
      return id;
    };
    copy.device = await original.open({ name, fetch, newId });
    const clones = [original, copy];
    const written = new Set((await readOutboxOf(original)).map(({ id }) => id));
    for (let act = 0; act < 14; act += 1) {
      home.now += 1_000;
      const tablet = chance.pick(clones);
      if (chance.happens(0.4)) await tablet.device.runRound().catch(() => {});
      else
        written.add(
          await mark(tablet, stream, `p${chance.below(5)}`, chance.pick(['hadir', 'izin'])),
        );
    }
    for (const tablet of clones) written.add(await mark(tablet, stream, 'p9', 'sakit'));
    faults = noFaults;
    for (const { device } of [...clones, ...clones]) expect(await device.runRound()).toBe(true);

    const stored = await home.store.findOperationsOf(
      [0, 1, 2, 3, 4, 9].map(p => ({ stream, kind: 'attendance', record: `s1:p${p}` })),
    );
    expect(new Set(stored.map(({ key }) => key)), `history ${seed + history}`).toEqual(written);
    expect(stored.every(({ verdict }) => verdict === 'admitted')).toBe(true);
    const [one, other] = clones.map(({ device }) => device.device.id);
    expect(one).not.toBe(other);
    for (const tablet of clones) {
      await expectAllAtHome(home, tablet);
      await expectAgreement(home, tablet);
    }
    copy.device.close();
  }
});
