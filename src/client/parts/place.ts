import type { Participant } from '../../domain/records/participant.ts';
import { searchText } from '../../domain/search-text.ts';
import type { Territory, VillageLabel } from '../../domain/territory.ts';
import type { Translate } from '../i18n/translate.ts';

/** "Desa Bahitom, Kec. Murung, Kab. Murung Raya": never without the district, for names repeat. */
export function villageWords(t: Translate, { village, district, regency }: VillageLabel): string {
  return [
    t(`all.place.${village.kind}`, { name: village.name }),
    t('all.place.district', { name: district.name }),
    t(`all.place.${regency.kind}`, { name: regency.name }),
  ].join(', ');
}

/**
 * Where a participant comes from, in one line: the institution, then the place as far as the
 * territory is at hand. A village that the institution already names is not said twice.
 */
export function placeWords(
  t: Translate,
  participant: Participant,
  territory: Territory | undefined,
): string {
  const institution = participant.institution ?? '';
  return [institution, ...placeParts(t, participant, territory, searchText(institution))]
    .filter(part => part !== '')
    .join(' · ');
}

function placeParts(
  t: Translate,
  { village, regency }: Participant,
  territory: Territory | undefined,
  named: string,
): string[] {
  const label = village === undefined ? undefined : territory?.villageLabel(village);
  if (label) {
    const parts = [
      t('all.place.district', { name: label.district.name }),
      t(`all.place.${label.regency.kind}`, { name: label.regency.name }),
    ];
    const isNamed = named.includes(searchText(label.village.name));
    if (!isNamed) parts.unshift(t(`all.place.${label.village.kind}`, { name: label.village.name }));
    return [parts.join(', ')];
  }
  const known = regency === undefined ? undefined : territory?.regency(regency);
  if (!known || named.includes(searchText(known.name))) return [];
  return [t(`all.place.${known.kind}`, { name: known.name })];
}
