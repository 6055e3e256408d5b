import { Dexie, type Table } from 'dexie';
import type { RecordState } from '../../protocol/merge.ts';

/**
 * What home holds, as far as it was pulled. Can be thrown away at any time and pulled again. Everything
 * is kept by base, because after a change of epoch a new base grows while the old one is still shown.
 */
export class CacheDatabase extends Dexie {
  declare readonly shelves: Table<ShelfRow, [base: string, shelf: string, from: string]>;
  declare readonly cursors: Table<CursorRow, [base: string, scope: string]>;
  declare readonly own: Table<OwnRow, [base: string, id: string]>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;

  constructor(databaseName: string) {
    super(`${databaseName}-cache`, { cache: 'disabled' });
    this.version(1).stores({
      shelves: '[base+shelf+from]',
      cursors: '[base+scope]',
      own: '[base+id], base',
      meta: 'key',
    });
  }
}

/** A record as home sent it. */
export interface HeldRecord {
  /** The stream's counter when it last changed. */
  seq: number;
  f: RecordState;
}

/**
 * A stretch of a shelf: IndexedDB pays per row and screens read by sheet, so up to `mostPerRow` records
 * that are read together lie in one row.
 */
export interface ShelfRow {
  base: string;
  /** `shelfKey` of the records. */
  shelf: string;
  /** Holds the ids from this one up to the next row's; the first row's is empty. */
  from: string;
  records: Record<string, HeldRecord>;
}

/** How far a scope was pulled; `isPurged` when it was lost and forgotten. */
export interface CursorRow {
  base: string;
  scope: string;
  at: number;
  isPurged?: true;
}

/** The counter of an operation of this device, as a page of a pull told it. */
export interface OwnRow {
  base: string;
  id: string;
  seq: number;
}

export type MetaRow =
  /** The base that screens show. */
  | { key: 'shown'; base: string }
  /** When a whole round last ended with nothing left to send or to receive, ms. */
  | { key: 'completed'; at: number };
