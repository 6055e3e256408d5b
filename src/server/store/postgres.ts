import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Problem } from '../../domain/problem.ts';
import { createSqlStore } from './sql-store.ts';
import type { SqlEngine } from './sql.ts';
import type { Store } from './store.ts';

/** Connections to write and to read on, so that readers never keep a writer waiting; how long one may take to be had. */
const mostWriting = 4;
const mostReading = 10;
const connectTimeoutMs = 5_000;

/** How long a statement may take at all. */
const queryTimeoutMs = 60_000;

/** How long a statement waits for streams that another writer holds. */
const lockTimeoutMs = 10_000;

/**
 * Opens the database at a `postgres://` address; its tables are made or brought up to date, by one process
 * at a time. Several processes may serve one database: streams are locked by their rows. Throws the
 * driver's own error if it cannot be reached.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const [writer, reader] = [mostWriting, mostReading].map(max => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: connectTimeoutMs,
      // A server that is gone without a word is noticed.
      keepAlive: true,
      query_timeout: queryTimeoutMs,
      // A commit that was answered is on the disk, whatever the database is set to otherwise.
      options: `-c synchronous_commit=on -c lock_timeout=${lockTimeoutMs}`,
      types: { getTypeParser },
    });
    // A connection that breaks while nobody uses it is replaced by the next who needs one.
    pool.on('error', () => {});
    return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  }) as [Kysely<unknown>, Kysely<unknown>];
  try {
    return translated(await createSqlStore({ writer, reader, engine: postgres }));
  } catch (error) {
    await Promise.all([writer.destroy(), reader.destroy()]);
    throw error;
  }
}

/** Counters and instants fit a number. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return Number;
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid, 'text');
}

/** What PostgreSQL says in its own way. */
const postgres: SqlEngine = {
  name: 'postgres',
  rowsOf(columns) {
    const each = columns.map(([name, type], index) => `(value ->> ${index})::${type} as ${name}`);
    return `(select ${each.join(', ')} from json_array_elements(?::json) as t(value))`;
  },
  given: '?::text',
  givenNumber: '?::bigint',
  keyText: 'text collate "C"',
  noRowId: '',
  forUpdate: 'for update',
  forShare: 'for share',
  numbered: numberedOnce(),
};

/** `$1` for the first `?`, and so on. No statement holds a question mark of another kind. */
function numberedOnce(): SqlEngine['numbered'] {
  const known = new Map<string, string>();
  return text => {
    let numbered = known.get(text);
    if (numbered === undefined) {
      let count = 0;
      numbered = text.replaceAll('?', () => `$${(count += 1)}`);
      known.set(text, numbered);
    }
    return numbered;
  };
}

/** SQLSTATE classes and codes that pass: no connection, too many, shutting down, deadlock, lock not had. */
const passing = /^(08|53[03]|57P|40001|40P01|55P03|XX000)/;
const diskFull = '53100';

/** The store, with what the database says in its own way told as problems. */
function translated(store: Store): Store {
  const entries = Object.entries(store).map(([name, member]: [string, unknown]) => [
    name,
    typeof member === 'function'
      ? (...given: unknown[]) =>
          Promise.resolve((member as (...given: unknown[]) => unknown)(...given)).catch(translate)
      : member,
  ]);
  return Object.fromEntries(entries) as Store;
}

function translate(error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === diskFull) throw new Problem('server-full', { retryAfterMs: 60_000 }, error);
  const isPassing = typeof code === 'string' && (passing.test(code) || /^E[A-Z]+$/.test(code));
  const isUnreachable =
    typeof message === 'string' && /timeout|terminated|Connection/.test(message);
  if (!(error instanceof Problem) && (isPassing || isUnreachable))
    throw new Problem('busy', { retryAfterMs: 2_000 }, error);
  throw error;
}
