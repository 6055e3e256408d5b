/** A table of the store: its name, and its columns in one order. */
export interface Table {
  name: string;
  columns: readonly string[];
}

/** The values of a row, in the order of its table's columns. */
export type Row = readonly (string | number | null)[];

/** The store's tables at one moment, whatever is written meanwhile. */
export interface TableReader {
  /** In the order of their names. Nothing is known of them here but that they are the store's. */
  tables: readonly Table[];
  count(table: Table): Promise<number>;
  /** All rows by helpings of about a megabyte, so that no table has to fit into memory. */
  read(table: Table): AsyncIterable<Row[]>;
}

/** The store's tables in one transaction that no other writer comes into. */
export interface TableWriter {
  tables: readonly Table[];
  clear(table: Table): Promise<void>;
  insert(table: Table, rows: readonly Row[]): Promise<void>;
  /** Sets a value of the table `meta`. */
  setMeta(name: string, value: string): Promise<void>;
}

/** How a backup and a restore reach a database. */
export interface TableAccess {
  /** The steps that the tables' layout has taken, in order. */
  readLayout(): Promise<string[]>;
  /** Runs `work` on one consistent moment. */
  snapshot<T>(work: (reader: TableReader) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction: all of it is durable afterwards, or nothing if it throws. */
  replace<T>(work: (writer: TableWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Tables in which the migrator keeps its own accounts; the program that opens a database fills them. */
export function isOfMigrator(table: string): boolean {
  return table.startsWith('kysely_migration');
}

/** About how much a helping holds; rows larger than that come alone. */
export const helpingBytes = 1_000_000;

/** Roughly the memory that a row takes. */
export function weightOf(row: Row): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 8),
    0,
  );
}
