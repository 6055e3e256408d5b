import { dayAt, timeOfDayAt } from '../../../domain/day.ts';
import { readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { readTrainingOverview, type TrainingOverview } from '../../parts/training-overview.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useNow } from '../../parts/use-now.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EveningCards } from './EveningCards.tsx';
import { readEvening, type Evening } from './read-evening.ts';
import { trainingsAtHand } from './training-at-hand.ts';
import { UnsentCard } from './UnsentCard.tsx';

/** One training's evening. */
interface TrainingEvening {
  overview: TrainingOverview;
  evening: Evening;
}

/** What is still open when the day is over, read from this device alone: it needs no network. */
export function EveningScreen() {
  const { records, account, now, loadTerritory } = useServices();
  const { t, format } = useI18n();
  const at = useNow(now);
  const today = dayAt(at);
  const time = timeOfDayAt(at);
  const territory = useLoaded(loadTerritory);
  const person = account.active.value;
  const evenings = useLiveQuery(async () => {
    const streams = (await records.readStreams()).map(name => ({ name, read: readStream(name) }));
    const overviews: TrainingOverview[] = [];
    for (const { read } of streams) {
      if (read?.kind !== 'training') continue;
      const overview = await readTrainingOverview(records, read.id);
      if (overview) overviews.push(overview);
    }
    // A profile that nobody has begun is in no stream yet: what may be read counts, too.
    const regions = new Set([
      ...streams.map(({ name }) => name),
      ...(person?.scopes.map(({ id }) => id) ?? []),
    ]);
    const all: TrainingEvening[] = [];
    for (const overview of trainingsAtHand(overviews, today))
      all.push({
        overview,
        evening: await readEvening(records, overview, { today, time, regions }),
      });
    return all;
  }, [records, person, today, time]);

  return (
    <Screen title={t('fasilitator.evening.title')} detail={format.day(today)} back={paths.home()}>
      <UnsentCard />
      {!evenings ? (
        <Skeleton label={t('fasilitator.evening.loading')} rows={6} />
      ) : evenings.length === 0 ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('fasilitator.evening.none')}
        />
      ) : (
        evenings.map(({ overview, evening }) => (
          <EveningCards
            key={overview.id}
            overview={overview}
            evening={evening}
            territory={territory}
            isOneOfSeveral={evenings.length > 1}
          />
        ))
      )}
    </Screen>
  );
}
