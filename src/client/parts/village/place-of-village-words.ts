import type { VillageLabel } from '../../../domain/territory.ts';
import type { Translate } from '../../i18n/translate.ts';

/** "Kec. Murung, Kab. Murung Raya": where a village lies, for a line of its own under the name. */
export function placeOfVillageWords(
  t: Translate,
  { district, regency }: Pick<VillageLabel, 'district' | 'regency'>,
): string {
  return [
    t('all.place.district', { name: district.name }),
    t(`all.place.${regency.kind}`, { name: regency.name }),
  ].join(', ');
}
