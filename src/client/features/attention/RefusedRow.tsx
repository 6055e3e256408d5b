import { canBeAccepted, type RefusalCode } from '../../../domain/problem.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { warningIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import type { DescribedWork } from './describe-work.ts';
import styles from './RefusedRow.module.css';

interface RefusedRowProps {
  work: DescribedWork;
  code: RefusalCode;
  /** When home said so, ms. */
  since: number;
  /** Who wrote it and where; left out for one's own. */
  origin?: string;
}

/** One refused entry: what it is, why home keeps it apart, and who can put it right. */
export function RefusedRow({ work, code, since, origin }: RefusedRowProps) {
  const { t, format } = useI18n();
  return (
    <ListRow
      leading={
        <span class={styles.icon}>
          <Icon shape={warningIcon} />
        </span>
      }
      title={work.title}
      detail={
        <>
          <span class={styles.line}>{work.detail}</span>
          <span class={styles.reason}>{t(`all.refusal.${code}`)}.</span>
          <span class={styles.line}>
            {t(canBeAccepted(code) ? 'all.attention.byCoordinator' : 'all.attention.byAuthor')}
          </span>
          <span class={styles.line}>
            {[origin, format.dateTime(since)].filter(Boolean).join(' · ')}
          </span>
        </>
      }
    />
  );
}
