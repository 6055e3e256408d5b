import type { Ranges } from '../../protocol/messages.ts';
import { limits } from '../../protocol/messages.ts';
import { rangesOf } from '../../protocol/receipt.ts';
import { readIdentity } from './device-id.ts';
import { markUnproven } from './groups.ts';
import { settledStates, type KeepDatabase, type OutboxRow, type StoredVerdict } from './keep.ts';
import { readLastCounter } from './last-counter.ts';
import { readPresent, type Present } from './outbox.ts';
import { reopened } from './verdicts.ts';

/** How the outbox stood before home was asked: what changed since is not judged by the answer. */
export interface Before {
  /** Counters without a verdict of the present base. */
  waiting: ReadonlySet<number>;
  /** The highest counter. */
  last: number;
}

/** Holds the outbox against the counters that home says it has (rule 6.11). */
export interface Counters {
  /** To be called before a pull is asked; reads no body. */
  readBefore: () => Promise<Before>;
  /**
   * Opens again what was thought to be sent and home does not hold, and notes which counters can not be
   * filled any more. Gives the ids of what was opened. Does nothing if the base or the device's id is
   * another since the pull was asked.
   */
  compare: (asked: Present, device: string, before: Before, have: Ranges) => Promise<string[]>;
  /** Counters to be told to home as gone, under this id and in the present base. */
  readGone: (device: string) => Promise<Ranges>;
  /** Home was told of these. */
  noteTold: (device: string, told: Ranges) => Promise<void>;
}

/** Which counters are gone, for one id in one base: to be told, and told. */
interface Gone {
  device: string;
  base: string;
  untold: Ranges;
  told: Ranges;
}

const goneKey: [string, string] = ['device', 'gone'];

/** So many gaps are looked at one by one; more cost less in one reading. */
const fewGaps = 50;

/** Opens the counters of the outbox. `readWaiting` is the outbox's. */
export function createCounters(keep: KeepDatabase, readWaiting: () => Promise<number[]>): Counters {
  const { outbox, notes } = keep;

  /** Keys of the outbox in these ranges, in order. */
  async function keysIn(ranges: Ranges): Promise<number[]> {
    if (ranges.length > fewGaps) {
      const keys = await outbox.toCollection().primaryKeys();
      return keys.filter(key => ranges.some(([from, to]) => key >= from && key <= to));
    }
    const found = await Promise.all(
      ranges.map(([from, to]) => outbox.where('n').between(from, to, true, true).primaryKeys()),
    );
    return found.flat();
  }

  async function readGoneNote(device: string, base: string): Promise<Gone> {
    const note = (await notes.get(goneKey))?.body as Gone | undefined;
    if (note?.device === device && note.base === base) return note;
    return { device, base, untold: [], told: [] };
  }

  const putGone = (body: Gone) => notes.put({ kind: goneKey[0], key: goneKey[1], body });

  return {
    readBefore: async () => {
      const waiting = new Set(await readWaiting());
      return { waiting, last: await readLastCounter(keep) };
    },

    compare: (asked, device, before, have) =>
      keep.transaction('rw', outbox, notes, async () => {
        const { base } = asked;
        const identity = await readIdentity(keep);
        if ((await readPresent(keep))?.base !== base || identity.id !== device) return [];
        // A list that is cut off says nothing of what lies behind its end.
        const told = have.length < limits.ranges ? before.last : (have.at(-1)?.[1] ?? 0);
        const gaps = gapsOf(have, identity.since, Math.min(told, before.last));
        if (gaps.length === 0) return [];

        const keys = await keysIn(gaps);
        const settled = settledStates(base);
        const rows = await outbox.bulkGet(keys.filter(key => !before.waiting.has(key)));
        const lost = rows.filter(
          (row): row is OutboxRow =>
            row?.body.dev === device && settled.includes(row.state) && canHomeTell(row, base),
        );
        await outbox.bulkPut(lost.map(row => reopened(row, base)));
        await markUnproven(keep, lost);

        const gone = await readGoneNote(device, base);
        const held = rangesOf(keys);
        const missing = gaps.flatMap(([from, to]) => gapsOf(held, from, to));
        const untold = missing.flatMap(([from, to]) => gapsOf(gone.told, from, to));
        if (!isSameRanges(untold, gone.untold)) await putGone({ ...gone, untold });
        return lost.map(row => row.id);
      }),

    readGone: async device => {
      const base = (await readPresent(keep))?.base;
      if (base === undefined) return [];
      return (await readGoneNote(device, base)).untold.slice(0, limits.ranges);
    },

    noteTold: (device, told) =>
      keep.transaction('rw', notes, async () => {
        const base = (await readPresent(keep))?.base ?? '';
        const gone = await readGoneNote(device, base);
        await putGone({
          ...gone,
          told: unionOf(gone.told, told),
          untold: gone.untold.flatMap(([from, to]) => gapsOf(told, from, to)),
        });
      }),
  };
}

/** What lies between `from` and `to`, both included, and in none of the ranges, which are in order. */
export function gapsOf(ranges: Ranges, from: number, to: number): Ranges {
  const gaps: Ranges = [];
  let next = from;
  for (const [first, last] of ranges) {
    if (last < next) continue;
    if (first > to) break;
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= to) gaps.push([next, to]);
  return gaps;
}

/** Everything in either, in order. */
function unionOf(one: Ranges, other: Ranges): Ranges {
  const union: Ranges = [];
  for (const [from, to] of [...one, ...other].sort((a, b) => a[0] - b[0])) {
    const last = union.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

const isSameRanges = (one: Ranges, other: Ranges) => JSON.stringify(one) === JSON.stringify(other);

/**
 * False for a line that home cannot have under its counter: it could not be read, or it was the device
 * itself that put it aside.
 */
function canHomeTell(row: OutboxRow, base: string): boolean {
  const verdict: StoredVerdict | undefined = row.verdicts.find(said => said.base === base);
  return verdict?.stamp !== undefined && verdict.code !== 'malformed';
}
