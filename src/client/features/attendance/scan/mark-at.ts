import { dayAt, timeOfDayAt } from '../../../../domain/day.ts';
import type { AttendanceMark } from '../../../../domain/records/attendance.ts';
import type { Session } from '../../../../domain/records/session.ts';

/** What is recorded of whoever comes after a session began: nothing official says, so the trainer does. */
export type LateRule = 'present' | 'late';

const minuteMs = 60_000;

/** Most minutes that a mark holds; later is late without a number. */
const mostMinutes = 600;

/**
 * The mark of somebody who comes at an instant (ms). Late only by the rule `late`, on the session's own day, from
 * the first whole minute after its beginning until its end; whoever is scanned after it was there before. A session
 * without a day or a beginning knows no late.
 */
export function markAt(session: Session, atMs: number, rule: LateRule): AttendanceMark {
  const { day, startsAt, endsAt } = session;
  if (rule === 'present' || day === undefined || startsAt === undefined || dayAt(atMs) !== day) {
    return { status: 'hadir' };
  }
  // Days and times of a session are those of Kalimantan Tengah, UTC+7.
  const minutes = Math.floor((atMs - Date.parse(`${day}T${startsAt}:00+07:00`)) / minuteMs);
  if (minutes < 1 || (endsAt !== undefined && timeOfDayAt(atMs) >= endsAt)) {
    return { status: 'hadir' };
  }
  return minutes > mostMinutes ? { status: 'terlambat' } : { status: 'terlambat', minutes };
}
