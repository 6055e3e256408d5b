import { useCallback, useMemo } from 'preact/hooks';
import { loadProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { Speech } from './value-words.ts';

/**
 * How to say what a record holds, in the language of the app; the same object until something of it
 * changes. The words of the forms are fetched after the rest: without them answers go by their keys.
 */
export function useSpeech(): Speech {
  const { t, format, language } = useI18n();
  const forms = useLoaded(
    useCallback(async () => {
      const [{ formsByKind }, words] = await Promise.all([
        import('../profile/forms-by-kind.ts'),
        loadProfileWords(language),
      ]);
      return formsByKind(words, language);
    }, [language]),
  );
  return useMemo(() => ({ t, format, forms }), [t, format, forms]);
}
