import type { Language } from '../language.ts';

/** What a field is called, how to answer it, and what its options are called. */
export interface FieldWords {
  label: string;
  /** Whom to ask, where to look, what counts. */
  hint?: string;
  options?: Readonly<Record<string, string>>;
}

/** The words of the library profile in one language, by the keys of the form and of the standard. */
export interface ProfileWords {
  sections: Readonly<Record<string, { title: string; intro: string }>>;
  fields: Readonly<Record<string, FieldWords>>;
  units: Readonly<Record<string, string>>;
  /** What the national standard asks, in a few words, and what would meet it. */
  standard: Readonly<Record<string, { title: string; asks: string }>>;
}

/** Fetches the words: Indonesian ones come with the form, the others are only fetched when wanted. */
export async function loadProfileWords(language: Language): Promise<ProfileWords> {
  if (language === 'en') {
    return import('./profile-words-en.ts').then(
      room => room.profileWordsEn,
      () => loadProfileWords('id'),
    );
  }
  return (await import('./profile-words-id.ts')).profileWordsId;
}
