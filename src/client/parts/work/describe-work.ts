import { isDay, type Day } from '../../../domain/day.ts';
import { readAttendanceId } from '../../../domain/ids.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Operation } from '../../../protocol/operation.ts';
import { valuesOf, type Records } from '../../data/record-view.ts';
import type { MessageKey } from '../../i18n/messages-id.ts';
import type { Translate } from '../../i18n/translate.ts';
import { describeChecklist, isOfChecklist } from './describe-checklist.ts';
import { readWork, textOr } from './read-work.ts';
import { fieldsWords, type Speech } from './value-words.ts';

/** A piece of work in words. */
export interface DescribedWork {
  /** Whom or what it is about. */
  title: string;
  /** Where it belongs: the session, the kind. */
  place: string;
  /** What it says, a field each; at most a few. */
  values: readonly string[];
}

/** What is needed to put work into words. */
export interface WordsForWork extends Speech {
  records: Records;
}

/** More fields than this are not told of one by one. */
const mostValues = 4;

/** What somebody wrote, as far as it can be told on this device. Takes anything. */
export async function describeWork(
  words: WordsForWork,
  operation: Partial<Operation>,
): Promise<DescribedWork> {
  const { stream, kind, id, fields } = readWork(operation);
  const { title, place } = await describeRecord(words, { stream, kind, id }, fields);
  const values = fieldsWords(words, kind, fields).filter(value => value !== title);
  return {
    title,
    place,
    values: values.length > mostValues ? [...values.slice(0, mostValues), '…'] : values,
  };
}

/** The fields by one of which a record is called. */
const headings = ['name', 'title', 'nama_perpustakaan', 'mitra', 'kegiatan'];

interface RecordName {
  stream: string | undefined;
  kind: string | undefined;
  id: string | undefined;
}

/** What a record is about, by what is known here, else by what somebody wrote of it. */
export async function describeRecord(
  { records, t, format }: Pick<WordsForWork, 'records' | 't' | 'format'>,
  { stream, kind, id }: RecordName,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<{ title: string; place: string }> {
  const read = async (t: string, r: string) =>
    stream === undefined ? undefined : records.readRecord(stream, t, r);
  const named = kind === 'attendance' && id !== undefined ? readAttendanceId(id) : undefined;
  if (named) {
    // One after another: Dexie loses its way when a live query opens several transactions at once.
    const session = await read('session', named.session);
    const participant = await read('participant', named.participant);
    return {
      title: textOr(valuesOf<Participant>(participant).name, t('all.person.unnamed')),
      place: textOr(valuesOf<Session>(session).title, t('all.session.untitled')),
    };
  }
  const dated = kind === 'signature' || kind === 'visit' ? readDatedId(id) : undefined;
  if (dated) {
    const place = [kindWords(t, kind), format.day(dated.day)].join(' · ');
    const { name, nama_perpustakaan: library } = valuesOf<Record<string, JsonValue>>(
      kind === 'visit' ? await read('library', dated.of) : await read('participant', dated.of),
    );
    return {
      title: kind === 'visit' ? textOr(library, dated.of) : textOr(name, t('all.person.unnamed')),
      place,
    };
  }
  if (stream !== undefined && id !== undefined && isOfChecklist(kind))
    return describeChecklist({ records, t }, stream, kind, id);
  const held =
    kind !== undefined && id !== undefined && kind !== 'decision'
      ? valuesOf<Record<string, JsonValue>>(await read(kind, id))
      : {};
  const name = [held, fields]
    .flatMap(known => headings.map(heading => known[heading]))
    .find(value => typeof value === 'string' && value !== '');
  const word = kindWords(t, kind);
  if (typeof name === 'string') return { title: name, place: word };
  if (kind === 'session') return { title: t('all.session.untitled'), place: word };
  if (kind === 'participant') return { title: t('all.person.unnamed'), place: word };
  // What a decision is about is told by no more than a number, and nobody can read that.
  return { title: word, place: kind === 'decision' ? '' : (id ?? '') };
}

/** A day and whom or what it is about, from an id that holds both in either order; undefined for another. */
function readDatedId(id = ''): { day: Day; of: string } | undefined {
  const at = id.indexOf(':');
  const [one, other] = [id.slice(0, at), id.slice(at + 1)];
  if (at < 0 || (!isDay(one) && !isDay(other))) return undefined;
  return isDay(one) ? { day: one, of: other } : { day: other as Day, of: one };
}

const wordOfKind = {
  training: 'all.word.training',
  session: 'all.word.session',
  participant: 'all.word.participant',
  attendance: 'all.word.attendance',
  signature: 'all.word.signature',
  member: 'all.word.member',
  device: 'all.word.deviceRecord',
  decision: 'all.word.decision',
  library: 'all.word.library',
  libraryYear: 'all.word.libraryYear',
  libraryReview: 'all.word.libraryReview',
  advocacy: 'all.word.advocacy',
  followUp: 'all.word.followUp',
  followUpCheck: 'all.word.planCheck',
  visit: 'all.word.visit',
  checklist: 'all.word.checklist',
  checklistItem: 'all.word.checklistItem',
  checklistTemplate: 'all.word.checklistTemplate',
  boardNote: 'all.word.boardNote',
} as const satisfies Record<string, MessageKey>;

/** What a kind is called; one that this version does not know is an entry like any other. */
export function kindWords(t: Translate, kind = ''): string {
  return t(isKnownKind(kind) ? wordOfKind[kind] : 'all.word.entry');
}

function isKnownKind(kind: string): kind is keyof typeof wordOfKind {
  return Object.hasOwn(wordOfKind, kind);
}
