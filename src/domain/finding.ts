import { readAttendanceId } from './ids.ts';

/**
 * Something odd that shows only when several records are seen together. A finding is shown; it is
 * never a reason to refuse, because the missing half may still be on its way.
 */
export type Finding =
  /** A mark for a session that is not (yet) in this training. */
  | { code: 'mark-without-session'; session: string; count: number }
  /** A mark for somebody who is not (yet) on this training's roster. */
  | { code: 'mark-without-participant'; session: string; participant: string }
  /** A session outside the days of the training. */
  | { code: 'session-outside-training'; session: string };

/** Marks that point at a session or a participant that is not known here. */
export function findMarksWithoutTarget(
  attendanceIds: Iterable<string>,
  sessions: ReadonlySet<string>,
  participants: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const bySession = new Map<string, number>();
  for (const id of attendanceIds) {
    const named = readAttendanceId(id);
    if (!named) continue;
    if (!sessions.has(named.session)) {
      bySession.set(named.session, (bySession.get(named.session) ?? 0) + 1);
    } else if (!participants.has(named.participant)) {
      findings.push({ code: 'mark-without-participant', ...named });
    }
  }
  for (const [session, count] of bySession) {
    findings.push({ code: 'mark-without-session', session, count });
  }
  return findings;
}

/** Sessions on a day before the training begins or after it ends. */
export function findSessionsOutside(
  training: { startsOn?: string | undefined; endsOn?: string | undefined },
  sessions: Iterable<{ id: string; day?: string | undefined }>,
): Finding[] {
  const { startsOn, endsOn } = training;
  if (startsOn === undefined || endsOn === undefined) return [];
  return [...sessions]
    .filter(({ day }) => day !== undefined && (day < startsOn || day > endsOn))
    .map(({ id }) => ({ code: 'session-outside-training', session: id }));
}
