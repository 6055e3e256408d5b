import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { messagesId, type Messages } from './messages-id.ts';
import { createTranslate, type Translate } from './translate.ts';

/** All that is needed to speak one language. */
export interface Translation {
  language: Language;
  t: Translate;
  format: Format;
}

/** What there is of Indonesian: at first the shell's. */
const indonesianMessages: Partial<Messages> = { ...messagesId };

/** Always at hand, also for a screen that must depend on nothing; the later screens' words once they came. */
export const indonesian: Translation = {
  language: 'id',
  t: createTranslate('id', indonesianMessages),
  format: createFormat('id'),
};

/** Fetches the Indonesian words of the screens that are fetched themselves. Throws if they cannot be had. */
export async function loadLaterWords(): Promise<void> {
  const { messagesIdLater } = await import('./messages-id-later.ts');
  Object.assign(indonesianMessages, messagesIdLater);
}

/** The language asked for, or Indonesian if its catalogue cannot be had just now. */
export async function loadTranslation(language: Language): Promise<Translation> {
  if (language === 'id') return indonesian;
  try {
    const { messagesEn } = await import('./messages-en.ts');
    return { language, t: createTranslate(language, messagesEn), format: createFormat(language) };
  } catch {
    return indonesian;
  }
}
