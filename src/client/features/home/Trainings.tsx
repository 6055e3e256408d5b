import { dayAt } from '../../../domain/day.ts';
import { readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import {
  isRunning,
  readTrainingOverview,
  type TrainingOverview,
} from '../../parts/training-overview.ts';
import { useNow } from '../../parts/use-now.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TrainingCard } from './TrainingCard.tsx';
import { inOrder } from './training-order.ts';

/** The trainings of whoever is at the device: running ones first, with today's sessions at hand. */
export function Trainings() {
  const { records, now, sync } = useServices();
  const { t } = useI18n();
  const at = useNow(now);
  const trainings = useLiveQuery(async () => {
    const streams = (await records.readStreams()).map(readStream);
    const ids = streams.flatMap(stream => (stream?.kind === 'training' ? [stream.id] : []));
    const overviews: TrainingOverview[] = [];
    for (const id of ids) {
      const overview = await readTrainingOverview(records, id);
      if (overview) overviews.push(overview);
    }
    return overviews;
  }, [records]);

  if (!trainings) return <Skeleton label={t('all.training.loading')} />;
  if (trainings.length === 0) {
    const { completedAt, isOnline } = sync.status.value;
    const isOnTheWay = completedAt === undefined;
    return (
      <EmptyState
        picture={<RiverPicture scene={isOnTheWay ? 'underway' : 'moored'} />}
        title={t(isOnTheWay ? 'all.training.onTheWay' : 'all.training.none')}
      >
        {t(
          !isOnTheWay
            ? 'all.training.noneText'
            : isOnline
              ? 'all.training.onTheWayText'
              : 'all.training.onTheWayOffline',
        )}
      </EmptyState>
    );
  }
  const today = dayAt(at);
  return inOrder(trainings, today).map(overview => (
    <TrainingCard
      key={overview.id}
      overview={overview}
      at={at}
      isOpen={isRunning(overview.training, today)}
    />
  ));
}
