import { isIdPart } from '../../domain/ids.ts';
import { Problem } from '../../domain/problem.ts';
import { programmeStream, readStream } from '../../domain/stream.ts';
import {
  activityLimits,
  type ActivityQuery,
  type ActivityResponse,
} from '../../protocol/activity-messages.ts';
import type { Home } from '../accounts/home.ts';
import { coordinatedStreams, readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredOperation, StoreReader } from '../store/store.ts';
import { readCursor, writeCursor, type ActivityCursor } from './activity-cursor.ts';
import { historyEntryOf } from './history-entry.ts';

/** Operations fetched at once, looked at for one answer, and the text of the lines that one answer holds. */
const helping = 100;
export const reach = 2_000;
const mostBytes = 2 * 1024 * 1024;

/** A query as it came: texts, or nothing. */
export type ActivityWords = Readonly<Partial<Record<keyof ActivityQuery, string | undefined>>>;

/**
 * Who did what in a stream, on which device, the latest first, what is kept apart included (rules 10.6 to
 * 10.8). Throws `device-revoked`, `no-right` for whoever does not coordinate the stream, and `bad-request`
 * for a query that is none.
 */
export async function readActivity(
  { store, clock }: Home,
  caller: Caller,
  stream: string,
  words: ActivityWords,
): Promise<ActivityResponse> {
  assertMayRead(caller);
  const streams = coordinatedStreams(await readScopes(store, caller.person, clock()));
  const isEverywhere = streams.includes(programmeStream) && readStream(stream) !== undefined;
  // Whether there is such a stream is told to nobody else.
  if (!isEverywhere && !streams.includes(stream)) throw new Problem('no-right');
  const { cursor, most } = readQuery(words);

  const head = (await store.readHeads()).get(stream) ?? 0;
  const below = Math.min(cursor.below ?? head + 1, head + 1);
  const admitted = admittedBelow(store, stream, below);
  const apart = apartAfter(store, stream, cursor);
  const told: StoredOperation[] = [];
  let bytes = 0;
  for (let looked = 0; looked < reach && told.length < most && bytes < mostBytes; looked += 1) {
    const [one, other] = [await admitted.peek(), await apart.peek()];
    if (!one && !other) break;
    // Counters keep their order, and what is kept apart stands among them where it arrived.
    const row = one && (!other || one.receivedAt >= other.receivedAt) ? one : other!;
    (row === one ? admitted : apart).take();
    if (!isWanted(row, words)) continue;
    told.push(row);
    bytes += row.body.length;
  }

  const left = Math.max(0, (admitted.last()?.seq ?? below) - 1);
  const isMore = (await admitted.peek()) !== undefined || (await apart.peek()) !== undefined;
  const at = { below: left + 1, apart: apart.last() ?? cursor.apart };
  return {
    entries: told.map(row => ({ ...historyEntryOf(row), kind: row.kind, record: row.record })),
    next: isMore ? writeCursor(at) : null,
    left,
  };
}

function readQuery(words: ActivityWords): { cursor: ActivityCursor; most: number } {
  const { before, most = `${activityLimits.usual}`, by, device, kind } = words;
  const cursor = before === undefined ? { below: undefined, apart: undefined } : readCursor(before);
  const count = /^\d{1,4}$/.test(most) ? Number(most) : 0;
  const isName = (name: string | undefined) => name === undefined || isIdPart(name);
  const isSound = count >= 1 && count <= activityLimits.most && [by, device, kind].every(isName);
  if (!cursor || !isSound) throw new Problem('bad-request');
  return { cursor, most: count };
}

function isWanted(row: StoredOperation, { by, device, kind }: ActivityWords): boolean {
  return (
    (by === undefined || row.author === by) &&
    (device === undefined || row.device === device) &&
    (kind === undefined || row.kind === kind)
  );
}

function admittedBelow(store: StoreReader, stream: string, below: number) {
  let to = below - 1;
  return inHelpings(async () => {
    // Every counter was given to an operation: a helping is empty only where they end.
    if (to < 1) return [];
    const from = Math.max(1, to - helping + 1);
    const found = await store.findStretch({ stream, from, to });
    to = from - 1;
    return found;
  });
}

function apartAfter(store: StoreReader, stream: string, { apart }: ActivityCursor) {
  return inHelpings(last => store.findApartOf({ stream, after: last ?? apart, most: helping }));
}

/** Rows one by one, fetched by the helping when they are wanted. */
function inHelpings(fetch: (last: StoredOperation | undefined) => Promise<StoredOperation[]>) {
  let waiting: StoredOperation[] = [];
  let last: StoredOperation | undefined;
  let isOver = false;
  return {
    /** The next one; undefined once there are no more. */
    async peek(): Promise<StoredOperation | undefined> {
      if (waiting.length === 0 && !isOver) {
        waiting = (await fetch(last)).toReversed();
        isOver = waiting.length === 0;
      }
      return waiting.at(-1);
    },
    /** Goes past the one that was peeked at. */
    take(): void {
      last = waiting.pop();
    },
    /** The one last gone past. */
    last: () => last,
  };
}
