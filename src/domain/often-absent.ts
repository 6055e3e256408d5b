import { countsAsPresent } from './attendance-summary.ts';
import type { AttendanceMark } from './records/attendance.ts';

/** One person's marks in the sessions that took place, each with what the session is called by. */
export interface AttendedBy<Session> {
  session: Session;
  mark: AttendanceMark | null;
}

/** From so many absences on somebody is worth a word with. */
const often = 2;

/**
 * The sessions somebody was recorded as absent from, whatever the reason, if they are at least two; else none.
 * What is not recorded yet is no absence.
 */
export function oftenAbsentFrom<Session>(attended: Iterable<AttendedBy<Session>>): Session[] {
  const missed = [...attended]
    .filter(({ mark }) => mark !== null && !countsAsPresent(mark.status))
    .map(({ session }) => session);
  return missed.length < often ? [] : missed;
}
