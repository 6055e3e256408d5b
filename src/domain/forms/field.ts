import type { JsonValue } from '../records/kind.ts';

/**
 * A form is data: what is asked, of which type, within which limits. Words belong to the screens, which find
 * them by the field's key. Thinking about answers is pure, and the same on the device and on the server.
 */
export interface Form<SectionId extends string = string> {
  sections: readonly Section<SectionId>[];
}

/** What is asked on one screen. */
export interface Section<SectionId extends string = string> {
  id: SectionId;
  fields: readonly Field[];
}

/** What every field has. */
interface FieldBase {
  /** The name of the record's field, as it travels. */
  key: string;
  /** Without it the form is not complete. */
  isRequired?: true;
}

/** Units that figures are given in; `rupiah` whole. */
export type Unit =
  | 'orang'
  | 'jiwa'
  | 'km'
  | 'judul'
  | 'eksemplar'
  | 'm2'
  | 'unit'
  | 'jam'
  | 'jp'
  | 'persen'
  | 'hari'
  | 'rupiah'
  | 'dokumen'
  | 'kegiatan'
  | 'kerja-sama'
  | 'publikasi';

/** Limits of a figure: outside `least` and `most` it is refused, outside `likely…` it is asked "sure?". */
export interface Limits {
  least: number;
  most: number;
  likelyLeast?: number;
  likelyMost?: number;
}

/** A text of one line, or of several. `least` and `most` count characters. */
export interface TextField extends FieldBase {
  type: 'text';
  format: 'line' | 'paragraph' | 'name' | 'phone' | 'email' | 'link';
  least?: number;
  most: number;
}

/** A figure: a `number` with at most so many decimals. Empty is unknown, 0 is none. */
export interface NumberField extends FieldBase, Limits {
  type: 'number';
  unit: Unit;
  decimals: 0 | 1;
}

/** A year up to the present one. A `number`. */
export interface YearField extends FieldBase {
  type: 'year';
  least: number;
}

/** A calendar day up to today; or any, where a plan is asked for. */
export interface DayField extends FieldBase {
  type: 'day';
  mayBeAhead?: true;
  /** Known from the edits themselves: shown, and never asked. */
  isAutomatic?: true;
}

/** A time of day, `08:00`. */
export interface TimeField extends FieldBase {
  type: 'time';
}

/** Several lines, each a text of its own: at most `mostLines`, of at most `most` characters. */
export interface LinesField extends FieldBase {
  type: 'lines';
  most: number;
  mostLines: number;
}

/** One of several: the option's id. */
export interface ChoiceField extends FieldBase {
  type: 'choice';
  options: readonly string[];
}

/** Some of several: a list of the options' ids, in the form's order. `alone` shuts out all others ("none"). */
export interface ManyField extends FieldBase {
  type: 'many';
  options: readonly string[];
  alone?: string;
}

/** What aid came, and when: `{jenis: string[], tahun?: number}`. */
export interface AidField extends FieldBase {
  type: 'aid';
  options: readonly string[];
  yearLeast: number;
}

/** Figures that belong together: `{l?, p?, total?}`, men, women, and where it is asked the whole alone. */
export interface CountsField extends FieldBase, Limits {
  type: 'counts';
  parts: readonly ('l' | 'p' | 'total')[];
  unit: Unit;
}

/** A place on the earth: `{lat, lon, accuracy}`, degrees and metres. Within `box`; a worse accuracy than `likelyAccuracy` is warned of. */
export interface LocationField extends FieldBase {
  type: 'location';
  box: { south: number; north: number; west: number; east: number };
  likelyAccuracy: number;
}

/** How often something was published, where, and a link: `{jumlah, media?, tautan?}`. */
export interface PublicationField extends FieldBase {
  type: 'publication';
  most: number;
}

/** A story with the consent of the person it tells of: `{teks, izin}`; without `izin: true` it is warned of. */
export interface StoryField extends FieldBase {
  type: 'story';
  most: number;
}

/** Who filled in: `{nama, hp}`; both are needed. */
export interface RespondentField extends FieldBase {
  type: 'respondent';
}

/** A photo: `{image: Picture, caption?, consent?: boolean}`; `consent` for the people in it. */
export interface PhotoField extends FieldBase {
  type: 'photo';
}

/** The village, which is the record's id and no field of it. */
export interface VillageField extends FieldBase {
  type: 'village';
}

/**
 * Consent to the keeping of personal data (UU 27/2022, articles 20-24): `{version, at, name, withdrawnAt?}`:
 * which text was shown, when (ms) it was agreed to, who agreed. Who recorded it is the edit's author.
 */
export interface ConsentField extends FieldBase {
  type: 'consent';
}

/** Records of their own, each with a village's code at the beginning of its id. */
export interface RecordsField extends FieldBase {
  type: 'records';
  kind: 'advocacy' | 'followUp';
}

/** All there is to ask with. A new type is a new member here, and the compiler names every place that must know it. */
export type Field =
  | TextField
  | NumberField
  | YearField
  | DayField
  | TimeField
  | LinesField
  | ChoiceField
  | ManyField
  | AidField
  | CountsField
  | LocationField
  | PublicationField
  | StoryField
  | RespondentField
  | PhotoField
  | VillageField
  | ConsentField
  | RecordsField;

/** What was answered, by key. A field without an answer is missing, or `null` where it was taken back. */
export type Answers = Readonly<Record<string, JsonValue | undefined>>;
