import {
  attendanceStatuses,
  type AttendanceMark,
  type AttendanceStatus,
} from './records/attendance.ts';

/** How many people of a sheet have which mark. `recorded + missing` is everybody on the sheet. */
export interface SheetSummary {
  byStatus: Record<AttendanceStatus, number>;
  recorded: number;
  /** Not yet recorded. Never counted as absent. */
  missing: number;
}

/** Counts a sheet: one entry a person, `undefined` where nothing is recorded yet. */
export function summariseSheet(marks: Iterable<AttendanceMark | null | undefined>): SheetSummary {
  const byStatus = Object.fromEntries(attendanceStatuses.map(status => [status, 0])) as Record<
    AttendanceStatus,
    number
  >;
  let recorded = 0;
  let missing = 0;
  for (const mark of marks) {
    if (!mark) {
      missing += 1;
    } else {
      byStatus[mark.status] += 1;
      recorded += 1;
    }
  }
  return { byStatus, recorded, missing };
}

/** True for the statuses of somebody who was in the room: present or late. */
export function countsAsPresent(status: AttendanceStatus): boolean {
  return status === 'hadir' || status === 'terlambat';
}

/** One session as one person attended it. */
export interface AttendedSession {
  jp?: number | undefined;
  isHeld: boolean;
  mark: AttendanceMark | null | undefined;
}

/** A person's attendance over several sessions. */
export interface PersonSummary {
  /** Sessions that took place and are recorded for this person. */
  recorded: number;
  /** Sessions that took place but are not recorded for this person. */
  missing: number;
  /**
   * Share attended of what is recorded, 0 to 1; undefined while nothing is. Sessions weigh by their
   * JP when every recorded one has it, else all the same: hours and counts are never mixed.
   */
  share: number | undefined;
}

/** Sums up one person. Sessions that did not take place count for nothing. */
export function summarisePerson(sessions: Iterable<AttendedSession>): PersonSummary {
  const held = [...sessions].filter(session => session.isHeld);
  const recorded = held.filter(session => session.mark);
  const byHours = recorded.every(session => session.jp !== undefined && session.jp > 0);
  let attended = 0;
  let whole = 0;
  for (const { mark, jp } of recorded) {
    const weight = byHours && jp !== undefined ? jp : 1;
    whole += weight;
    if (mark && countsAsPresent(mark.status)) attended += weight;
  }
  return {
    recorded: recorded.length,
    missing: held.length - recorded.length,
    share: whole > 0 ? attended / whole : undefined,
  };
}
