import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Store } from './store/store.ts';

/**
 * How far a database file was known to be, kept in a file beside it. A database that is found behind
 * this file is an older copy that somebody put back: what came since is missing in it, and only a new
 * epoch makes the devices deliver that again.
 */
export interface EpochMark {
  epoch: string;
  /** The sum of all streams' counters. */
  counters: number;
}

/** Writing it more often would tell nothing more: behind by a second is not behind. */
const restMs = 1000;

export interface EpochKeeping {
  newId: () => string;
  /** Runs `work` after some ms; a wait that keeps no process alive. Gives what calls it off. */
  after: (ms: number, work: () => void) => () => void;
  /** Takes note that the file could not be written; it is tried again after the next commit. */
  reportBug: (error: unknown) => void;
}

/**
 * Compares a database with its file, begins a new epoch if it is behind it, and hands out the store with
 * the file kept up to date: soon after commits, and when the store is closed.
 */
export async function keepEpochFile(
  store: Store,
  file: string,
  { newId, after, reportBug }: EpochKeeping,
): Promise<{ store: Store; isOlderCopy: boolean }> {
  // The file first: a server beside this process may count on meanwhile, and then write the file.
  const marked = readEpochFile(file);
  const isOlderCopy = isBehind(await readMark(store), marked);
  if (isOlderCopy) await store.transaction(tx => tx.setEpoch(newId()));
  await updateEpochFile(store, file);

  let callOff: (() => void) | undefined;
  let running = Promise.resolve();
  const update = () => {
    callOff = undefined;
    running = running.then(() => updateEpochFile(store, file)).catch(reportBug);
    return running;
  };
  return {
    isOlderCopy,
    store: {
      ...store,
      async transaction(work) {
        const result = await store.transaction(work);
        callOff ??= after(restMs, () => void update());
        return result;
      },
      async close() {
        if (callOff) {
          callOff();
          await update();
        }
        await running;
        await store.close();
      },
    },
  };
}

/** Brings the file up to what the store has. Within an epoch it never says less than before. */
export async function updateEpochFile(store: Store, file: string): Promise<void> {
  const mark = await readMark(store);
  const before = readEpochFile(file);
  if (before !== 'unreadable' && before?.epoch === mark.epoch && before.counters >= mark.counters)
    return;
  await writeSafely(file, `${JSON.stringify(mark)}\n`);
}

/** Undefined for a file that is not there. */
function readEpochFile(file: string): EpochMark | 'unreadable' | undefined {
  try {
    const { epoch, counters } = JSON.parse(readFileSync(file, 'utf8')) as Partial<EpochMark>;
    const isMark = typeof epoch === 'string' && Number.isSafeInteger(counters);
    return isMark ? { epoch, counters: counters as number } : 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'unreadable';
  }
}

/** Whoever wipes a file that cannot be read loses at most one needless delivery; the other way, work. */
function isBehind(found: EpochMark, marked: ReturnType<typeof readEpochFile>): boolean {
  if (marked === undefined) return false;
  if (marked === 'unreadable') return true;
  return marked.epoch !== found.epoch || marked.counters > found.counters;
}

/** Both of one moment: a restore beside this process changes them together. */
async function readMark(store: Store): Promise<EpochMark> {
  for (;;) {
    const epoch = await store.readEpoch();
    const heads = await store.readHeads();
    if ((await store.readEpoch()) !== epoch) continue;
    return { epoch, counters: [...heads.values()].reduce((sum, head) => sum + head, 0) };
  }
}

/** The file is the old one or the new one, whatever happens in between. */
async function writeSafely(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
