import { onTestFinished, expect, test } from 'vitest';
import type { Home } from '../../src/server/accounts/home.ts';
import type { Caller } from '../../src/server/accounts/sign-in.ts';
import type { Store, StoredOperation } from '../../src/server/store/store.ts';
import { reach, readActivity, type ActivityWords } from '../../src/server/sync/activity.ts';
import { openHome } from '../support/home.ts';
import { operation } from '../support/stored-rows.ts';

const stream = 'training:long';
const batch = 500;

/** A home in whose training so much happened: of every ten operations one was refused, the rest let in. */
async function openLongHome(operations: number): Promise<{ home: Home; caller: Caller }> {
  const opened = await openHome();
  const { home, store } = opened;
  onTestFinished(() => opened.close());
  const { person } = await opened.letIn(
    'koordinator',
    { name: 'Kartini', stream: 'programme' },
    'k',
  );
  let seq = 0;
  for (let first = 0; first < operations; first += batch) {
    const added = Array.from({ length: batch }, (_, at): StoredOperation => {
      const n = first + at;
      const key = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
      const about = { stream, device: `tablet-${first % 7}`, record: `s${first}:p${at}` };
      const when = { n: n + 1, receivedAt: 1_000 + first };
      if (n % 10 === 9)
        return operation(key, {
          ...about,
          ...when,
          verdict: 'quarantined',
          code: 'forbidden',
          seq: null,
        });
      return operation(key, { ...about, ...when, seq: (seq += 1) });
    });
    await store.transaction(async tx => {
      await tx.lockStreams([stream]);
      await tx.saveOperations({ added, settled: [] });
      await tx.saveCounters(new Map([[stream, seq]]));
    });
  }
  return { home, caller: { person: person.id, device: 'k', isRevoked: false } as Caller };
}

/** The least time that one answer took of many, ms: what it costs, whatever else the machine does. */
async function leastTime(home: Home, caller: Caller, words: ActivityWords): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < 25; time += 1) {
    const began = performance.now();
    await readActivity(home, caller, stream, words);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** The same home, counting the operations that it hands out. */
function counted(home: Home): { home: Home; handedOut: () => number } {
  let rows = 0;
  const noted = async (found: Promise<StoredOperation[]>) => {
    const all = await found;
    rows += all.length;
    return all;
  };
  const store: Store = {
    ...home.store,
    findStretch: stretch => noted(home.store.findStretch(stretch)),
    findApartOf: query => noted(home.store.findApartOf(query)),
  };
  return { home: { ...home, store }, handedOut: () => rows };
}

test('10.8 one answer costs the same after 100,000 operations as after 10,000', async () => {
  const short = await openLongHome(10_000);
  const long = await openLongHome(100_000);
  // The newest page, one from the middle, and a filter that finds nothing and looks as far as it may.
  for (const words of [{}, { before: '4500' }, { by: 'nobody' }]) {
    const before = await leastTime(short.home, short.caller, words);
    const after = await leastTime(long.home, long.caller, words);
    expect([words, after / before < 2.5]).toEqual([words, true]);
  }
  const { home, handedOut } = counted(long.home);
  await readActivity(home, long.caller, stream, {});
  expect(handedOut()).toBeLessThanOrEqual(400);
  await readActivity(home, long.caller, stream, { by: 'nobody' });
  expect(handedOut()).toBeLessThanOrEqual(400 + reach + 200);
});
