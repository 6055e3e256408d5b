import { expect, test } from 'vitest';
import { openAccount, type AccountWorld } from '../../../src/client/account/account.ts';
import { createDevice } from '../../support/device.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome } from '../sync/small-home.ts';

const startsAt = 1_624_950_000_000;
let devices = 0;

function createTablet() {
  devices += 1;
  const home = createSmallHome(() => startsAt);
  home.granted['token-budi'] = ['programme'];
  const world = {
    name: `account-${devices}`,
    clock: () => startsAt - 600_000,
    newId: createChance(devices).uuid,
    fetch: home.fetch,
  };
  return { home, world };
}

test('a code lets somebody in, who is then at the device, also after a restart', async () => {
  const { home, world } = createTablet();
  const tablet = await createDevice(world);
  expect(tablet.account.active.value).toBeUndefined();
  const person = await tablet.account.enrol('  AMINA ');
  expect(person).toEqual({
    id: 'amina',
    name: 'AMINA',
    role: 'fasilitator',
    scopes: [{ id: 'training:t1', role: 'fasilitator' }],
  });
  expect(home.asked[0]?.body).toEqual({
    code: 'AMINA',
    device: { id: tablet.device.id, name: world.name },
  });
  const again = await createDevice(world);
  expect(again.account.active.value).toEqual(person);
});

test('the same code again gives the same person once', async () => {
  const { world } = createTablet();
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  await tablet.account.enrol('AMINA');
  expect(tablet.account.people.value).toHaveLength(1);
});

test('the device is handed over without a network, and each writes under their own name', async () => {
  const { home, world } = createTablet();
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  await tablet.account.enrol('BUDI');
  expect(tablet.account.people.value.map(({ id }) => id)).toEqual(['amina', 'budi']);
  expect(tablet.account.active.value?.id).toBe('budi');
  home.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  await tablet.account.switchTo('amina');
  const change = { stream: 'training:t1', t: 'session', r: 's1', fields: { title: 'Pembukaan' } };
  await tablet.records.write([{ ...change, seen: undefined }]);
  const view = await tablet.records.readRecord('training:t1', 'session', 's1');
  expect(view?.state['title']?.h[0]?.by).toBe('amina');
});

test('a code that nobody has, and no network, let nobody in and say why', async () => {
  const { home, world } = createTablet();
  const tablet = await createDevice(world);
  await expect(tablet.account.enrol('NOBODY')).rejects.toMatchObject({ code: 'code-unknown' });
  home.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(tablet.account.enrol('AMINA')).rejects.toMatchObject({ code: 'offline' });
  expect(tablet.account.people.value).toEqual([]);
});

test('being let in shows whether the clock is wrong', async () => {
  const { world } = createTablet();
  const tablet = await createDevice(world);
  expect(tablet.device.isClockWrong.value).toBe(false);
  await tablet.account.enrol('AMINA');
  expect(tablet.device.isClockWrong.value).toBe(true);
});

test('two tabs of one device do not erase each other’s people', async () => {
  const { world } = createTablet();
  const tablet = await createDevice(world);
  const secondTab = await createDevice(world);
  expect(secondTab.device.id).toBe(tablet.device.id);
  await tablet.account.enrol('AMINA');
  await secondTab.account.enrol('BUDI');
  const again = await createDevice(world);
  expect(again.account.people.value.map(({ id }) => id)).toEqual(['amina', 'budi']);
});

test('a code that was brought is kept over restarts, until it has let somebody in', async () => {
  const { world } = createTablet();
  const tablet = await createDevice(world);
  expect(tablet.account.code.value).toBe('');
  tablet.account.keepCode('AMI');
  tablet.account.keepCode('AMINA');
  const again = await createDevice(world);
  expect(again.account.code.value).toBe('AMINA');

  await again.account.enrol(again.account.code.value);

  expect(again.account.code.value).toBe('');
  expect((await createDevice(world)).account.code.value).toBe('');
});

test('6.14 the names that home told are known after a restart, and asked for by nobody', async () => {
  const kept = new Map<string, unknown>();
  const store = {
    get: <T>(key: string) => Promise.resolve(kept.get(key) as T | undefined),
    set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  const world = { store, now: () => startsAt } as unknown as AccountWorld;
  const account = await openAccount(world);
  await account.keepNames({ arif: 'Arif' });
  await account.keepNames({ rina: 'Rina' });
  const again = await openAccount(world);
  expect(again.known.value).toEqual([
    { id: 'arif', name: 'Arif' },
    { id: 'rina', name: 'Rina' },
  ]);
  expect(again.people.value).toEqual([]);
});
