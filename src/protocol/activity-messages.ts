import * as v from 'valibot';
import { historyEntry } from './messages.ts';

/** What a coordinator asks of a stream's activity, and what home answers (rules 10.6 to 10.8). */

export const activityLimits = {
  /** Entries of one answer: unless asked otherwise, and the most that may be asked for. */
  usual: 100,
  most: 500,
} as const;

/** Where the activity of a stream is told; the stream's name follows. */
export const activityRoute = '/sync/v1/activity';

/** Which part of the activity; what is left out narrows nothing. */
export interface ActivityQuery {
  /** What the last answer said under `next`, to go on from there; also a plain counter of the stream. */
  before?: string | undefined;
  /** At most so many entries, 1 to `activityLimits.most`. */
  most?: number | undefined;
  /** Only what this person wrote, what was written on this device, what is about records of this kind. */
  by?: string | undefined;
  device?: string | undefined;
  kind?: string | undefined;
}

/** The address of one answer. */
export function activityPath(stream: string, query: ActivityQuery): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const path = `${activityRoute}/${encodeURIComponent(stream)}`;
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}

/** One piece of work, with the record it is about; both names are empty where its line told none. */
const activityEntry = v.object({ ...historyEntry.entries, kind: v.string(), record: v.string() });
export type ActivityEntry = v.InferOutput<typeof activityEntry>;

export const activityResponse = v.object({
  /** The latest first; fewer than asked for, or none, where few of those looked at are wanted. */
  entries: v.array(activityEntry),
  /** How to go on; null where the beginning was reached. */
  next: v.nullable(v.string()),
  /** How many counters of the stream lie before: so many admitted entries have not been looked at. */
  left: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type ActivityResponse = v.InferOutput<typeof activityResponse>;
