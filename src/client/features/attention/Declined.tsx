import { useServices, type DeclinedWork } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { describeWork, type DescribedWork } from '../../parts/work/describe-work.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { HistoryLink } from './HistoryLink.tsx';
import { WorkItem } from './WorkItem.tsx';
import styles from './cards.module.css';

/** What a coordinator left out for good, with what they said. Quiet, for nothing is to be done. */
export function Declined() {
  const { attention, records } = useServices();
  const { t, format } = useI18n();
  const speech = useSpeech();
  const declined = useLiveQuery(async () => {
    const described: { one: DeclinedWork; work: DescribedWork }[] = [];
    for (const one of await attention.readDeclined()) {
      described.push({ one, work: await describeWork({ records, ...speech }, one.operation) });
    }
    return described;
  }, [attention, records, speech]);

  if (!declined || declined.length === 0) return null;
  return (
    <Card padding="flush" title={t('all.attention.declined')}>
      <p class={styles.text}>{t('all.attention.declinedText')}</p>
      <List>
        {declined.map(({ one, work }) => (
          <WorkItem
            key={one.n}
            work={work}
            look="quiet"
            why={
              one.note === ''
                ? t('all.attention.declinedNoNote')
                : t('all.attention.declinedNote', { note: one.note })
            }
            facts={[
              `${t(`all.refusal.${one.code}`)}.`,
              t('all.attention.declinedSince', { when: format.dateTime(one.declinedAt) }),
            ]}
            actions={<HistoryLink operation={one.operation} />}
          />
        ))}
      </List>
    </Card>
  );
}
