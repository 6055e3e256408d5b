import type { HistoryEntry } from '../../../protocol/messages.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Why home did not let an entry in, in words; undefined for one that it did. */
export function verdictWords(
  t: Translate,
  { verdict, code }: Pick<HistoryEntry, 'verdict' | 'code'>,
): string | undefined {
  if (verdict === 'admitted') return undefined;
  if (verdict === 'opaque') return t('all.history.opaque');
  return code === null
    ? t('all.sync.attention')
    : t('all.history.quarantined', { reason: t(`all.refusal.${code}`) });
}
