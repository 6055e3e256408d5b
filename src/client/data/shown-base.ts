import { Dexie } from 'dexie';
import { isCovered } from './base.ts';
import type { CacheDatabase, HeldRecord, ShelfRow } from './cache.ts';
import { readRecordKey, type OutboxRow } from './keep.ts';
import type { OverlayBase } from './overlay.ts';

/** What of the shown base a reading or a writing needs, all of one moment. */
export interface HeldRecords extends OverlayBase {
  records: ReadonlyMap<string, HeldRecord>;
}

/** The shown base and those of its rows that `read` picks, in one transaction. */
export async function readBase(
  cache: CacheDatabase,
  read: (base: string) => Promise<Pick<ShelfRow, 'records'>[]>,
): Promise<HeldRecords> {
  const { shelves, cursors, own, meta } = cache;
  return cache.transaction('r', shelves, cursors, own, meta, async () => {
    const shown = await meta.get('shown');
    const base = shown?.key === 'shown' ? shown.base : undefined;
    if (base === undefined) {
      return { base, own: new Map(), records: new Map(), isPurged: () => false };
    }
    const rows = await read(base);
    const numbered = await own.where('base').equals(base).toArray();
    const scopes = await cursors
      .where(':id')
      .between([base, Dexie.minKey], [base, Dexie.maxKey])
      .toArray();
    return {
      base,
      records: new Map(rows.flatMap(row => Object.entries(row.records))),
      own: new Map(numbered.map(({ id, seq }) => [id, seq])),
      isPurged: purgedIn(scopes),
    };
  });
}

function purgedIn(scopes: readonly { scope: string; isPurged?: true }[]) {
  const purged = scopes.filter(row => row.isPurged).map(row => row.scope);
  const held = scopes.filter(row => !row.isPurged).map(row => row.scope);
  return (row: OutboxRow) => {
    if (purged.length === 0) return false;
    const { stream, kind, id } = readRecordKey(row.record);
    return isCovered(purged, stream, kind, id) && !isCovered(held, stream, kind, id);
  };
}
