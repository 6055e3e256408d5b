import { expect, test } from 'vitest';
import { paths, type PushRequest } from '../../../src/protocol/messages.ts';
import { createDevice } from '../../support/device.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome, json } from './small-home.ts';

test('5.8 what home takes is remembered over a restart', async () => {
  const clock = { now: 1_624_950_000_000 };
  const home = createSmallHome(() => clock.now);
  const forms: number[] = [];
  const protos = [1, 2];
  const fetch = async (path: string, init?: RequestInit): Promise<Response> => {
    const answer = await home.fetch(path, init);
    if (path !== paths.push || !answer.ok) return answer;
    return json({ ...((await answer.json()) as object), protos });
  };
  home.intercept = ({ path, body }) => {
    if (path === paths.push) forms.push((body as PushRequest).proto);
    // The small home reads the first form only; what counts here is what the device chose.
    return path === paths.push && (body as PushRequest).proto === 2
      ? json({
          server: { id: 'home', epoch: home.epoch, now: clock.now },
          results: [{ s: 'retry' }],
          nextMs: 0,
          protos,
        })
      : undefined;
  };
  const world = { name: 'forms', clock: () => clock.now, newId: createChance(9).uuid, fetch };
  const write = (tablet: Awaited<ReturnType<typeof createDevice>>, r: string) =>
    tablet.records.write([
      { stream: 'training:t1', t: 'attendance', r, fields: { mark: null }, seen: undefined },
    ]);

  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  await tablet.runRound();
  expect(forms).toEqual([1]);
  tablet.close();

  const again = await createDevice(world);
  await write(again, 's1:p1');
  await expect(again.runRound()).rejects.toThrow('busy');
  expect(forms).toEqual([1, 2]);
  again.close();
});
