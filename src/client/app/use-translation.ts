import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../i18n/language.ts';
import { indonesian, loadTranslation, type Translation } from '../i18n/translation.ts';

/** The words of a language; while they are being fetched those of the last one, at first undefined. */
export function useTranslation(language: Language): Translation | undefined {
  const [translation, setTranslation] = useState(language === 'id' ? indonesian : undefined);
  useEffect(() => {
    let isGone = false;
    void loadTranslation(language).then(loaded => {
      if (!isGone) setTranslation(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [language]);
  return translation;
}
