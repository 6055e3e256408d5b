import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openClock } from '../../../src/client/device/clock.ts';
import { openDeviceStore } from '../../../src/client/device/device-store.ts';

let devices = 0;

/** A device whose clock can be set, and whose steady clock cannot. */
function createWatch(start: number) {
  devices += 1;
  const store = openDeviceStore(`clock-${devices}`);
  const watch = {
    wall: start,
    steady: 0,
    pass: (ms: number) => {
      watch.wall += ms;
      watch.steady += ms;
    },
    open: () => openClock({ store, now: () => watch.wall, monotonic: () => watch.steady }),
  };
  return watch;
}

const measured = (homeNow: number, at: number, tookMs = 200) => ({
  homeNow,
  askedAt: at - tookMs / 2,
  answeredAt: at + tookMs / 2,
});

describe('3.3 the clock', () => {
  test('begins with a number and no offset, and knows it once home was seen', async () => {
    const watch = createWatch(1_000_000);
    const clock = await watch.open();
    expect(clock.read()).toEqual({ wall: 1_000_000, off: null, clk: 1 });
    clock.measure(measured(1_050_000, 1_000_000));
    expect(clock.read()).toEqual({ wall: 1_000_000, off: 50_000, clk: 1 });
  });

  test.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('notices when it is set %s', async (_way, jump) => {
    const watch = createWatch(10_000_000);
    const clock = await watch.open();
    clock.measure(measured(10_000_000, 10_000_000));
    watch.pass(60_000);
    expect(clock.read()).toMatchObject({ off: 0, clk: 1 });
    watch.wall += jump;
    expect(clock.read()).toMatchObject({ off: null, clk: 2 });
    watch.pass(60_000);
    expect(clock.read()).toMatchObject({ off: null, clk: 2 });
  });

  test('does not mind small steps, as the network corrects them', async () => {
    const watch = createWatch(10_000_000);
    const clock = await watch.open();
    watch.wall += 1_900;
    expect(clock.read().clk).toBe(1);
  });

  test('notices over a restart when time went back', async () => {
    const watch = createWatch(10_000_000);
    const clock = await watch.open();
    clock.measure(measured(10_000_000, 10_000_000));
    await watch.open();
    watch.steady = 0;
    watch.wall = 5_000_000;
    expect((await watch.open()).read()).toMatchObject({ off: null, clk: 2 });
  });

  test('keeps number and offset over a restart', async () => {
    const watch = createWatch(10_000_000);
    const clock = await watch.open();
    watch.wall += 3_600_000;
    clock.read();
    clock.measure(measured(watch.wall + 7, watch.wall));
    watch.pass(1_000);
    watch.steady = 0;
    expect((await watch.open()).read()).toMatchObject({ off: 7, clk: 2 });
  });

  test('is not measured by an answer that took long, nor across a jump', async () => {
    const watch = createWatch(10_000_000);
    const clock = await watch.open();
    clock.measure(measured(10_000_000, 10_000_000, 30_000));
    expect(clock.read().off).toBeNull();
    watch.wall += 3_600_000;
    clock.measure(measured(10_000_000, 10_000_000));
    expect(clock.read()).toMatchObject({ off: null, clk: 2 });
  });

  test.each([
    ['in 1970', 0, true],
    ['in 2038', 2_147_483_648_000, true],
    ['a minute late', 1_624_949_940_000, false],
  ])('%s is called wrong: %s', async (_when, wall, isWrong) => {
    const clock = await createWatch(wall).open();
    clock.measure(measured(1_624_950_000_000, wall));
    expect(clock.isWrong.value).toBe(isWrong);
  });
});
