import { attendanceStatuses, type AttendanceMark } from '../../../domain/records/attendance.ts';
import { readAttendanceId } from '../../../domain/ids.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Operation } from '../../../protocol/operation.ts';
import { valuesOf, type Records } from '../../data/record-view.ts';
import type { MessageKey } from '../../i18n/messages-id.ts';
import type { Translate } from '../../i18n/translate.ts';
import { markWords } from '../../parts/attendance-words.ts';

/** A piece of work in words. */
export interface DescribedWork {
  /** Whom or what it is about. */
  title: string;
  /** What it says, and where it belongs. */
  detail: string;
}

/** What somebody wrote, as far as it can be told on this device. Takes any part of an operation. */
export async function describeWork(
  records: Records,
  t: Translate,
  { stream, t: kind, r, f }: Partial<Operation>,
): Promise<DescribedWork> {
  const named = kind === 'attendance' && r !== undefined ? readAttendanceId(r) : undefined;
  if (stream !== undefined && named) {
    const session = await records.readRecord(stream, 'session', named.session);
    const participant = await records.readRecord(stream, 'participant', named.participant);
    return {
      title: valuesOf<Participant>(participant).name ?? t('all.person.unnamed'),
      detail: [
        attendanceWords(t, f),
        valuesOf<Session>(session).title ?? t('all.session.untitled'),
      ].join(' · '),
    };
  }
  const name = [f?.['name'], f?.['title']].find(value => typeof value === 'string');
  return { title: name ?? kindWords(t, kind), detail: name ? kindWords(t, kind) : (r ?? '') };
}

function attendanceWords(t: Translate, fields: Operation['f'] | undefined): string {
  if (!fields || !('mark' in fields)) return t('all.word.note');
  const { mark } = fields;
  if (mark === null) return t('all.attendance.none');
  return isMark(mark) ? markWords(t, mark) : t('all.word.attendance');
}

/** What was refused may hold anything. */
function isMark(value: unknown): value is AttendanceMark {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false;
  return attendanceStatuses.some(status => status === value.status);
}

const wordOfKind = {
  training: 'all.word.training',
  session: 'all.word.session',
  participant: 'all.word.participant',
  attendance: 'all.word.attendance',
  member: 'all.word.member',
} as const satisfies Record<string, MessageKey>;

/** A kind that this version does not know is an entry like any other. */
function kindWords(t: Translate, kind = ''): string {
  return t(isKnownKind(kind) ? wordOfKind[kind] : 'all.word.entry');
}

function isKnownKind(kind: string): kind is keyof typeof wordOfKind {
  return Object.hasOwn(wordOfKind, kind);
}
