import { DatabaseSync } from '@photostructure/sqlite';
import {
  helpingBytes,
  isOfMigrator,
  weightOf,
  type Row,
  type Table,
  type TableAccess,
  type TableReader,
  type TableWriter,
} from './tables.ts';

export type Database = InstanceType<typeof DatabaseSync>;

/** Longer than any transaction of a server that runs beside. */
const busyTimeoutMs = 60_000;

/** The tables of the store in an SQLite file that a store has opened before. */
export function openSqliteTables(file: string): TableAccess {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  return {
    readLayout: async () => layoutOf(database),
    async snapshot(work) {
      // The moment is that of the first reading.
      database.exec('begin');
      try {
        return await work(readerOf(database));
      } finally {
        database.exec('rollback');
      }
    },
    async replace(work) {
      database.exec('pragma synchronous = full');
      database.exec('begin immediate');
      try {
        const result = await work(writerOf(database));
        database.exec('commit');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('rollback');
        throw error;
      }
    },
    close: async () => database.close(),
  };
}

/** The steps that the tables' layout has taken. */
export function layoutOf(database: Database): string[] {
  const rows = database.prepare('select name from kysely_migration order by name').all();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** Reads the tables of a database that is open, in whatever transaction it is. */
export function readerOf(database: Database): TableReader {
  return {
    tables: tablesOf(database),
    async count({ name }) {
      const row = database.prepare(`select count(*) as rows from "${name}"`).get();
      return (row as { rows: number }).rows;
    },
    async *read({ name, columns }) {
      let rows: Row[] = [];
      let weight = 0;
      const text = `select ${quoted(columns)} from "${name}"`;
      for (const found of stream<Record<string, Row[number]>>(database, text)) {
        const row = columns.map(column => found[column] ?? null);
        rows.push(row);
        weight += weightOf(row);
        if (weight < helpingBytes) continue;
        yield rows;
        rows = [];
        weight = 0;
      }
      if (rows.length > 0) yield rows;
    },
  };
}

/** The driver's iterators do not hold their statement: one that nobody holds is gone in the middle of it. */
const held = new Set<unknown>();

/** The rows of a statement, one after another. */
export function* stream<Found>(database: Database, text: string): Iterable<Found> {
  const statement = database.prepare(text);
  held.add(statement);
  try {
    yield* statement.iterate() as Iterable<Found>;
  } finally {
    held.delete(statement);
  }
}

/** Writes into a database that is open and in a transaction. */
export function writerOf(database: Database): TableWriter {
  return {
    tables: tablesOf(database),
    async clear({ name }) {
      database.exec(`delete from "${name}"`);
    },
    async insert({ name, columns }, rows) {
      const places = columns.map(() => '?').join(', ');
      const statement = database.prepare(
        `insert into "${name}" (${quoted(columns)}) values (${places})`,
      );
      for (const row of rows) statement.run(...row);
    },
    async setMeta(name, value) {
      database.prepare('update meta set value = ? where name = ?').run(value, name);
    },
  };
}

function tablesOf(database: Database): Table[] {
  const names = database
    .prepare(`select name from sqlite_schema where type = 'table' order by name`)
    .all() as { name: string }[];
  return names
    .filter(({ name }) => isOfStore(name))
    .map(({ name }) => {
      const columns = database.prepare(`select name from pragma_table_info(?)`).all(name);
      return { name, columns: (columns as { name: string }[]).map(column => column.name).sort() };
    });
}

function isOfStore(name: string): boolean {
  return !name.startsWith('sqlite_') && !name.startsWith('backup_') && !isOfMigrator(name);
}

function quoted(columns: readonly string[]): string {
  return columns.map(column => `"${column}"`).join(', ');
}
