import { useCallback, useEffect, useState } from 'preact/hooks';
import { Problem, type ProblemCode } from '../../../domain/problem.ts';
import type { Member } from '../../../domain/records/member.ts';
import { useServices, type RefusedElsewhere } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { syncIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { describeWork, type DescribedWork } from './describe-work.ts';
import { RefusedRow } from './RefusedRow.tsx';
import styles from './RefusedOfOthers.module.css';

interface Described {
  one: RefusedElsewhere;
  work: DescribedWork;
  author: string;
}

type Answer =
  { as: 'asking' } | { as: 'had'; refused: Described[] } | { as: 'failed'; problem: ProblemCode };

/** What home keeps apart of everybody in the coordinator's streams. Asked for, so it needs the network. */
export function RefusedOfOthers() {
  const { attention, records } = useServices();
  const { t } = useI18n();
  const [answer, setAnswer] = useState<Answer>({ as: 'asking' });

  const ask = useCallback(async () => {
    setAnswer({ as: 'asking' });
    try {
      const refused = await attention.fetchAll();
      const described = refused.map(async (one): Promise<Described> => {
        const { stream, by } = one.operation;
        const member =
          stream !== undefined && by !== undefined
            ? await records.readRecord(stream, 'member', by)
            : undefined;
        return {
          one,
          work: await describeWork(records, t, one.operation),
          author: valuesOf<Member>(member).name ?? t('all.person.unknown'),
        };
      });
      setAnswer({ as: 'had', refused: await Promise.all(described) });
    } catch (error) {
      setAnswer({ as: 'failed', problem: error instanceof Problem ? error.code : 'unexpected' });
      if (!(error instanceof Problem)) throw error;
    }
  }, [attention, records, t]);
  useEffect(() => void ask(), [ask]);

  return (
    <Card padding="flush" title={t('koordinator.attention.title')}>
      <div class={styles.content}>
        {answer.as === 'asking' && <Skeleton label={t('all.attention.loading')} />}
        {answer.as === 'failed' && (
          <Banner
            kind="info"
            actions={
              <Button icon={syncIcon} onPress={() => void ask()}>
                {t('all.action.retry')}
              </Button>
            }
          >
            <p>{t(`all.problem.${answer.problem}`)}</p>
          </Banner>
        )}
        {answer.as === 'had' && answer.refused.length === 0 && (
          <p>{t('koordinator.attention.none')}</p>
        )}
      </div>
      {answer.as === 'had' && answer.refused.length > 0 && (
        <List>
          {answer.refused.map(({ one, work, author }) => (
            <RefusedRow
              key={one.id}
              work={work}
              code={one.code}
              since={one.receivedAt}
              origin={t('koordinator.attention.origin', {
                author,
                device: one.device.slice(0, 8),
              })}
            />
          ))}
        </List>
      )}
    </Card>
  );
}
