import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { isWhole } from '../../parts/is-whole.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { cloudDoneIcon } from '../../ui/icons.ts';
import styles from './stack.module.css';

/** How much of this device's work is proven to be home, and the way to the proof. */
export function ReceiptsCard() {
  const { receipts } = useServices();
  const { t, format } = useI18n();
  const read = useLiveQuery(() => receipts.read(), [receipts]);
  if (!read) return null;
  const { at, groups } = read;
  return (
    <Card title={t('all.receipts.title')}>
      <div class={styles.stack}>
        <p>
          {groups.length === 0
            ? t('all.receipts.noneText')
            : t('all.receipts.summary', {
                done: groups.filter(isWhole).length,
                total: groups.length,
              })}{' '}
          {groups.length > 0 &&
            (at === undefined
              ? t('all.receipts.notYetAsked')
              : `${t('all.receipts.at', { when: format.dateTime(at) })}.`)}
        </p>
        <ButtonLink href={paths.receipts()} icon={cloudDoneIcon} block>
          {t('all.receipts.see')}
        </ButtonLink>
      </div>
    </Card>
  );
}
