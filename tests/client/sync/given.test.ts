import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { createDevice } from '../../support/device.ts';
import { operation } from '../../support/operations.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome } from './small-home.ts';
import { mark, outboxOf, pushesTo, startsAt } from './tablets.ts';

/** A home that writes a `member` record for whoever it lets in. */
function homeThatGives(name: string) {
  const home = createSmallHome(() => startsAt);
  const member = operation({ dev: 'home', by: 'home', t: 'member', r: 'amina', f: { name: 'A' } });
  home.given = [member];
  const { uuid } = createChance(9);
  return { home, member, world: { name, clock: () => startsAt, newId: uuid, fetch: home.fetch } };
}

const idsPushed = (home: ReturnType<typeof createSmallHome>) =>
  pushesTo(home).map(({ ops }) => ops.map(op => (op as { id: string }).id));

test('10.4 what home wrote to let somebody in is delivered first to a home that came back, once', async () => {
  const { home, member, world } = homeThatGives('given-1');
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  await mark(tablet, 'p1');
  await tablet.runRound();
  // The home that gave it has it.
  expect(idsPushed(home).flat()).not.toContain(member.id);
  expect(await outboxOf(world)).toHaveLength(1);

  tablet.close();
  const again = await createDevice(world);
  home.restore('epoch-2', () => false);
  expect(await again.runRound()).toBe(true);
  const [first, second] = idsPushed(home).slice(-2);
  expect(first).toEqual([member.id]);
  expect(second).toHaveLength(1);
  expect(home.operations()[0]).toMatchObject({ id: member.id, stamp: startsAt, proof: 'proof' });

  const before = pushesTo(home).length;
  await again.runRound();
  expect(pushesTo(home)).toHaveLength(before);
  expect(again.sync.status.value).toMatchObject({ waiting: 0, attention: 0, delivered: 1 });
});

test('10.4 is delivered again when home could not store it, or the answer was lost', async () => {
  const { home, member, world } = homeThatGives('given-2');
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  await tablet.runRound();
  home.restore('epoch-2', () => false);
  home.isHindered = () => true;
  await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
  home.isHindered = () => false;
  home.intercept = ({ path }) => {
    if (!path.endsWith('/push')) return undefined;
    home.intercept = () => undefined;
    throw new TypeError('Failed to fetch');
  };
  await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
  expect(await tablet.runRound()).toBe(true);
  expect(home.operations().map(({ id }) => id)).toEqual([member.id]);
});

test('10.4 nobody counts as let in before what was given is kept', async () => {
  const { home, world } = homeThatGives('given-3');
  const tablet = await createDevice(world);
  home.intercept = ({ path, body }) => {
    if (!path.endsWith('/enrol')) return undefined;
    home.intercept = () => undefined;
    return home.fetch(path, { method: 'POST', body: JSON.stringify(body) }).then(answer => {
      // The app is killed as the answer comes: its precious database is gone from under it.
      tablet.close();
      return answer;
    });
  };
  await expect(tablet.account.enrol('AMINA')).rejects.toThrow('closed');
  const again = await createDevice(world);
  expect(again.account.people.value).toEqual([]);
  await again.account.enrol('AMINA');
  const keep = new KeepDatabase(world.name);
  expect(await keep.notes.where('kind').equals('given').count()).toBe(1);
  keep.close();
});
