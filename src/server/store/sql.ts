import { CompiledQuery, type Kysely } from 'kysely';
import type { Store } from './store.ts';

/** A column of a batch: its name and its type in SQL. */
export type Column = readonly [name: string, type: 'text' | 'bigint'];

/** The little in which the databases differ. */
export interface SqlEngine {
  name: Store['engine'];
  /**
   * A batch as a table expression. Its one parameter, `?`, is the text of a JSON array with an array for
   * each row: a whole batch is one statement with one parameter.
   */
  rowsOf: (columns: readonly Column[]) => string;
  /** A parameter among what is selected, as a text and as a number. */
  given: string;
  givenNumber: string;
  /** Type of a text that is a key: told apart and ordered by its bytes. */
  keyText: string;
  /** How a table that is only its key is made. */
  noRowId: string;
  /** What a `select` ends with to hold its rows until the transaction ends. */
  forUpdate: string;
  /** The same, but others may hold them in this way too; empty where nobody else writes meanwhile. */
  forShare: string;
  /** A statement in this database's own way of numbering parameters. */
  numbered: (text: string) => string;
}

/** One connection, or one transaction. */
export interface Sql {
  engine: SqlEngine;
  /** Runs a statement whose parameters are `?`, and gives its rows. */
  all: <Row>(text: string, ...parameters: unknown[]) => Promise<Row[]>;
}

/**
 * Statements as text over a connection of Kysely's: nothing is compiled on the way, and where a text can be
 * prepared, it is prepared once.
 */
export function sqlOver(db: Kysely<unknown>, engine: SqlEngine): Sql {
  return {
    engine,
    all: async <Row>(text: string, ...parameters: unknown[]) => {
      const query = CompiledQuery.raw(engine.numbered(text), parameters);
      return (await db.executeQuery<Row>(query)).rows;
    },
  };
}

/** A batch of rows as the parameter that `rowsOf` reads. */
export function rowsText(rows: readonly (readonly unknown[])[]): string {
  return JSON.stringify(rows);
}

/** `?` and a few more of them. */
export function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
