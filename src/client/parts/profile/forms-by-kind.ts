import type { Field } from '../../../domain/forms/field.ts';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import type { Language } from '../../i18n/language.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { recordForms, recordWords } from '../record-form/record-forms.ts';
import { sectionOf } from './section-of.ts';

/** What is asked of one kind of record, and in which words. */
export interface FormInWords {
  fields: ReadonlyMap<string, Field>;
  words: ProfileWords;
  /** The section that asks it; undefined where a form has none. */
  sectionOf: (field: string) => string | undefined;
}

/** The kinds that are filled in by a form, each with its questions. */
export function formsByKind(
  words: ProfileWords,
  language: Language,
): ReadonlyMap<string, FormInWords> {
  const profile = {
    fields: byKey(libraryProfile.sections.flatMap(({ fields }) => fields)),
    words,
    sectionOf,
  };
  const ofRecords = { ...words, fields: recordWords(language) };
  return new Map<string, FormInWords>([
    ['library', profile],
    ['libraryYear', profile],
    ...Object.entries(recordForms).map(([kind, { fields }]): [string, FormInWords] => [
      kind,
      { fields: byKey(fields), words: ofRecords, sectionOf: () => undefined },
    ]),
  ]);
}

const byKey = (fields: readonly Field[]) => new Map(fields.map(field => [field.key, field]));
