import { useCallback } from 'preact/hooks';
import { loadProfileWords, type ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';

/** The profile's words in the language of the app; undefined until they are there. */
export function useProfileWords(): ProfileWords | undefined {
  const { language } = useI18n();
  return useLoaded(useCallback(() => loadProfileWords(language), [language]));
}
