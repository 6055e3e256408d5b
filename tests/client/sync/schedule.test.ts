import { describe, expect, test } from 'vitest';
import type { SyncPhase } from '../../../src/client/app-services.ts';
import { createSchedule } from '../../../src/client/sync/schedule.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { createHandTimers } from '../../support/hand-timers.ts';

/** A loop over rounds that end as the test says. */
function createLoop() {
  const timers = createHandTimers();
  const loop = {
    timers,
    rounds: 0,
    random: 0.5,
    phases: [] as SyncPhase[],
    bugs: [] as unknown[],
    round: (): Promise<boolean> => Promise.resolve(true),
  };
  const schedule = createSchedule({
    engine: {
      runRound: () => {
        loop.rounds += 1;
        return loop.round();
      },
    },
    takeTurn: async work => {
      await work(new AbortController().signal);
      return true;
    },
    timers,
    random: () => loop.random,
    now: () => 1_000_000 + timers.now(),
    monotonic: timers.now,
    onPhase: phase => void loop.phases.push(phase),
    reportBug: failure => void loop.bugs.push(failure),
  });
  return { ...schedule, loop };
}

const failing = (problem: Problem) => () => Promise.reject(problem);

describe('the loop', () => {
  test('begins with the start and comes again after about a minute', async () => {
    const { loop, trigger } = createLoop();
    await loop.timers.advance(600_000);
    expect(loop.rounds).toBe(0);
    trigger('start');
    await loop.timers.advance(0);
    expect(loop.rounds).toBe(1);
    loop.random = 0;
    await loop.timers.advance(59_999);
    expect(loop.rounds).toBe(1);
    await loop.timers.advance(1);
    expect(loop.rounds).toBe(2);
    expect(loop.timers.pending()).toEqual([30_000]);
  });

  test('comes three seconds after a write, once for several', async () => {
    const { loop, trigger } = createLoop();
    trigger('start');
    await loop.timers.advance(10_000);
    trigger('write');
    await loop.timers.advance(2_000);
    trigger('write');
    await loop.timers.advance(1_000);
    expect(loop.rounds).toBe(2);
  });

  test('comes every five seconds while somebody watches', async () => {
    const { loop, trigger, watch } = createLoop();
    trigger('start');
    await loop.timers.advance(1_000);
    const stopWatching = watch();
    await loop.timers.advance(10_000);
    expect(loop.rounds).toBe(4);
    stopWatching();
    await loop.timers.advance(5_000);
    expect(loop.timers.pending()).toEqual([60_000]);
  });

  test('runs one round at a time, and once more if asked meanwhile', async () => {
    const { loop, trigger } = createLoop();
    let finish = () => {};
    loop.round = () =>
      new Promise(resolve => {
        finish = () => resolve(true);
      });
    trigger('button');
    trigger('button');
    trigger('online');
    await loop.timers.advance(100);
    expect(loop.rounds).toBe(1);
    finish();
    await loop.timers.advance(0);
    expect(loop.rounds).toBe(2);
  });

  test('ends when it is stopped', async () => {
    const { loop, trigger, stop } = createLoop();
    trigger('start');
    await loop.timers.advance(0);
    stop();
    trigger('button');
    await loop.timers.advance(600_000);
    expect(loop.rounds).toBe(1);
  });
});

describe('7.7 after failures', () => {
  test('the wait doubles up to five minutes and is any part of that by chance', async () => {
    const { loop, trigger } = createLoop();
    loop.round = failing(new Problem('offline'));
    loop.random = 0.999_999;
    trigger('start');
    await loop.timers.advance(0);
    const waits: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const [wait = 0] = loop.timers.pending();
      waits.push(Math.round(wait / 1000));
      await loop.timers.advance(wait);
    }
    expect(waits).toEqual([4, 8, 16, 32, 64, 128, 256, 300, 300]);
    loop.random = 0.25;
    await loop.timers.advance(loop.timers.pending()[0] ?? 0);
    expect(loop.timers.pending()).toEqual([75_000]);
    expect(loop.phases.at(-1)).toEqual({
      is: 'failed',
      problem: 'offline',
      nextAt: 1_000_000 + loop.timers.now() + 75_000,
    });
  });

  test('a write does not hurry it, the network coming back does', async () => {
    const { loop, trigger } = createLoop();
    loop.round = failing(new Problem('offline'));
    loop.random = 0.999;
    trigger('start');
    await loop.timers.advance(30_000);
    const { rounds } = loop;
    const [wait = 0] = loop.timers.pending();
    expect(wait).toBeGreaterThan(3_000);
    trigger('write');
    await loop.timers.advance(wait - 1);
    expect(loop.rounds).toBe(rounds);
    trigger('online');
    await loop.timers.advance(0);
    expect(loop.rounds).toBe(rounds + 1);
  });

  test('a press, or a call, while a round is failing is tried once more at once', async () => {
    const { loop, trigger } = createLoop();
    loop.random = 0.999;
    let fail = () => {};
    loop.round = () =>
      new Promise<boolean>((_, reject) => {
        fail = () => reject(new Problem('offline'));
      });
    trigger('start');
    await loop.timers.advance(0);
    trigger('button');
    fail();
    await loop.timers.advance(0);
    expect(loop.rounds).toBe(2);
    fail();
    await loop.timers.advance(2_000);
    expect(loop.rounds).toBe(2);
    expect(loop.timers.pending()).toHaveLength(1);
  });

  test('what home asks for is the least; only a person overrules it', async () => {
    const { loop, trigger } = createLoop();
    loop.round = failing(new Problem('busy', { retryAfterMs: 40_000 }));
    trigger('start');
    await loop.timers.advance(0);
    expect(loop.timers.pending()).toEqual([50_000]);
    trigger('online');
    trigger('visible');
    await loop.timers.advance(49_999);
    expect(loop.rounds).toBe(1);
    loop.round = () => Promise.resolve(true);
    trigger('button');
    await loop.timers.advance(0);
    expect(loop.rounds).toBe(2);
    expect(loop.phases.at(-1)).toEqual({ is: 'idle' });
  });

  test('a bug is reported and stops nothing', async () => {
    const { loop, trigger } = createLoop();
    const bug = new Error('bug');
    loop.round = () => Promise.reject(bug);
    trigger('start');
    await loop.timers.advance(0);
    expect(loop.bugs).toEqual([bug]);
    expect(loop.phases.at(-1)).toMatchObject({ is: 'failed', problem: 'unexpected' });
    expect(loop.timers.pending()).toHaveLength(1);
  });
});
