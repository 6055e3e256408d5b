import { Dexie } from 'dexie';
import { kindNamed } from '../../domain/records/kinds.ts';
import type { CacheDatabase, HeldRecord, ShelfRow } from './cache.ts';

/** Most records in one row of a shelf. */
export const mostPerRow = 100;

/** Names the shelf of a stream's records of one kind and parent. */
export function shelfKey(stream: string, kind: string, parent: string): string {
  return `${stream}|${kind}|${parent}`;
}

/** The shelf on which a record lies. */
export function shelfOf(stream: string, kind: string, id: string): string {
  return shelfKey(stream, kind, kindNamed(kind)?.parentOf(id) ?? '');
}

/** The rows of one shelf, in the order of their ids. */
export function readRows(cache: CacheDatabase, base: string, shelf: string): Promise<ShelfRow[]> {
  return cache.shelves
    .where(':id')
    .between([base, shelf, Dexie.minKey], [base, shelf, Dexie.maxKey])
    .toArray();
}

/** The rows of all shelves whose names begin so. */
export function readRowsBelow(
  cache: CacheDatabase,
  base: string,
  prefix: string,
): Promise<ShelfRow[]> {
  return cache.shelves
    .where(':id')
    .between([base, prefix, Dexie.minKey], [base, `${prefix}\uffff`, Dexie.maxKey])
    .toArray();
}

/**
 * One record; reads no more than the row in which it lies. Not an `async` function: one that awaits
 * within a transaction of a live query makes Dexie lose the transaction.
 */
export function readHeld(
  cache: CacheDatabase,
  base: string,
  shelf: string,
  id: string,
): PromiseLike<HeldRecord | undefined> {
  return cache.shelves
    .where(':id')
    .between([base, shelf, Dexie.minKey], [base, shelf, id], true, true)
    .last(row => row?.records[id]);
}

/**
 * Puts records on a shelf, skipping those older than the ones held (rule 6.5). To be called within a
 * transaction that writes `shelves`.
 */
export async function putOnShelf(
  cache: CacheDatabase,
  base: string,
  shelf: string,
  records: Iterable<readonly [id: string, record: HeldRecord]>,
): Promise<void> {
  const rows = await readRows(cache, base, shelf);
  if (rows.length === 0) rows.push({ base, shelf, from: '', records: {} });
  const touched = new Set<ShelfRow>();
  for (const [id, record] of records) {
    const row = rows.findLast(({ from }) => from <= id);
    const held = row?.records[id];
    if (!row || (held && held.seq > record.seq)) continue;
    row.records[id] = record;
    touched.add(row);
  }
  await cache.shelves.bulkPut([...touched].flatMap(splitRow));
}

/** Full rows become several that are half full, so that there is room between. */
function splitRow(row: ShelfRow): ShelfRow[] {
  const ids = Object.keys(row.records);
  if (ids.length <= mostPerRow) return [row];
  ids.sort();
  const rows: ShelfRow[] = [];
  for (let first = 0; first < ids.length; first += mostPerRow / 2) {
    const part = ids.slice(first, first + mostPerRow / 2);
    const records = Object.fromEntries(part.map(id => [id, row.records[id] as HeldRecord]));
    rows.push({ ...row, from: first === 0 ? row.from : (part[0] as string), records });
  }
  return rows;
}
