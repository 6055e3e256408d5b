import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { stateOf } from '../../../src/client/data/keep.ts';
import { mark, stream, tabletOfAmina, tamper } from './tablets.ts';

test('a round with ten thousand sent operations reads hardly any of them again', async () => {
  const { home, tablet, world } = await tabletOfAmina('figures-1');
  const changes = Array.from({ length: 400 }, (_, index) => ({
    stream,
    t: 'attendance',
    r: `s${index % 10}:p${index}`,
    fields: { mark: { status: 'hadir' } },
    seen: undefined,
  }));
  await tablet.records.write(changes);
  await tablet.runRound();
  // Older ones, sent long since and proven: as if they had been written in another session.
  home.tellsHave = false;
  await tamper(world, async keep => {
    const [row] = await keep.outbox.toArray();
    if (!row) throw new Error('Nothing was written');
    const old = Array.from({ length: 10_000 }, (_, index) => ({
      ...row,
      n: 1_000 + index,
      id: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      state: stateOf('sent', 'epoch-1'),
      record: `${stream}|attendance|old${index % 100}:p${index}`,
    }));
    await keep.outbox.bulkAdd(old);
  });
  await mark(tablet, 'new', 'izin');

  let rows = 0;
  countReads(count => {
    rows += count;
  });
  const before = performance.now();
  expect(await tablet.runRound()).toBe(true);
  process.stdout.write(
    `a round with 10,000 sent: ${rows} rows read, ${Math.round(performance.now() - before)} ms\n`,
  );
  // The one that was delivered, its group, and the oldest.
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(120);
  expect(home.operations()).toHaveLength(401);
}, 60_000);

/** Counts rows that are read whole out of any store or index. */
function countReads(onRows: (count: number) => void): void {
  for (const prototype of [IDBIndex.prototype, IDBObjectStore.prototype]) {
    for (const name of ['getAll', 'get'] as const) {
      const original = prototype[name] as (...args: unknown[]) => IDBRequest;
      prototype[name] = function read(this: unknown, ...args: unknown[]) {
        const request = original.apply(this, args);
        request.addEventListener('success', () => {
          const found = [request.result].flat() as { record?: string }[];
          onRows(found.filter(row => row?.record !== undefined).length);
        });
        return request;
      } as never;
    }
    const original = prototype.openCursor as (...args: unknown[]) => IDBRequest;
    prototype.openCursor = function read(this: unknown, ...args: unknown[]) {
      const request = original.apply(this, args);
      request.addEventListener('success', () => {
        if (request.result) onRows(1);
      });
      return request;
    } as never;
  }
}
