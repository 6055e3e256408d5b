import type { Store, StoredRecord, StoreTransaction } from '../../src/server/store/store.ts';
import type { Chance } from './seed.ts';

/**
 * The trap of every sync by counters: a reader takes what is there up to counter 8 and goes on from 8,
 * and then the transaction that was given counter 7 commits. Nobody ever fetches 7 again.
 */
export interface CursorTrap {
  /** Several connections to one database, as several processes have them. */
  stores: readonly Store[];
  stream: string;
  writes: number;
  chance: Chance;
  /** How a writer comes by its first counter, for so many records. */
  takeCounter: (tx: StoreTransaction, count: number) => Promise<number>;
}

/** What was seen. All three are empty where the trap is closed. */
export interface CursorFindings {
  /** Records that a reader which went on from its cursor never saw. */
  missed: string[];
  /** Records that turned up at or below a cursor. */
  behind: string[];
  /** Counters that nobody has, though a higher one is taken. */
  gaps: number[];
}

/** Writes from all stores at once, while readers of all stores go on from their cursors until all is there. */
export async function springCursorTrap(trap: CursorTrap): Promise<CursorFindings> {
  const { stores, stream, writes, chance } = trap;
  const queue = Array.from({ length: writes }, (_, index) => `record-${index}`);
  const behind: string[] = [];
  let writing = stores.length * writersPerStore;

  async function write(store: Store): Promise<void> {
    for (;;) {
      const ids = queue.splice(0, 1 + chance.below(3));
      if (ids.length === 0) break;
      const pauses = chance.below(4);
      await store.transaction(async tx => {
        const first = await trap.takeCounter(tx, ids.length);
        // Something else to do between the counter and the commit, as in any admission.
        for (let times = 0; times < pauses; times += 1)
          await tx.findRecords([recordOf(stream, 'x', 0)]);
        await tx.saveRecords(ids.map((id, index) => recordOf(stream, id, first + index)));
        await tx.saveCounters(new Map([[stream, first + ids.length - 1]]));
      });
    }
    writing -= 1;
  }

  async function read(store: Store): Promise<Set<string>> {
    const seen = new Set<string>();
    for (let cursor = 0; ;) {
      const isLast = writing === 0;
      const to = (await store.readHeads()).get(stream) ?? 0;
      const changed = await store.readChanges({ stream, from: cursor, to });
      for (const { record, seq } of changed) {
        if (seq <= cursor) behind.push(record);
        seen.add(record);
      }
      cursor = Math.max(cursor, to);
      if (isLast) return seen;
    }
  }

  const [store] = stores as [Store];
  await store.transaction(tx => tx.lockStreams([stream]));
  const writers = stores.flatMap(store =>
    Array.from({ length: writersPerStore }, () => write(store)),
  );
  const readers = stores.map(read);
  await Promise.all(writers);
  const views = await Promise.all(readers);

  const all = await store.readChanges({ stream, from: 0, to: Number.MAX_SAFE_INTEGER });
  const head = all.at(-1)?.seq ?? 0;
  const taken = new Set(all.map(({ seq }) => seq));
  return {
    missed: all.map(({ record }) => record).filter(id => views.some(seen => !seen.has(id))),
    behind,
    gaps: Array.from({ length: head }, (_, index) => index + 1).filter(seq => !taken.has(seq)),
  };
}

const writersPerStore = 3;

/** As home does it: whoever has the stream is alone with its counter until the commit. */
export async function lockTheStream(tx: StoreTransaction, stream: string): Promise<number> {
  return ((await tx.lockStreams([stream])).get(stream) ?? 0) + 1;
}

function recordOf(stream: string, record: string, seq: number): StoredRecord {
  // A kind whose records lie alone, so that writers do not wait for one another over a row.
  return { stream, kind: 'member', record, seq, village: null, state: '{}' };
}
