import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { syncIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
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
  if (problem === undefined) return last ? null : <Skeleton label={loading} />;
  const retry = (
    <Button icon={syncIcon} busy={isAsking} onPress={askAgain}>
      {t('all.action.retry')}
    </Button>
  );
  return last ? (
    <Banner kind="info" actions={retry}>
      <p>{t(`all.problem.${problem}`)}</p>
      <p>{t('all.asked.stale', { time: format.time(last.at) })}</p>
    </Banner>
  ) : (
    <EmptyState
      picture={<RiverPicture scene="moored" />}
      title={t('all.asked.failed')}
      action={retry}
    >
      {t(`all.problem.${problem}`)}
    </EmptyState>
  );
}
