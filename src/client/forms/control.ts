import type { Day } from '../../domain/day.ts';
import type { Field } from '../../domain/forms/field.ts';
import type { Issue } from '../../domain/forms/issue.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import type { FieldWords, ProfileWords } from '../i18n/profile/profile-words.ts';

/** Where the device stands, as well as it can tell: degrees, and metres within which it is true. */
export interface Place {
  lat: number;
  lon: number;
  accuracy: number;
}

/** What every control is given, whatever is asked. */
export interface ControlProps<Asked extends Field = Field> {
  field: Asked;
  words: FieldWords;
  units: ProfileWords['units'];
  /** The answer that is saved; undefined or `null` while there is none. */
  value: JsonValue | undefined;
  /** What was typed and is no answer yet. */
  draft: JsonValue | undefined;
  /** What is wrong or odd with the answer as it is saved. */
  issues: readonly Issue[];
  today: Day;
  /** Told at every stroke; undefined once what was typed has become an answer. */
  onType: (typed: JsonValue | undefined) => void;
  /** Told when an answer is given, changed or (null) taken back. */
  onAnswer: (value: JsonValue | null) => void;
  /** Asks the device where it is. Throws an `Error` whose message is `denied`, `timeout` or `unavailable`. */
  locate: () => Promise<Place>;
}

/** What somebody typed, taken as an answer. */
export type ReadAnswer =
  { is: 'empty' } | { is: 'answer'; value: JsonValue } | { is: 'refused'; words: string };
