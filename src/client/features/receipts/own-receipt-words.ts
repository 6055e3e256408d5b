import type { GroupReceipt } from '../../app-services.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Format } from '../../i18n/format.ts';
import { isWhole } from '../../parts/is-whole.ts';

/** "38 dari 38 peserta": as home counts, of what was written here. */
export function countWords(
  t: Translate,
  { here, home }: GroupReceipt,
  isOfPeople: boolean,
): string {
  const key = isOfPeople ? 'all.receipts.people' : 'all.receipts.records';
  return t(key, { done: home?.records ?? 0, total: here.records });
}

/** "12 dari 12 foto"; undefined for a group without pictures. */
export function picturesWords(t: Translate, { here, home }: GroupReceipt): string | undefined {
  const total = Math.max(here.pictures, home?.pictures.named ?? 0);
  if (total === 0) return undefined;
  return t('all.receipts.pictures', { done: home?.pictures.held ?? 0, total });
}

/**
 * What a group that is not proven whole still lacks, each a piece; of one that is nothing. `nameOf` tells what
 * a refused operation is about.
 */
export function missingPieces(
  { t, format }: { t: Translate; format: Format },
  group: GroupReceipt,
  nameOf: (operation: string) => string | undefined,
): string[] {
  const { here, home } = group;
  const pieces: string[] = [];
  if (here.waiting > 0) pieces.push(t('all.receipts.missingWaiting', { n: here.waiting }));
  const pictures = Math.max(here.pictures, home?.pictures.named ?? 0);
  const picturesLeft = pictures - (home?.pictures.held ?? 0);
  if (picturesLeft > 0) pieces.push(t('all.receipts.missingPictures', { n: picturesLeft }));
  const refused = home?.refused ?? [];
  if (refused.length > 0) {
    const names = refused.map(nameOf).filter(name => name !== undefined);
    pieces.push(
      names.length === 0
        ? t('all.receipts.refused', { n: refused.length })
        : t('all.receipts.refusedNamed', {
            n: refused.length,
            names: format.list([...new Set(names)]),
          }),
    );
  }
  if (isWhole(group) || pieces.length > 0) return pieces;
  return [t(home ? 'all.receipts.missingSame' : 'all.receipts.missingAnswer')];
}
