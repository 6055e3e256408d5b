import * as v from 'valibot';
import { templateContent } from '../../../domain/checklists/template.ts';
import { itemStates } from '../../../domain/checklists/progress.ts';
import { isDay, isTimeOfDay } from '../../../domain/day.ts';
import { attendanceStatuses, type AttendanceMark } from '../../../domain/records/attendance.ts';
import { outcomes } from '../../../domain/records/decision.ts';
import { checkValue } from '../../../domain/forms/check-value.ts';
import { picture, type JsonValue } from '../../../domain/records/kind.ts';
import { roles } from '../../../domain/records/member.ts';
import type { Format } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/messages-id.ts';
import type { Translate } from '../../i18n/translate.ts';
import { markWords } from '../attendance-words.ts';
import { megabytes } from '../megabytes.ts';
import { answerWords } from '../profile/answer-words.ts';
import type { FormInWords } from '../profile/forms-by-kind.ts';

/** How to say what a record holds. */
export interface Speech {
  t: Translate;
  format: Format;
  /** The kinds that are filled in by a form, with its words; undefined until they are there. */
  forms?: ReadonlyMap<string, FormInWords> | undefined;
}

const nameOfField = {
  state: 'all.field.state',
  photo: 'all.field.photo',
  due: 'all.field.due',
  template: 'all.field.template',
  content: 'all.field.content',
  purpose: 'all.field.purpose',
  batch: 'all.field.batch',
  day: 'all.field.day',
  deleted: 'all.field.deleted',
  endsAt: 'all.field.endsAt',
  endsOn: 'all.field.endsOn',
  gender: 'all.field.gender',
  image: 'all.field.image',
  institution: 'all.field.institution',
  jp: 'all.field.jp',
  mark: 'all.field.mark',
  minimumAttendance: 'all.field.minimumAttendance',
  name: 'all.field.name',
  nip: 'all.field.nip',
  notHeld: 'all.field.notHeld',
  note: 'all.field.note',
  outcome: 'all.field.outcome',
  paper: 'all.field.paper',
  phone: 'all.field.phone',
  place: 'all.field.place',
  position: 'all.field.position',
  regency: 'all.field.regency',
  revoked: 'all.field.revoked',
  role: 'all.field.role',
  room: 'all.field.room',
  sameAs: 'all.field.sameAs',
  scores: 'all.field.scores',
  startsAt: 'all.field.startsAt',
  startsOn: 'all.field.startsOn',
  title: 'all.field.title',
  trainers: 'all.field.trainers',
  unable: 'all.field.unable',
  until: 'all.field.until',
  village: 'all.field.village',
} as const satisfies Record<string, MessageKey>;

const isKnown = (field: string): field is keyof typeof nameOfField =>
  Object.hasOwn(nameOfField, field);

/** What a field of that kind is called; one that this version does not know by its own name. */
function fieldName({ t, forms }: Speech, kind: string | undefined, field: string): string {
  const asked = forms?.get(kind ?? '')?.words.fields[field]?.label;
  return asked ?? (isKnown(field) ? t(nameOfField[field]) : field);
}

/**
 * One field and what it holds, in words: "Hadir", "Judul: Advokasi", "Ruang: dikosongkan". Takes
 * anything, for what was refused may hold anything.
 */
export function fieldWords(
  speech: Speech,
  kind: string | undefined,
  field: string,
  value: unknown,
): string {
  const { t } = speech;
  if (field === 'mark' && (value === null || isMark(value))) return markWords(t, value);
  const name = fieldName(speech, kind, field);
  if (value === null) return t('all.history.cleared', { field: name });
  return t('all.history.field', {
    field: name,
    value: answerOfForm(speech, kind, field, value) ?? valueWords(speech, field, value),
  });
}

/** All fields of an edit in words, those of known names first. */
export function fieldsWords(
  speech: Speech,
  kind: string | undefined,
  fields: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(fields)
    .sort(([one], [other]) => Number(isKnown(other)) - Number(isKnown(one)))
    .map(([field, value]) => fieldWords(speech, kind, field, value));
}

/** An answer as its form says it; undefined for what is no answer of a form, or none it can read. */
function answerOfForm(
  { t, format, forms }: Speech,
  kind: string | undefined,
  field: string,
  value: unknown,
): string | undefined {
  const form = forms?.get(kind ?? '');
  const asked = form?.fields.get(field);
  if (!form || !asked || asked.type === 'photo') return undefined;
  const answer = value as JsonValue;
  const isReadable = checkValue(asked, answer).every(({ level }) => level !== 'refused');
  return isReadable ? answerWords({ t, format }, form.words, asked, answer) : undefined;
}

function valueWords(speech: Speech, field: string, value: unknown): string {
  const { t, format } = speech;
  if (typeof value === 'string') return textWords(speech, field, value);
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'boolean') return t(value ? 'all.value.yes' : 'all.value.no');
  if (v.is(picture, value)) {
    return t('all.value.picture', { mb: megabytes(value.size), w: value.w, h: value.h });
  }
  const photo = v.safeParse(photoAnswer, value);
  if (photo.success) return photoWords(speech, photo.output);
  const list = v.safeParse(templateContent, value);
  if (list.success)
    return [list.output.title.id, ...list.output.items.map(({ text }) => text.id)].join(' · ');
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) {
    return value.length === 0 ? t('all.value.empty') : shortened(format.list(value));
  }
  return shortened(JSON.stringify(value) ?? t('all.value.empty'));
}

/** A photo as an answer of a form. */
const photoAnswer = v.object({
  image: picture,
  caption: v.optional(v.string()),
  consent: v.optional(v.boolean()),
});

function photoWords(speech: Speech, photo: v.InferOutput<typeof photoAnswer>): string {
  const { image, caption, consent } = photo;
  const said = [valueWords(speech, 'image', image)];
  if (caption !== undefined) said.push(shortened(caption));
  if (consent === true) said.push(speech.t('all.value.photoConsent'));
  return said.join(' · ');
}

function textWords({ t, format }: Speech, field: string, text: string): string {
  if (field === 'outcome' && isOneOf(outcomes, text)) return t(`all.value.${text}`);
  if (field === 'state' && isOneOf(itemStates, text)) return t(`checklist.state.${text}`);
  if (field === 'role' && isOneOf(roles, text)) return t(`all.role.${text}`);
  if (field === 'gender' && isOneOf(['L', 'P'], text)) return t(`all.value.${text}`);
  if (isDay(text)) return format.day(text, 'long');
  if (isTimeOfDay(text)) return format.timeOfDay(text);
  return text === '' ? t('all.value.empty') : shortened(text);
}

function isOneOf<const T extends string>(all: readonly T[], text: string): text is T {
  return all.some(one => one === text);
}

function isMark(value: unknown): value is AttendanceMark {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false;
  return attendanceStatuses.some(status => status === value.status);
}

/** A value that fills screens says no more than its beginning. */
const longest = 200;

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
