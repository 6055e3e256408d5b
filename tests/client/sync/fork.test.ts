import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDeviceId } from '../../../src/client/data/device-id.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { createDevice } from '../../support/device.ts';
import { createChance } from '../../support/seed.ts';
import { openTablet } from '../data/tablet.ts';
import { operation } from '../../support/operations.ts';
import { mark, outboxOf, pullsTo, pushesTo, sheet, tabletOfAmina } from './tablets.ts';

/** Two tablets, the second of which was copied from the first after its first mark. */
async function clones(name: string) {
  const { home, tablet, world } = await tabletOfAmina(name);
  await mark(tablet, 'p1');
  await tablet.runRound();
  const oldId = tablet.device.id;
  // What the copy wrote under the same id and counter is home already.
  home.admit(operation({ dev: oldId, n: 2, r: 's1:p9', f: { mark: { status: 'izin' } } }));
  return { home, tablet, world, oldId };
}

test('6.12 a device that goes by another one’s id takes a new one and goes on counting', async () => {
  const { home, tablet, world, oldId } = await clones('fork-1');
  await mark(tablet, 'p2');
  expect(await tablet.runRound()).toBe(true);
  const newId = tablet.device.id;
  expect(newId).not.toBe(oldId);

  await mark(tablet, 'p3');
  expect(await tablet.runRound()).toBe(true);
  expect((await outboxOf(world)).map(({ n, body }) => [n, body.dev])).toEqual([
    [1, oldId],
    [2, oldId],
    [3, newId],
  ]);
  expect(pushesTo(home).at(-1)?.device).toMatchObject({ id: newId, formerly: [oldId] });
  expect(pullsTo(home).at(-1)).toMatchObject({ device: newId });
  expect(home.operations()).toHaveLength(4);
  expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir', p3: 'hadir', p9: 'izin' });
});

test('6.12 old work goes up as it was written, and does not make the device take yet another id', async () => {
  const { home, tablet, world, oldId } = await clones('fork-2');
  for (const participant of ['p2', 'p3', 'p4']) await mark(tablet, participant);
  await tablet.runRound();
  const newId = tablet.device.id;
  await mark(tablet, 'p5');
  await tablet.runRound();

  home.restore('epoch-2', () => false);
  home.admit(operation({ dev: oldId, n: 3, r: 's1:p8' }));
  expect(await tablet.runRound()).toBe(true);
  expect(tablet.device.id).toBe(newId);
  const again = home.operations().filter(({ r }) => /p[2-5]$/.test(r));
  expect(new Set(again.map(({ dev }) => dev))).toEqual(new Set([oldId, newId]));
  expect((await createDevice(world)).device.id).toBe(newId);
});

test('6.12 the other tab signs with the new id from the moment it was taken', async () => {
  const { tablet, world, oldId } = await clones('fork-3');
  const secondTab = await createDevice(world);
  await mark(tablet, 'p2');
  await Promise.all([
    tablet.runRound(),
    (async () => {
      for (let turn = 0; turn < 20; turn += 1) await mark(secondTab, `q${turn}`);
    })(),
  ]);
  await mark(secondTab, 'q20');
  const newId = tablet.device.id;
  const devices = (await outboxOf(world)).map(({ body }) => body.dev);
  const firstNew = devices.indexOf(newId);
  expect(firstNew).toBeGreaterThan(1);
  expect(devices.slice(0, firstNew).every(dev => dev === oldId)).toBe(true);
  expect(devices.slice(firstNew).every(dev => dev === newId)).toBe(true);
  expect(await tablet.runRound()).toBe(true);
  expect(await secondTab.runRound()).toBe(true);
  expect(secondTab.device.id).toBe(newId);
});

test('6.12 two tabs that are told of it together take one new id', async () => {
  const keep = new KeepDatabase('fork-4');
  const { uuid } = createChance(4);
  const [one, other] = [await openDeviceId(keep, uuid), await openDeviceId(keep, uuid)];
  const asked = one.current();
  await Promise.all([one.renew(asked), other.renew(asked)]);
  expect((await one.read()).id).toBe((await other.read()).id);
  expect((await one.read()).formerly).toEqual([asked]);
  for (const id of [one, other]) id.close();
});

test('6.12 counters of the new id begin after the last one given under the old', async () => {
  const tablet = openTablet('fork-5');
  const id = await openDeviceId(tablet.keep, createChance(5).uuid);
  await tablet.mark('p1', 'hadir');
  await tablet.mark('p1', 'izin');
  await id.renew(id.current());
  expect((await id.read()).since).toBe(3);
  id.close();
});
