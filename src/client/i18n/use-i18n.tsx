import { createContext, type ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from './language.ts';
import { indonesian, type Translation } from './translation.ts';

/** How a screen speaks. */
export interface I18n extends Translation {
  /** Asks the app for another language, which it also remembers. */
  setLanguage: (language: Language) => void;
}

const I18nContext = createContext<I18n>({ ...indonesian, setLanguage: () => {} });

interface I18nProviderProps {
  translation: Translation;
  setLanguage: (language: Language) => void;
  children: ComponentChildren;
}

/** Gives the language to everything inside; the document says which one it is. */
export function I18nProvider({ translation, setLanguage, children }: I18nProviderProps) {
  const i18n = useMemo(() => ({ ...translation, setLanguage }), [translation, setLanguage]);
  useLayoutEffect(() => {
    document.documentElement.lang = translation.language;
  }, [translation]);
  return <I18nContext.Provider value={i18n}>{children}</I18nContext.Provider>;
}

/** The words and formats of the chosen language; Indonesian where no provider stands above. */
export function useI18n(): I18n {
  return useContext(I18nContext);
}
