import type { RefusalCode } from '../../domain/problem.ts';
import type { Verdict } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import { markUnproven } from './groups.ts';
import {
  operationOf,
  pendingState,
  readRecordKey,
  settledStates,
  stateOf,
  type KeepDatabase,
  type OutboxRow,
  type Settled,
  type Standing,
  type StoredVerdict,
} from './keep.ts';
import { keysExcept, readExcept, rowsExcept } from './state-ranges.ts';
import { asPushed, isOutrun, withVerdict } from './verdicts.ts';

/**
 * Home as this device last knew it. `base` names what was pulled and which verdicts hold: the epoch, or
 * the epoch and a count when home fell behind within one.
 */
export interface Present {
  epoch: string;
  base: string;
}

/** How many operations stand where, in the present base. */
export interface OutboxCounts {
  /** Without a verdict of the present base. */
  waiting: number;
  /** Refused and unsettled, in whatever base. */
  attention: number;
  /** Admitted, or kept by home for a later version. */
  delivered: number;
}

/** The answer to one operation; `malformed` is what the device says when home cannot read its line. */
export type Answer = Verdict | { s: 'quarantined'; code: RefusalCode };

/** What was written on this device: the side of the outbox that sync reads and marks. */
export interface Outbox {
  /** Undefined until home first answered. */
  readPresent: () => Promise<Present | undefined>;
  /**
   * Takes over home's epoch, if nobody did since `asked` was read. A new epoch opens every operation
   * again. True if `epoch` is the present one now.
   */
  meet: (asked: Present | undefined, epoch: string) => Promise<boolean>;
  /** Home fell behind within its epoch: begins a new base, unless somebody did since `asked` was read. */
  startOver: (asked: Present) => Promise<void>;
  /**
   * Keys of the operations without a verdict of the present base, oldest first; last those that were
   * settled before, so that home learns of that first (rule 10.5).
   */
  readWaiting: () => Promise<number[]>;
  /** Operations as they are to be pushed now; keys that are gone are left out. */
  readForPush: (keys: readonly number[]) => Promise<Operation[]>;
  /**
   * Stores what home said, one answer for each operation. False, and nothing stored, if home's epoch
   * changed since `asked` was read and it was not this answer that told (rule 5.3).
   */
  storeAnswers: (
    asked: Present | undefined,
    epoch: string | undefined,
    answers: readonly (readonly [Operation, Answer])[],
  ) => Promise<boolean>;
  /**
   * Ids of the operations that have no number of the present base from a verdict (rule 6.1): also of
   * refused ones, settled or not, of which home may still come to think otherwise (rule 6.10).
   */
  readOpen: () => Promise<string[]>;
  /** True if an operation of another base waits to be answered again in the present one (rule 6.7). */
  hasReopened: () => Promise<boolean>;
  /** Records of a stream on which something waits. */
  readWaitingRecords: (stream: string) => Promise<{ kind: string; id: string }[]>;
  /** May be wrapped in a live query. Reads no body. */
  count: () => Promise<OutboxCounts>;
  /** Refused and unsettled ones, newest first. May be wrapped in a live query. */
  readAttention: () => Promise<Refused[]>;
  /** Those that a coordinator left out for good, newest first. May be wrapped in a live query. */
  readDeclined: () => Promise<(Refused & { settled: Settled })[]>;
}

/** A refused operation, and what home last said of it. */
interface Refused {
  operation: Operation;
  verdict: StoredVerdict | undefined;
}

const presentKey: [string, string] = ['home', 'present'];

/** Where home as last known is noted; to be read within the reader's own transaction. */
export async function readPresent(keep: KeepDatabase): Promise<Present | undefined> {
  return (await keep.notes.get(presentKey))?.body as Present | undefined;
}

/** Opens the sync side of the outbox. */
export function createOutbox(keep: KeepDatabase, now: () => number): Outbox {
  const { outbox, notes } = keep;

  const putPresent = (present: Present) =>
    notes.put({ kind: presentKey[0], key: presentKey[1], body: present });

  /** Must run within a transaction that writes `notes`. */
  async function meetWithin(
    asked: Present | undefined,
    epoch: string,
  ): Promise<Present | undefined> {
    const present = await readPresent(keep);
    // Two loops may meet home for the first time together.
    const isOvertaken = present?.base !== (asked?.base ?? epoch);
    if (present && isOvertaken) return undefined;
    if (present?.epoch === epoch) return present;
    const met = { epoch, base: epoch };
    await putPresent(met);
    return met;
  }

  const readSettledStates = async () => settledStates((await readPresent(keep))?.base);

  return {
    readPresent: () => readPresent(keep),

    meet: async (asked, epoch) => {
      if ((await readPresent(keep))?.epoch === epoch) return true;
      const met = await keep.transaction('rw', notes, () => meetWithin(asked, epoch));
      return met !== undefined;
    },

    startOver: asked =>
      keep.transaction('rw', notes, async () => {
        const present = await readPresent(keep);
        if (present?.base !== asked.base) return;
        const times = Number(asked.base.slice(asked.epoch.length + 1)) + 1;
        await putPresent({ epoch: asked.epoch, base: `${asked.epoch}~${times}` });
      }),

    readWaiting: async () => {
      const settled = await readSettledStates();
      const keys = await keysExcept(keep, settled);
      keys.sort((a, b) => a - b);
      const closed = new Set(await outbox.where('state').startsWith('closed ').primaryKeys());
      if (closed.size === 0) return keys;
      return [...keys.filter(key => !closed.has(key)), ...keys.filter(key => closed.has(key))];
    },

    readForPush: async keys => {
      const rows = await outbox.bulkGet([...keys]);
      return rows.filter(row => row !== undefined).map(asPushed);
    },

    storeAnswers: (asked, epoch, answers) =>
      keep.transaction('rw', outbox, notes, async () => {
        const present = epoch === undefined ? asked : await meetWithin(asked, epoch);
        if (epoch !== undefined && !present) return false;
        const base = present?.base ?? '';
        const rows = await outbox.bulkGet(answers.map(([operation]) => operation.n));
        const answered = answers.flatMap(([{ id }, answer], index) => {
          const row = rows[index];
          if (row?.id !== id || answer.s === 'retry' || isOutrun(row, base)) return [];
          return [withVerdict(row, { ...answer, base, at: now() })];
        });
        await outbox.bulkPut(answered);
        await markUnproven(keep, answered);
        return true;
      }),

    readOpen: async () => {
      const base = (await readPresent(keep))?.base;
      const rows = await readExcept(keep, base === undefined ? [] : [stateOf('sent', base)]);
      return rows.map(row => row.id);
    },

    hasReopened: async () => {
      const states = [pendingState, ...(await readSettledStates())];
      const some = await Promise.all(rowsExcept(keep, states).map(rows => rows.limit(1).count()));
      return some.some(count => count > 0);
    },

    readWaitingRecords: async stream => {
      const settled = await readSettledStates();
      const rows = await outbox.where('record').startsWith(`${stream}|`).toArray();
      return rows.filter(row => !settled.includes(row.state)).map(row => readRecordKey(row.record));
    },

    count: () =>
      keep.transaction('r', outbox, notes, async () => {
        const base = (await readPresent(keep))?.base;
        const having = (standing: Exclude<Standing, 'pending'>) =>
          base === undefined ? 0 : outbox.where('state').equals(stateOf(standing, base)).count();
        const all = await outbox.count();
        const delivered = (await having('sent')) + (await having('opaque'));
        const refused = (await having('attention')) + (await having('closed'));
        const attention = await outbox.where('state').startsWith('attention ').count();
        return { waiting: all - delivered - refused, attention, delivered };
      }),

    readAttention: async () => {
      const rows = await outbox.where('state').startsWith('attention ').toArray();
      return rows.sort(newestFirst).map(refusedOf);
    },

    readDeclined: async () => {
      const rows = await outbox.where('state').startsWith('closed ').toArray();
      return rows.sort(newestFirst).flatMap(row => {
        const { settled } = row;
        return settled?.outcome === 'decline' ? [{ ...refusedOf(row), settled }] : [];
      });
    },
  };
}

const newestFirst = (a: OutboxRow, b: OutboxRow) => b.n - a.n;

function refusedOf(row: OutboxRow): Refused {
  return {
    operation: operationOf(row),
    verdict: row.verdicts.findLast(({ s }) => s === 'quarantined'),
  };
}
