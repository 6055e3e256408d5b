import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { syncIcon } from '../../ui/icons.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Asked } from '../use-asked.ts';

interface AskedStateProps {
  asked: Asked<unknown>;
  /** What is being fetched, for a screen reader. */
  loading: string;
}

/** How it goes with what is asked of home: on its way, or why not and from when the last answer is. */
export function AskedState({ asked, loading }: AskedStateProps) {
  const { t, format } = useI18n();
  const { last, problem, isAsking, askAgain } = asked;
  if (problem !== undefined) {
    return (
      <Banner
        kind="info"
        actions={
          <Button icon={syncIcon} busy={isAsking} onPress={askAgain}>
            {t('all.action.retry')}
          </Button>
        }
      >
        <p>{t(`all.problem.${problem}`)}</p>
        {last && <p>{t('all.asked.stale', { time: format.time(last.at) })}</p>}
      </Banner>
    );
  }
  return last ? null : <Skeleton label={loading} />;
}
