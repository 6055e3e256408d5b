import type { Collection, InsertType } from 'dexie';
import type { KeepDatabase, OutboxRow } from './keep.ts';

/**
 * The rows whose state is none of these, as one collection for each stretch between them. A cursor over
 * all stretches at once would step over every single row that is left out, and those are nearly all.
 */
export function rowsExcept(
  { outbox }: KeepDatabase,
  states: readonly string[],
): Collection<OutboxRow, number, InsertType<OutboxRow, 'n'>>[] {
  const sorted = [...states].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  // By the index here too: a live query does not notice new keys of a whole table.
  if (first === undefined || last === undefined) return [outbox.where('state').above('')];
  const between = sorted
    .slice(1)
    .map((state, index) => outbox.where('state').between(sorted[index], state, false, false));
  return [outbox.where('state').below(first), ...between, outbox.where('state').above(last)];
}

/** Their keys, in no order; reads no body. */
export function keysExcept(keep: KeepDatabase, states: readonly string[]): Promise<number[]> {
  return keep.transaction('r', keep.outbox, async () => {
    const keys = await Promise.all(rowsExcept(keep, states).map(rows => rows.primaryKeys()));
    return keys.flat();
  });
}

/** Their rows, in no order. */
export async function readExcept(
  keep: KeepDatabase,
  states: readonly string[],
): Promise<OutboxRow[]> {
  return keep.outbox.bulkGet(await keysExcept(keep, states)).then(rows => rows.filter(isThere));
}

const isThere = (row: OutboxRow | undefined): row is OutboxRow => row !== undefined;
