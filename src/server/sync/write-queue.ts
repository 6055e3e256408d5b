import { Problem } from '../../domain/problem.ts';
import { createSpeedometer } from './speedometer.ts';
import { createTurnedAway } from './turned-away.ts';

export const queueLimits = {
  /** Requests that wait at once, and their bytes. */
  waiting: 64,
  waitingBytes: 32 * 1024 * 1024,
  /** Requests that are committed together. */
  together: 32,
  /** Shortest and longest time after which somebody is told to come back, ms. */
  leastRetryMs: 1000,
  mostRetryMs: 30_000,
} as const;

export interface WriteQueueParts<Request, Result> {
  /**
   * Commits all of them and answers in their order, or commits none and rejects. If it rejects with a
   * `Problem`, the store itself could not be had, and all of them are answered so; with anything else, each
   * is handed in again by itself, so that the one which fails takes no other with it.
   */
  commit: (requests: readonly Request[]) => Promise<readonly Result[]>;
  /** Ms, for measuring waits. */
  clock: () => number;
}

/** One request in its device's name. `bytes` is what it takes up while it waits. */
export interface Enqueued<Request> {
  device: string;
  bytes: number;
  request: Request;
}

/** One writer behind a bounded queue (rule 5.7). */
export interface WriteQueue<Request, Result> {
  /**
   * What `commit` answers to this request, once its turn has come. Rejects with `Problem` `busy` and
   * `retryAfterMs` if there is no room, or if somebody who has waited longer came and took it.
   */
  enqueue(entry: Enqueued<Request>): Promise<Result>;
  /**
   * Throws what `enqueue` would reject with if such a request came now. To be asked before a body is read,
   * so that a storm of bodies that nobody will look at costs nothing.
   */
  assertRoom(entry: Omit<Enqueued<Request>, 'request'>): void;
  /**
   * How long until all that waits now has had its turn, ms, at most half a minute; 0 if nothing waits. So
   * long pictures wait (rule 11.6), and a device that was just served had better, with its next batch.
   */
  waitMs(): number;
  /** Turns away whoever comes from now on, and comes back when everybody who waited has an answer. */
  drain(): Promise<void>;
}

interface Place {
  device: string;
  bytes: number;
  /** Since when it has waited: when it came, or when its device was first turned away. */
  since: number;
  /** Which one it was to come, of all. */
  order: number;
}

interface Waiting<Request, Result> extends Place {
  request: Request;
  settle: (outcome: PromiseSettledResult<Result>) => void;
}

/** Opens the queue. */
export function createWriteQueue<Request, Result>({
  commit,
  clock,
}: WriteQueueParts<Request, Result>): WriteQueue<Request, Result> {
  type Entry = Waiting<Request, Result>;
  const turnedAway = createTurnedAway(clock);
  const speed = createSpeedometer(clock);
  let waiting: Entry[] = [];
  let arrivals = 0;
  let isClosed = false;
  let writing: Promise<void> | undefined;

  /** Whom a newcomer would have to displace; undefined if there is no room for it even so. */
  function displacedBy(newcomer: Place): Place[] | undefined {
    if (isClosed) return undefined;
    const line = inTurn([...waiting, newcomer]);
    const displaced: Place[] = [];
    let bytes = bytesOf(line);
    while (line.length > queueLimits.waiting || bytes > queueLimits.waitingBytes) {
      const last = line.pop();
      if (last === undefined || last === newcomer) return undefined;
      bytes -= last.bytes;
      displaced.push(last);
    }
    return displaced;
  }

  /** Remembers that it was turned away; what is to be said of it. */
  function turnAway({ device, since }: Place): Problem {
    turnedAway.note(device, since);
    return new Problem('busy', { retryAfterMs: retryMs(since) });
  }

  function placeOf({ device, bytes }: Omit<Enqueued<Request>, 'request'>): Place {
    const since = Math.min(clock(), turnedAway.since(device) ?? Infinity);
    return { device, bytes, since, order: arrivals };
  }

  /** Until everybody has had a turn who waits here, or waits elsewhere for longer. */
  function retryMs(since: number): number {
    const here = new Set(waiting.map(({ device }) => device));
    const ms = speed.msFor(waiting.length + turnedAway.countBefore(since, here) + 1);
    return between(queueLimits.leastRetryMs, ms);
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const line = inTurn(waiting);
      const group = line.slice(0, queueLimits.together);
      waiting = line.slice(queueLimits.together);
      const outcomes = await speed.measure(group.length, () => commitGroup(group));
      group.forEach((entry, index) => {
        const outcome = outcomes[index] ?? { status: 'rejected', reason: new Error('no answer') };
        if (outcome.status === 'fulfilled') turnedAway.forget(entry.device);
        else if (outcome.reason instanceof Problem) turnedAway.note(entry.device, entry.since);
        entry.settle(outcome);
      });
    }
    writing = undefined;
  }

  async function commitGroup(group: readonly Entry[]): Promise<PromiseSettledResult<Result>[]> {
    try {
      const results = await commit(group.map(({ request }) => request));
      return results.map(value => ({ status: 'fulfilled', value }));
    } catch (reason) {
      if (group.length === 1 || reason instanceof Problem)
        return group.map(() => ({ status: 'rejected', reason: reason as unknown }));
      const outcomes: PromiseSettledResult<Result>[] = [];
      for (const entry of group) outcomes.push(...(await commitGroup([entry])));
      return outcomes;
    }
  }

  return {
    enqueue: entry =>
      new Promise((resolve, reject) => {
        const newcomer: Entry = {
          ...placeOf(entry),
          request: entry.request,
          settle: outcome => {
            if (outcome.status === 'fulfilled') resolve(outcome.value);
            else reject(outcome.reason as Error);
          },
        };
        arrivals += 1;
        const displaced = displacedBy(newcomer);
        if (!displaced) return reject(turnAway(newcomer));
        const isDisplaced = (one: Entry) => displaced.includes(one);
        const leaving = waiting.filter(isDisplaced);
        waiting = [...waiting.filter(one => !isDisplaced(one)), newcomer];
        for (const one of leaving) one.settle({ status: 'rejected', reason: turnAway(one) });
        writing ??= write();
      }),

    assertRoom(entry) {
      const place = placeOf(entry);
      if (!displacedBy(place)) throw turnAway(place);
    },

    waitMs: () => (waiting.length === 0 ? 0 : between(1, speed.msFor(waiting.length))),

    async drain() {
      isClosed = true;
      await writing;
    },
  };
}

const between = (least: number, ms: number) =>
  Math.round(Math.min(Math.max(ms, least), queueLimits.mostRetryMs));

const bytesOf = (line: readonly { bytes: number }[]) =>
  line.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Everybody's turn: each device's longest waiting request first, whoever has waited longest at the head;
 * then each one's second, and so on. So a device with many requests neither holds up nor displaces those
 * with one.
 */
function inTurn<Entry extends { device: string; since: number; order: number }>(
  entries: readonly Entry[],
): Entry[] {
  const counts = new Map<string, number>();
  return entries
    .toSorted((one, other) => one.since - other.since || one.order - other.order)
    .map(entry => {
      const nth = counts.get(entry.device) ?? 0;
      counts.set(entry.device, nth + 1);
      return { entry, nth };
    })
    .toSorted((one, other) => one.nth - other.nth)
    .map(({ entry }) => entry);
}
