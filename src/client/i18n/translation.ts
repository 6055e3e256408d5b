import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { messagesId } from './messages-id.ts';
import { createTranslate, type Translate } from './translate.ts';

/** All that is needed to speak one language. */
export interface Translation {
  language: Language;
  t: Translate;
  format: Format;
}

/** Always at hand, also for a screen that must depend on nothing. */
export const indonesian: Translation = {
  language: 'id',
  t: createTranslate('id', messagesId),
  format: createFormat('id'),
};

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
