import type { JsonValue } from '../../domain/records/kind.ts';
import { withRoom } from './ballast.ts';
import type { KeepDatabase } from './keep.ts';

/**
 * Half-written answers: kept at every stroke, so that no closed tab takes them, and never sent. What a key
 * means its writer knows.
 */
export interface Drafts {
  /** Resolves when it is durably kept; undefined removes it. Throws `Problem` `device-full`. */
  put: (key: string, body: JsonValue | undefined) => Promise<void>;
  /** All whose keys begin so, by the rest of their keys. May be wrapped in a live query. */
  read: (prefix: string) => Promise<Record<string, JsonValue>>;
  /** Resolves when everything asked for so far is done, well or not. */
  settle: () => Promise<void>;
  /** Removes all whose keys begin so. */
  clear: (prefix: string) => Promise<void>;
}

/** What a key shall have next; whoever wants otherwise before its turn changes it. */
interface Waiting {
  body: JsonValue | undefined;
  done: Promise<void>;
}

/** Opens the drafts kept on this device. */
export function createDrafts(keep: KeepDatabase, now: () => number): Drafts {
  let latest: Promise<unknown> = Promise.resolve();
  const { drafts } = keep;

  /** One after another: an earlier stroke must not overtake a later one. */
  function inTurn<T>(act: () => PromiseLike<T>): Promise<T> {
    const turn = latest.then(act);
    latest = turn.catch(() => undefined);
    return turn;
  }

  /** What has not had its turn yet: whoever types faster than the disk writes waits for one write, not for ten. */
  const waiting = new Map<string, Waiting>();

  async function write(key: string, body: JsonValue | undefined): Promise<void> {
    if (body === undefined) await drafts.delete(key);
    else await withRoom(keep, now(), () => drafts.put({ key, body }));
  }

  return {
    put(key, body) {
      const before = waiting.get(key);
      if (before) {
        before.body = body;
        return before.done;
      }
      const mine: Waiting = { body, done: Promise.resolve() };
      waiting.set(key, mine);
      mine.done = inTurn(() => {
        if (waiting.get(key) === mine) waiting.delete(key);
        return write(key, mine.body);
      });
      return mine.done;
    },
    read: async prefix => {
      const rows = await drafts.where('key').startsWith(prefix).toArray();
      return Object.fromEntries(
        rows.map(({ key, body }) => [key.slice(prefix.length), body as JsonValue]),
      );
    },
    settle: async () => {
      await latest;
    },
    clear(prefix) {
      // A stroke after this wish has a turn of its own, after it.
      waiting.clear();
      return inTurn(async () => {
        await drafts.where('key').startsWith(prefix).delete();
      });
    },
  };
}
