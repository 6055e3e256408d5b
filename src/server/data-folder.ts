import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deriveKeys, type Keys } from './accounts/keys.ts';
import type { Home } from './accounts/home.ts';
import { SetupProblem } from './setup-problem.ts';
import { NotOurDatabase, openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/**
 * Opens all that lies in a data folder, making what is not there: the database, and beside it the
 * secret that no backup holds. Throws `SetupProblem` with the cure if it cannot.
 */
export async function openDataFolder(folder: string): Promise<{ store: Store; keys: Keys }> {
  const keys = deriveKeys(explaining(folder, () => readSecret(folder)));
  return { store: await openDatabase(join(folder, 'jukung.sqlite')), keys };
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

async function openDatabase(file: string): Promise<Store> {
  try {
    return await openSqliteStore(file);
  } catch (error) {
    if (error instanceof NotOurDatabase)
      throw new SetupProblem(`${file} is not a Jukung database; move it away, or set DATA_DIR.`);
    if (error instanceof Error && error.message.startsWith('corrupted migrations'))
      throw new SetupProblem(`${file} was written by a newer Jukung; start that version.`);
    if (codeOf(error))
      throw new SetupProblem(`${file} cannot be opened (${(error as Error).message}).`);
    throw error;
  }
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
