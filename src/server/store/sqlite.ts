import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { Problem } from '../../domain/problem.ts';
import { createSqlStore } from './sql-store.ts';
import type { SqlEngine } from './sql.ts';
import type { Store } from './store.ts';

/** How long a statement waits for another process (a command beside a running server). */
const busyTimeoutMs = 5000;

/** Pages in the log before they are carried into the file: 32 MB, so that a storm carries each page once. */
const pagesBeforeCheckpoint = 8_000;

/** `JKNG`, so that another program's database is not taken for ours. */
const applicationId = 0x4a4b4e47;

type Database = InstanceType<typeof DatabaseSync>;

/** The file is there but holds no database of ours. */
export class NotOurDatabase extends Error {}

/**
 * Opens the database in `file`, making it if there is none; `:memory:` for one that is gone when
 * closed. One connection writes, another reads, so that reading never waits for a transaction; in
 * memory there is only one, and everything takes turns. Throws `NotOurDatabase`, or SQLite's own
 * error if the file cannot be opened.
 */
export async function openSqliteStore(file: string): Promise<Store> {
  const connection = connect(file);
  const writer = queryOver(connection);
  const reader = file === ':memory:' ? writer : queryOver(connect(file));
  try {
    return await createSqlStore({ writer, reader, engine: sqlite });
  } catch (error) {
    await writer.destroy();
    if (reader !== writer) await reader.destroy();
    throw error;
  }
}

/** What SQLite says in its own way. */
const sqlite: SqlEngine = {
  name: 'sqlite',
  rowsOf(columns) {
    const each = columns.map(([name], index) => `value ->> ${index} as ${name}`);
    return `(select ${each.join(', ')} from json_each(?))`;
  },
  given: '?',
  givenNumber: '?',
  keyText: 'text',
  noRowId: ' without rowid',
  // BEGIN IMMEDIATE holds every row already.
  forUpdate: '',
  forShare: '',
  numbered: text => text,
};

/** How every database file begins. A short file that does not, SQLite would take for an empty one. */
const magic = 'SQLite format 3\0';

function connect(file: string): Database {
  const beginning = beginningOf(file);
  if (beginning !== '' && beginning !== magic) throw new NotOurDatabase();
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    claim(database);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec(`pragma wal_autocheckpoint = ${pagesBeforeCheckpoint}`);
  } catch (error) {
    database.close();
    throw primaryCode(error) === notADatabase ? new NotOurDatabase() : error;
  }
  return database;
}

function beginningOf(file: string): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(magic.length);
    return bytes.toString('latin1', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function claim(database: Database): void {
  const { application_id: id } = database.prepare('pragma application_id').get() as {
    application_id: number;
  };
  if (id === applicationId) return;
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as {
    tables: number;
  };
  if (tables > 0) throw new NotOurDatabase();
  database.exec(`pragma application_id = ${applicationId}`);
}

function queryOver(database: Database): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new SqliteDialect({ database: preparedOnce(database) }) });
}

/** Every statement is prepared once: a batch travels as one parameter, so there are few texts. */
function preparedOnce(database: Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close() {
      // Prepared statements keep the log alive: whoever copies the file alone afterwards shall have it all.
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
    },
    prepare(text) {
      let statement = statements.get(text);
      if (!statement) {
        // A transaction that begins by reading could not be sure to write: take the lock at once.
        const prepared = database.prepare(text === 'begin' ? 'begin immediate' : text);
        const isReader = prepared.columns().length > 0;
        statement = {
          reader: isReader,
          all: parameters => translating(() => prepared.all(...parameters)),
          run: parameters =>
            translating(() => {
              const { changes, lastInsertRowid } = prepared.run(...parameters);
              return { changes, lastInsertRowid };
            }),
          iterate: parameters => prepared.iterate(...parameters),
        };
        statements.set(text, statement);
      }
      return statement;
    },
  };
}

const [busy, locked, full, notADatabase] = [5, 6, 13, 26];

function translating<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const code = primaryCode(error);
    if (code === busy || code === locked) throw new Problem('busy', { retryAfterMs: 2000 }, error);
    if (code === full) throw new Problem('server-full', { retryAfterMs: 60_000 }, error);
    throw error;
  }
}

/** SQLite's result code without the extension in its higher bits; undefined for other errors. */
function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}
