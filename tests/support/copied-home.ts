import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { openHome, type TestHome } from './home.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A home on a file, of which copies are made, and which sometimes comes back from one. */
export interface CopiedHome {
  /** The home of now; another one after each copy and return. */
  current(): TestHome;
  /** Keeps a copy of everything as it is. */
  keepCopy(): Promise<void>;
  /** Goes back to the copy kept last, if any, and begins a new epoch (rule 10.3). */
  goBack(epoch: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openCopiedHome(at: number): Promise<CopiedHome> {
  const folder = temporaryFolder();
  const file = join(folder, 'jukung.sqlite');
  const copy = join(folder, 'copy.sqlite');
  let hasCopy = false;
  let home = await open(at);

  async function open(now: number): Promise<TestHome> {
    return openHome({ at: now, store: await openSqliteStore(file) });
  }

  async function reopen(between: () => void): Promise<void> {
    const { now } = home;
    await home.close();
    between();
    home = await open(now);
  }

  return {
    current: () => home,
    async keepCopy() {
      await reopen(() => replace(file, copy));
      hasCopy = true;
    },
    async goBack(epoch) {
      if (!hasCopy) return false;
      await reopen(() => replace(copy, file));
      await home.store.transaction(tx => tx.setEpoch(epoch));
      return true;
    },
    close: () => home.close(),
  };
}

/** Puts one database in the place of another, whole: what is not in the file itself lies beside it. */
function replace(from: string, to: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(to + part, { force: true });
  for (const part of ['', '-wal'])
    if (existsSync(from + part)) copyFileSync(from + part, to + part);
}
