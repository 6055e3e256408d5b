import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stampOf } from '../../src/protocol/stamp.ts';
import { announceSeed } from '../support/seed.ts';

announceSeed('tests/protocol/stamp.test.ts');

const noon = Date.parse('2021-06-29T05:00:00Z');
const letIn = noon - 86_400_000;

test('3.1 a clock that is constantly wrong gives the true time', () => {
  for (const wrongBy of [0, 3_600_000, -3_600_000, noon, -15 * 365 * 86_400_000]) {
    const { stamp, isClockUncertain } = stampOf({
      wall: noon - 60_000 + wrongBy,
      off: null,
      skew: -wrongBy,
      serverNow: noon,
      enrolledAt: letIn,
    });
    expect(stamp).toBe(noon - 60_000);
    expect(isClockUncertain).toBe(false);
  }
});

test('3.1 after a jump the offset measured before it counts, and without one the clock is uncertain', () => {
  const inputs = {
    wall: noon,
    skew: null,
    serverNow: noon + 5_000,
    enrolledAt: letIn,
  };
  expect(stampOf({ ...inputs, off: -1_000 })).toEqual({
    stamp: noon - 1_000,
    isClockUncertain: false,
  });
  expect(stampOf({ ...inputs, off: null })).toEqual({ stamp: noon, isClockUncertain: true });
});

test('3.1 a clock in 1970 gives the moment of being let in, one in 2038 gives now', () => {
  const inputs = {
    off: null,
    skew: null,
    serverNow: noon,
    enrolledAt: letIn,
  };
  expect(stampOf({ ...inputs, wall: 0 }).stamp).toBe(letIn);
  expect(stampOf({ ...inputs, wall: Date.parse('2038-01-19') }).stamp).toBe(noon);
});

test('3.1 a stamp is a whole number, never later than now', () => {
  const instant = fc.double({ min: -1e13, max: 1e13, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({
        wall: instant,
        off: fc.option(instant),
        skew: fc.option(instant),
        serverNow: fc.integer({ min: 0, max: 1e13 }),
        enrolledAt: fc.integer({ min: 0, max: 1e13 }),
      }),
      inputs => {
        const { stamp } = stampOf(inputs);
        expect(Number.isSafeInteger(stamp)).toBe(true);
        expect(stamp).toBeLessThanOrEqual(inputs.serverNow);
      },
    ),
  );
});
