import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from './accounts/home.ts';
import { deriveKeys, type Keys } from './accounts/keys.ts';
import { checkPostgres } from './check-postgres.ts';
import { keepEpochFile } from './epoch-file.ts';
import { SetupProblem } from './setup-problem.ts';
import { openPostgresStore } from './store/postgres.ts';
import { NotOurDatabase, openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** Where things are kept. */
export interface DataPlace {
  /** The folder of the keys, of the pictures, and of the SQLite database. */
  dataDir: string;
  /** The PostgreSQL database to use instead. */
  databaseUrl?: string | undefined;
}

/**
 * Opens all that a server keeps, making what is not there: the database, and the secret that no backup
 * holds. Throws `SetupProblem` with the cure if it cannot. `tell` is given what the operator should know.
 */
export async function openDataFolder(
  { dataDir, databaseUrl }: DataPlace,
  tell: (line: string) => void = line => void process.stderr.write(`${line}\n`),
): Promise<{ store: Store; keys: Keys }> {
  const keys = deriveKeys(explaining(dataDir, () => readSecret(dataDir)));
  const store = databaseUrl
    ? await openPostgres(databaseUrl, dataDir, tell)
    : await openSqlite(dataDir, tell);
  return { store, keys };
}

/** The SQLite database in a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'jukung.sqlite');
}

/** Where the pictures lie, on either database. */
export function picturesRoot(dataDir: string): string {
  return join(dataDir, 'blobs');
}

/** What tells an old database file that was put back from one that was here all the time. */
export function epochFile(dataDir: string): string {
  return join(dataDir, 'epoch.json');
}

/** A home of flesh and blood: the real clock, real chance. */
export function homeOf(parts: { store: Store; keys: Keys }): Home {
  return {
    ...parts,
    clock: Date.now,
    newId: randomUUID,
    reportBug(error) {
      throw error;
    },
  };
}

function readSecret(folder: string): Buffer {
  const keyFolder = join(folder, 'keys');
  const file = join(keyFolder, 'server.key');
  makeFolder(keyFolder);
  try {
    // Only the first to come makes it; whoever comes second reads it.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new SetupProblem(`${file} does not hold a key; put back the one that was made here.`);
  return Buffer.from(text, 'hex');
}

/** Not `recursive`: under /proc that never comes back (Node 20). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

async function openPostgres(
  url: string,
  dataDir: string,
  tell: (line: string) => void,
): Promise<Store> {
  await checkPostgres(url);
  const store = await openPostgresTables(url);
  if (existsSync(databaseFile(dataDir)) && !(await store.hasEnrolments()))
    tell(
      `${databaseFile(dataDir)} is not used while DATABASE_URL is set; to take it along, run backup without DATABASE_URL, then restore with it.`,
    );
  return store;
}

async function openPostgresTables(url: string): Promise<Store> {
  try {
    return await openPostgresStore(url);
  } catch (error) {
    if (isNewer(error))
      throw new SetupProblem(
        'The database of DATABASE_URL was written by a newer Jukung; start that version.',
      );
    if (codeOf(error) === lockNotHad)
      throw new SetupProblem(
        'Another process is bringing the tables up to date; start again when it is done.',
      );
    throw error;
  }
}

/** PostgreSQL's code for a lock that was not had in time. */
const lockNotHad = '55P03';

async function openSqlite(dataDir: string, tell: (line: string) => void): Promise<Store> {
  const opened = await openDatabase(databaseFile(dataDir));
  try {
    const { store, isOlderCopy } = await keepEpochFile(opened, epochFile(dataDir), {
      newId: randomUUID,
      after: (ms, work) => {
        const wait = setTimeout(work, ms).unref();
        return () => clearTimeout(wait);
      },
      reportBug: error => tell(`${epochFile(dataDir)} could not be written (${String(error)}).`),
    });
    if (isOlderCopy)
      tell(
        `${databaseFile(dataDir)} is older than it was here before: a new epoch begins, and devices deliver again what they keep.`,
      );
    return store;
  } catch (error) {
    await opened.close();
    const code = codeOf(error);
    if (!code) throw error;
    throw new SetupProblem(`${epochFile(dataDir)} cannot be written (${code}); make room for it.`);
  }
}

async function openDatabase(file: string): Promise<Store> {
  try {
    return await openSqliteStore(file);
  } catch (error) {
    if (error instanceof NotOurDatabase)
      throw new SetupProblem(`${file} is not a Jukung database; move it away, or set DATA_DIR.`);
    if (isNewer(error))
      throw new SetupProblem(`${file} was written by a newer Jukung; start that version.`);
    if (codeOf(error))
      throw new SetupProblem(`${file} cannot be opened (${(error as Error).message}).`);
    throw error;
  }
}

/** The words of the migrator for a step in the database that this program does not know. */
function isNewer(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('corrupted migrations');
}

function explaining<T>(folder: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const code = codeOf(error);
    if (!code || error instanceof SetupProblem) throw error;
    throw new SetupProblem(
      `${folder} cannot be written to (${code}); set DATA_DIR to a folder that can.`,
    );
  }
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
