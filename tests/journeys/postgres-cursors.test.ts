import { expect, onTestFinished, test } from 'vitest';
import pg from 'pg';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import type { Store } from '../../src/server/store/store.ts';
import { lockTheStream, springCursorTrap } from '../support/cursor-trap.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { announceSeed, createChance } from '../support/seed.ts';

const seed = announceSeed('postgres-cursors');
const stream = 'training:t1';

/** Several servers' stores on one empty database. */
async function openStores(count: number): Promise<{ url: string; stores: Store[] }> {
  const url = await freshDatabase();
  const stores: Store[] = [];
  for (let index = 0; index < count; index += 1) {
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    stores.push(store);
  }
  return { url, stores };
}

test('4.10 11 with many writers on PostgreSQL no record appears behind a cursor, and no counter is left out', async () => {
  const { stores } = await openStores(3);
  const found = await springCursorTrap({
    stores,
    stream,
    writes: 300,
    chance: createChance(seed),
    takeCounter: tx => lockTheStream(tx, stream),
  });
  expect(found).toEqual({ missed: [], behind: [], gaps: [] });
});

test('the same without the lock, counters from a sequence: the test above would notice', async () => {
  const { stores } = await openStores(3);
  let next = 1;
  const found = await springCursorTrap({
    stores,
    stream,
    writes: 300,
    chance: createChance(seed),
    // What PostgreSQL's sequences do: everybody gets another number, and nobody waits.
    takeCounter: async (_tx, count) => (next += count) - count,
  });
  expect(found.missed.length).toBeGreaterThan(0);
});

test('4.10 whoever asks for a stream that is held waits until the holder has committed', async () => {
  const { url, stores } = await openStores(2);
  const [holder, other] = stores as [Store, Store];
  let letGo = () => {};
  const held = new Promise<void>(resolve => (letGo = resolve));
  let isHeld = () => {};
  const holding = new Promise<void>(resolve => (isHeld = resolve));

  const first = holder.transaction(async tx => {
    await tx.lockStreams([stream]);
    isHeld();
    await held;
    await tx.saveCounters(new Map([[stream, 7]]));
  });
  await holding;
  const second = other.transaction(tx => tx.lockStreams(['training:another', stream]));
  await isSomebodyWaiting(url);
  // Reading waits for nobody, and another stream is free.
  expect(await other.readHeads()).toEqual(new Map());
  expect(await other.transaction(tx => tx.lockStreams(['training:third']))).toEqual(
    new Map([['training:third', 0]]),
  );
  letGo();
  await first;
  expect((await second).get(stream)).toBe(7);
});

/** Comes back once a connection to this database waits for another's lock. */
async function isSomebodyWaiting(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const waiting = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await client.query(waiting)).rows.length === 0);
  await client.end();
}
