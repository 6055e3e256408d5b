/** The languages of the screens, the programme's own first. */
export const languages = ['id', 'en'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
};

/** The regional form in which dates and numbers are written. */
export const localeOf: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export function isLanguage(value: unknown): value is Language {
  return languages.some(language => language === value);
}
