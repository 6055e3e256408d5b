import type { Participant } from '../records/participant.ts';
import type { Session } from '../records/session.ts';

/** When a session lies in the timetable, to be compared as text; undefined while its day is not known. */
function placeOf({ day, startsAt = '' }: Session): string | undefined {
  return day === undefined ? undefined : `${day} ${startsAt}`;
}

/**
 * True if somebody is to be recorded at that session: everybody, but for those who came in later without having
 * been on the list. `sessions` are the training's, by their ids; of one that is not known here nothing is left out.
 */
export function isExpected(
  { firstSession }: Participant,
  session: string,
  sessions: ReadonlyMap<string, Session>,
): boolean {
  if (firstSession === undefined || firstSession === session) return true;
  const [first, at] = [sessions.get(firstSession), sessions.get(session)].map(
    one => one && placeOf(one),
  );
  return first === undefined || at === undefined || at >= first;
}
