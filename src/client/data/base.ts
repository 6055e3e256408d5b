import { Dexie } from 'dexie';
import { isInScope, readScope } from '../../domain/stream.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import type { PullPage } from '../../protocol/messages.ts';
import type { CacheDatabase, CursorRow, HeldRecord } from './cache.ts';
import { readRecordKey } from './keep.ts';
import { putOnShelf, readRowsBelow, shelfOf } from './shelves.ts';

/** What became of a page. `gap`: it begins behind what is held, so applying it would leave a hole. */
export type Applied = 'applied' | 'gap';

/** What home holds, as far as it was pulled: the side of the cache that sync writes. */
export interface Base {
  /** How far each of the scopes was pulled; 0 for one that never was, or was forgotten. */
  readCursors: (base: string, scopes: readonly string[]) => Promise<Record<string, number>>;
  /** Applies a page with its cursor and its `own` in one transaction (rule 6.5). */
  applyPage: (base: string, page: PullPage) => Promise<Applied>;
  /** Scopes of which something is held, and that are not among `granted`. */
  readLost: (base: string, granted: readonly string[]) => Promise<string[]>;
  /** Forgets what a lost scope covered and no granted one does (rule 8.2). */
  purge: (base: string, lost: string, granted: readonly string[]) => Promise<void>;
  /** Shows a complete base, and forgets all others (rule 6.7). */
  show: (base: string) => Promise<void>;
  /** Forgets the numbers that pages told of these operations, which home turned out not to hold. */
  forgetOwn: (base: string, ids: readonly string[]) => Promise<void>;
  /** Notes that a whole round ended with nothing left to send or to receive. */
  noteCompleted: (at: number) => Promise<void>;
  /** When that was last; undefined if never. May be wrapped in a live query. */
  readCompletedAt: () => Promise<number | undefined>;
}

/** Opens the sync side of the cache. */
export function createBase(cache: CacheDatabase): Base {
  async function readCursors(base: string, scopes: readonly string[]) {
    const rows = await cache.cursors.bulkGet(scopes.map(scope => [base, scope]));
    return Object.fromEntries(scopes.map((scope, index) => [scope, heldTo(rows[index])]));
  }

  function applyPage(base: string, page: PullPage): Promise<Applied> {
    const { shelves, cursors, own, meta } = cache;
    return cache.transaction('rw', shelves, cursors, own, meta, async () => {
      const held = heldTo(await cursors.get([base, page.scope]));
      if (page.from > held) return 'gap';
      for (const [shelf, records] of byShelf(page)) await putOnShelf(cache, base, shelf, records);
      await own.bulkPut(page.own.map(({ id, seq }) => ({ base, id, seq })));
      await cursors.put({ base, scope: page.scope, at: Math.max(held, page.to) });
      if (!(await meta.get('shown'))) await meta.put({ key: 'shown', base });
      return 'applied';
    });
  }

  async function readLost(base: string, granted: readonly string[]): Promise<string[]> {
    const rows = await cursorsOf(base).toArray();
    return rows.filter(row => !row.isPurged && !granted.includes(row.scope)).map(row => row.scope);
  }

  async function purge(base: string, lost: string, granted: readonly string[]): Promise<void> {
    const { shelves, cursors } = cache;
    const stream = readScope(lost)?.stream ?? lost;
    await cache.transaction('rw', shelves, cursors, async () => {
      for (const row of await readRowsBelow(cache, base, `${stream}|`)) {
        const { kind } = readRecordKey(row.shelf);
        const left = Object.entries(row.records).filter(
          ([id]) => !isCovered([lost], stream, kind, id) || isCovered(granted, stream, kind, id),
        );
        await shelves.put({ ...row, records: Object.fromEntries(left) });
      }
      await cursors.put({ base, scope: lost, at: 0, isPurged: true });
    });
  }

  async function show(base: string): Promise<void> {
    const { shelves, cursors, own, meta } = cache;
    await cache.transaction('rw', shelves, cursors, own, meta, async () => {
      const shown = await meta.get('shown');
      if (shown?.key === 'shown' && shown.base === base) return;
      await meta.put({ key: 'shown', base });
      await shelves.filter(row => row.base !== base).delete();
      await cursors.filter(row => row.base !== base).delete();
      await own.where('base').notEqual(base).delete();
    });
  }

  const cursorsOf = (base: string) =>
    cache.cursors.where(':id').between([base, Dexie.minKey], [base, Dexie.maxKey]);

  return {
    readCursors,
    applyPage,
    readLost,
    purge,
    show,
    forgetOwn: async (base, ids) => {
      await cache.own.bulkDelete(ids.map(id => [base, id]));
    },
    noteCompleted: async at => {
      await cache.meta.put({ key: 'completed', at });
    },
    readCompletedAt: async () => {
      const row = await cache.meta.get('completed');
      return row?.key === 'completed' ? row.at : undefined;
    },
  };
}

/** True if any of the scopes covers the record. */
export function isCovered(
  scopes: readonly string[],
  stream: string,
  kind: string,
  id: string,
): boolean {
  const village = kindNamed(kind)?.villageOf(id);
  return scopes.some(scope => isInScope(scope, stream, village));
}

function heldTo(row: CursorRow | undefined): number {
  return row && !row.isPurged ? row.at : 0;
}

function byShelf(page: PullPage): Map<string, [string, HeldRecord][]> {
  const shelves = new Map<string, [string, HeldRecord][]>();
  for (const { stream, t, r, seq, f } of page.records) {
    const shelf = shelfOf(stream, t, r);
    const records = shelves.get(shelf) ?? [];
    records.push([r, { seq, f }]);
    shelves.set(shelf, records);
  }
  return shelves;
}
