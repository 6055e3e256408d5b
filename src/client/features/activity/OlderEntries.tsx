import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Activity, ActivityPage } from './use-activity.ts';
import styles from './ActivityScreen.module.css';

interface OlderEntriesProps {
  activity: Activity;
  page: ActivityPage;
  isSearching: boolean;
}

/** The way further back, and how much lies there. Nothing where the beginning was reached. */
export function OlderEntries({ activity, page, isSearching }: OlderEntriesProps) {
  const { t } = useI18n();
  const { fetchOlder, isFetching, problem } = activity;
  if (page.next === null) return null;
  return (
    <div class={styles.older}>
      {isSearching && <p>{t('koordinator.activity.searchedOnly', { n: page.told.length })}</p>}
      {problem !== undefined && (
        <Banner kind="info">
          <p>{t(`all.problem.${problem}`)}</p>
        </Banner>
      )}
      <Button block busy={isFetching} onPress={() => void fetchOlder()}>
        {t('all.changes.more')}
      </Button>
      {page.left > 0 && (
        <p class={styles.lead}>{t('koordinator.activity.left', { n: page.left })}</p>
      )}
    </div>
  );
}
