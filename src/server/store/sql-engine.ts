import type { RawBuilder } from 'kysely';
import type { Store } from './store.ts';

/** A column of a batch: its name and its type in SQL. */
export type Column = readonly [name: string, type: 'text' | 'bigint'];

/** The little in which the databases differ. */
export interface SqlEngine {
  name: Store['engine'];
  /** A batch as a table expression: `json` is the text of an array of objects. */
  rowsOf(json: string, columns: readonly Column[]): RawBuilder<unknown>;
  /** What a `select` ends with to hold its rows until the transaction ends. */
  forUpdate: RawBuilder<unknown>;
}
