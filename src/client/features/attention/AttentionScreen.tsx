import { useServices, type RefusedWork } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { describeWork, type DescribedWork } from './describe-work.ts';
import { RefusedRow } from './RefusedRow.tsx';
import { RefusedOfOthers } from './RefusedOfOthers.tsx';
import styles from './AttentionScreen.module.css';

/** Work that home keeps apart: what, why and since when. Nothing of it is lost. */
export function AttentionScreen() {
  const { account } = useServices();
  const { t } = useI18n();
  const person = account.active.value;
  const mayHelp =
    person !== undefined && [person, ...person.scopes].some(({ role }) => role === 'koordinator');
  return (
    <Screen title={t('all.attention.title')} back={paths.home()}>
      <p class={styles.lead}>{t('all.attention.safe')}</p>
      <OwnRefused />
      {mayHelp && <RefusedOfOthers />}
    </Screen>
  );
}

function OwnRefused() {
  const { attention, records } = useServices();
  const { t } = useI18n();
  const refused = useLiveQuery(async () => {
    const described: { one: RefusedWork; work: DescribedWork }[] = [];
    for (const one of await attention.readOwn()) {
      described.push({ one, work: await describeWork(records, t, one.operation) });
    }
    return described;
  }, [attention, records, t]);

  if (!refused) return <Skeleton label={t('all.attention.loading')} />;
  if (refused.length === 0) {
    return (
      <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.attention.none')}>
        {t('all.attention.noneText')}
      </EmptyState>
    );
  }
  return (
    <Card padding="flush" title={t('all.attention.own')}>
      <List>
        {refused.map(({ one, work }) => (
          <RefusedRow key={one.n} work={work} code={one.code} since={one.refusedAt} />
        ))}
      </List>
    </Card>
  );
}
