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
  /** Removes all whose keys begin so. */
  clear: (prefix: string) => Promise<void>;
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

  return {
    put: (key, body) =>
      inTurn(async () => {
        if (body === undefined) await drafts.delete(key);
        else await withRoom(keep, now(), () => drafts.put({ key, body }));
      }),
    read: async prefix => {
      const rows = await drafts.where('key').startsWith(prefix).toArray();
      return Object.fromEntries(
        rows.map(({ key, body }) => [key.slice(prefix.length), body as JsonValue]),
      );
    },
    clear: prefix =>
      inTurn(async () => {
        await drafts.where('key').startsWith(prefix).delete();
      }),
  };
}
