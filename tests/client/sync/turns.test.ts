import { expect, test } from 'vitest';
import { createTurns, type Locks } from '../../../src/client/sync/turns.ts';

type Grant = (lock: Lock | null) => Promise<unknown>;

/** One lock for all tabs, as browsers keep it: asked if it is free, or taken away. */
function createLocks(): Locks {
  let takeAway: (() => void) | undefined;
  const request = async (name: string, options: LockOptions, work: Grant) => {
    if (takeAway && !options.steal) return work(null);
    takeAway?.();
    const stolen = new Promise((_resolve, reject) => {
      takeAway = () => reject(new DOMException('stolen', 'AbortError'));
    });
    const mine = takeAway;
    const done = work({ name, mode: 'exclusive' });
    return Promise.race([done, stolen]).finally(() => {
      if (takeAway === mine) takeAway = undefined;
    });
  };
  return { request } as unknown as Locks;
}

test('one tab at a time has the turn', async () => {
  const locks = createLocks();
  const first = createTurns(locks, () => 0);
  const second = createTurns(locks, () => 0);
  let finish = () => {};
  const working = first(
    () =>
      new Promise<void>(resolve => {
        finish = resolve;
      }),
  );
  expect(await second(() => Promise.resolve())).toBe(false);
  finish();
  expect(await working).toBe(true);
  expect(await second(() => Promise.resolve())).toBe(true);
});

test('a loop that was frozen in the background loses its turn', async () => {
  const locks = createLocks();
  let now = 0;
  const frozen = createTurns(locks, () => now);
  const awake = createTurns(locks, () => now);
  let turnOfFrozen: AbortSignal | undefined;
  const working = frozen(turn => {
    turnOfFrozen = turn;
    return new Promise(() => {});
  });
  expect(await awake(() => Promise.resolve())).toBe(false);
  now = 120_001;
  expect(await awake(() => Promise.resolve())).toBe(true);
  expect(await working).toBe(false);
  expect(turnOfFrozen?.aborted).toBe(true);
});

test('without locks everybody has a turn, and failures come through', async () => {
  const take = createTurns(undefined, () => 0);
  expect(await take(() => Promise.resolve())).toBe(true);
  await expect(take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
