import { expect, test } from 'vitest';
import type { PushRequest } from '../../../src/protocol/messages.ts';
import { paths } from '../../../src/protocol/messages.ts';
import { createDevice } from '../../support/device.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome } from './small-home.ts';

test('5.1 when all is done a device says so once, that nothing seems to wait which has long arrived', async () => {
  const clock = { now: 1_624_950_000_000 };
  const home = createSmallHome(() => clock.now);
  const { uuid: newId } = createChance(5);
  const world = { name: 'standing', clock: () => clock.now, newId, fetch: home.fetch };
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  const told = () =>
    home.asked
      .filter(({ path }) => path === paths.push)
      .map(({ body }) => {
        const { device, ops } = body as PushRequest;
        return { waiting: device.waiting.ops, brought: ops.length };
      });

  await tablet.runRound();
  await tablet.runRound();
  expect(told()).toEqual([{ waiting: 0, brought: 0 }]);

  const fields = { mark: { status: 'hadir' } };
  const mark = { stream: 'training:t1', t: 'attendance', fields, seen: undefined };
  await tablet.records.write([
    { ...mark, r: 's1:p1' },
    { ...mark, r: 's1:p2' },
  ]);
  await tablet.runRound();
  await tablet.runRound();
  expect(told().slice(1)).toEqual([{ waiting: 2, brought: 2 }]);
  tablet.close();
});
