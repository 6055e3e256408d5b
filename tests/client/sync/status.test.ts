import { expect, test } from 'vitest';
import { effect } from '@preact/signals';
import type { SyncStatus } from '../../../src/client/app-services.ts';
import { createDevice, type Device } from '../../support/device.ts';
import { createHandTimers } from '../../support/hand-timers.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome } from './small-home.ts';

const startsAt = 1_624_950_000_000;

/** Resolves with the first status that is as wanted. */
function statusWhen(device: Device, isWanted: (status: SyncStatus) => boolean) {
  return new Promise<SyncStatus>(resolve => {
    const stop = effect(() => {
      const status = device.sync.status.value;
      if (isWanted(status)) {
        resolve(status);
        queueMicrotask(() => stop());
      }
    });
  });
}

test('the status tells what is saved, what is sent, and never says sent before home has said so', async () => {
  const home = createSmallHome(() => startsAt);
  const timers = createHandTimers();
  let goOnline: (isOnline: boolean) => void = () => {};
  const world = {
    name: 'status-1',
    clock: () => startsAt,
    newId: createChance(1).uuid,
    fetch: home.fetch,
    timers,
    monotonic: timers.now,
    isOnline: () => false,
    onChange: ({ online }: { online: (isOnline: boolean) => void }) => {
      goOnline = online;
      return () => {};
    },
  };
  const tablet = await createDevice(world);
  expect(tablet.sync.status.value).toEqual({
    phase: { is: 'idle' },
    waiting: 0,
    attention: 0,
    delivered: 0,
    isOnline: false,
    completedAt: undefined,
    pictures: { waiting: 0, bytes: 0 },
  });
  await tablet.account.enrol('AMINA');
  tablet.start();
  await timers.advance(0);
  await statusWhen(
    tablet,
    ({ completedAt, phase }) => completedAt === startsAt && phase.is === 'idle',
  );

  home.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  const change = { stream: 'training:t1', t: 'session', r: 's1', fields: { title: 'Pembukaan' } };
  await tablet.records.write([{ ...change, seen: undefined }]);
  await statusWhen(tablet, ({ waiting }) => waiting === 1);
  await timers.advance(3_000);
  const failed = await statusWhen(tablet, ({ phase }) => phase.is === 'failed');
  expect(failed).toMatchObject({ waiting: 1, delivered: 0, phase: { problem: 'offline' } });

  // Another tab, and a start without a network, know the same.
  const again = await createDevice(world);
  expect(again.sync.status.value).toMatchObject({ waiting: 1, completedAt: startsAt });

  home.intercept = () => undefined;
  goOnline(true);
  await timers.advance(0);
  const sent = await statusWhen(
    tablet,
    ({ delivered, phase }) => delivered > 0 && phase.is === 'idle',
  );
  expect(sent).toMatchObject({ waiting: 0, attention: 0, delivered: 1, isOnline: true });
  expect(await statusWhen(again, ({ delivered }) => delivered === 1)).toMatchObject({ waiting: 0 });
  for (const device of [tablet, again]) device.close();
});
