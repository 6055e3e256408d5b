import { summariseSheet, type SheetSummary } from '../../domain/attendance-summary.ts';
import type { Day, TimeOfDay } from '../../domain/day.ts';
import { findMarksWithoutTarget, findSessionsOutside, type Finding } from '../../domain/finding.ts';
import { readAttendanceId } from '../../domain/ids.ts';
import type { Session } from '../../domain/records/session.ts';
import type { Training } from '../../domain/records/training.ts';
import { trainingStream } from '../../domain/stream.ts';
import { isDeletedView, valuesOf, type Records, type RecordView } from '../data/record-view.ts';
import { isExpected } from '../../domain/people/is-expected.ts';
import { listRoster, marksByParticipant, markOf, markViewOf } from './roster.ts';

/** A session with what is recorded of it. */
export interface SessionOverview {
  id: string;
  session: Session;
  summary: SheetSummary;
}

/** A training with all its sessions, as far as it is known on this device. */
export interface TrainingOverview {
  id: string;
  training: Training;
  /** In order of day and time; those without a day last. */
  sessions: readonly SessionOverview[];
  people: number;
  findings: readonly Finding[];
}

/** Reads a training; undefined if nothing of it is known here, or if it is deleted. */
export async function readTrainingOverview(
  records: Records,
  training: string,
): Promise<TrainingOverview | undefined> {
  const stream = trainingStream(training);
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  const view = await records.readRecord(stream, 'training', training);
  const sessions = await records.readShelf(stream, 'session');
  const participants = await records.readShelf(stream, 'participant');
  const attendance = await records.readShelf(stream, 'attendance');
  if (view ? isDeletedView(view) : sessions.length + participants.length === 0) return undefined;
  return overviewOf(training, valuesOf<Training>(view), { sessions, participants, attendance });
}

interface Shelves {
  sessions: readonly RecordView[];
  participants: readonly RecordView[];
  attendance: readonly RecordView[];
}

function overviewOf(id: string, training: Training, shelves: Shelves): TrainingOverview {
  const roster = listRoster(shelves.participants);
  const sheets = sheetsBySession(shelves.attendance);
  const planned = shelves.sessions.filter(view => !isDeletedView(view));
  const timetable = new Map(planned.map(view => [view.r, valuesOf<Session>(view)]));
  const sessions = planned
    .map(view => {
      const marks = marksByParticipant(sheets.get(view.r) ?? []);
      return {
        id: view.r,
        session: valuesOf<Session>(view),
        summary: summariseSheet(
          roster.flatMap(entry => {
            const mark = markOf(markViewOf(entry, marks));
            return mark || isExpected(entry.participant, view.r, timetable) ? [mark] : [];
          }),
        ),
      };
    })
    .sort(bySchedule);
  const removed = new Map(
    [...shelves.sessions, ...shelves.participants]
      .filter(isDeletedView)
      .map(view => [view.r, saidAt(view, 'deleted')]),
  );
  // Who removed somebody knew of the marks that were there; odd is one that was made afterwards.
  const isRemovedToo = (view: RecordView) => {
    const { session = '', participant = '' } = readAttendanceId(view.r) ?? {};
    const gone = removed.get(session) ?? removed.get(participant);
    return gone !== undefined && saidAt(view, 'mark') <= gone;
  };
  const findings = [
    ...findMarksWithoutTarget(
      shelves.attendance.filter(view => markOf(view) && !isRemovedToo(view)).map(view => view.r),
      new Set(sessions.map(session => session.id)),
      new Set(roster.flatMap(entry => entry.ids)),
    ),
    ...findSessionsOutside(
      training,
      sessions.map(({ id: session, session: { day } }) => ({ id: session, day })),
    ),
  ];
  return { id, training, sessions, people: roster.length, findings };
}

/** When the shown value of a field was said, ms. */
function saidAt({ state }: RecordView, field: string): number {
  return state[field]?.h[0]?.s ?? 0;
}

function sheetsBySession(attendance: readonly RecordView[]): Map<string, RecordView[]> {
  const sheets = new Map<string, RecordView[]>();
  for (const view of attendance) {
    const session = readAttendanceId(view.r)?.session;
    if (session === undefined) continue;
    const sheet = sheets.get(session);
    if (sheet) sheet.push(view);
    else sheets.set(session, [view]);
  }
  return sheets;
}

function bySchedule(one: SessionOverview, other: SessionOverview): number {
  const [a, b] = [scheduleKey(one), scheduleKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function scheduleKey({ id, session }: SessionOverview): string {
  return [session.day ?? '9999', session.startsAt ?? '99', session.title ?? '', id].join(' ');
}

/** True for a sheet on which somebody stands and nobody is missing. */
export function isComplete({ recorded, missing }: SheetSummary): boolean {
  return recorded > 0 && missing === 0;
}

/** Where a session lies as seen from a moment; `unplanned` while its day is not known. */
export type SessionPhase = 'over' | 'now' | 'ahead' | 'unplanned';

/** The phase of a session at a day and time of Kalimantan Tengah. Without times it lasts the whole day. */
export function phaseOf(session: Session, today: Day, time: TimeOfDay): SessionPhase {
  if (session.day === undefined) return 'unplanned';
  if (session.day !== today) return session.day < today ? 'over' : 'ahead';
  if (session.startsAt !== undefined && time < session.startsAt) return 'ahead';
  return session.endsAt !== undefined && time >= session.endsAt ? 'over' : 'now';
}

/** True for a training one of whose days is `today`. */
export function isRunning({ startsOn, endsOn }: Training, today: Day): boolean {
  return startsOn !== undefined && startsOn <= today && today <= (endsOn ?? startsOn);
}
