import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import type { LibraryBook } from './use-library.ts';

/** Where the library is, in words; its code while the places are not at hand, nothing while none was chosen. */
export function usePlaceOf({ answers }: LibraryBook): string | undefined {
  const { loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const village = answers['kode_wilayah'];
  if (typeof village !== 'string') return undefined;
  const label = territory?.villageLabel(village);
  return label ? villageWords(t, label) : village;
}
