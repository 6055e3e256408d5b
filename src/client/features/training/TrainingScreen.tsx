import { useEffect } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { dayAt, timeOfDayAt } from '../../../domain/day.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { readTrainingOverview, type TrainingOverview } from '../../parts/training-overview.ts';
import { useNow } from '../../parts/use-now.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { peopleIcon, tabletIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ActivityCard } from './ActivityCard.tsx';
import { AddSession } from './AddSession.tsx';
import { ChecklistsCard } from './ChecklistsCard.tsx';
import { DaySection } from './DaySection.tsx';
import { DayStrip } from './DayStrip.tsx';
import { FindingsBanner } from './FindingsBanner.tsx';
import { NowCard, sessionAtHand } from './NowCard.tsx';
import { anchorOf, sessionsByDay } from './sessions-by-day.ts';
import { SetupCard } from './SetupCard.tsx';
import styles from './TrainingScreen.module.css';

/** A training: its days, and the sessions of each with how far their sheets are. */
export function TrainingScreen({ training: id }: { training: string }) {
  const { records, account, sync } = useServices();
  const { t } = useI18n();
  const isWatching = roleIn(account.active.value, trainingStream(id)) === 'koordinator';
  const read = useLiveQuery(
    async () => ({ overview: await readTrainingOverview(records, id) }),
    [records, id],
  );
  useEffect(() => (isWatching ? sync.watch() : undefined), [sync, isWatching]);

  const training = read?.overview?.training;
  const frame = {
    title: training?.name ?? t('all.word.training'),
    back: paths.home(),
  };
  return (
    <Screen {...frame}>
      {!read ? (
        <Skeleton label={t('all.training.loading')} rows={6} />
      ) : read.overview ? (
        <Timetable overview={read.overview} />
      ) : (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('all.training.unknown')}
          action={<ButtonLink href={paths.home()}>{t('all.word.home')}</ButtonLink>}
        >
          {t('all.training.unknownText')}
        </EmptyState>
      )}
    </Screen>
  );
}

function Timetable({ overview }: { overview: TrainingOverview }) {
  const { now, account } = useServices();
  const { t, format } = useI18n();
  const { startsOn, endsOn = startsOn, place } = overview.training;
  const dates = startsOn !== undefined && endsOn !== undefined && format.days(startsOn, endsOn);
  const at = useNow(now);
  const today = dayAt(at);
  const days = sessionsByDay(overview);
  const role = roleIn(account.active.value, trainingStream(overview.id));
  const mayPlan = role !== undefined && canWrite(role, 'session');

  // Whoever sets it up comes for this; later the days come first.
  const setup = role === 'koordinator' && <SetupCard training={overview.id} />;
  const isNew = overview.people === 0;

  const isHere = sessionAtHand(overview, today, timeOfDayAt(at)) !== undefined;

  // Whoever opens the third day's training looks for the third day, if its session at hand is not first already.
  useEffect(() => {
    const ofToday = days.find(day => day.on === today);
    if (!isHere && ofToday && ofToday !== days[0])
      document.getElementById(anchorOf(ofToday))?.scrollIntoView();
    // Only when the page opens: later it would tear the page from under the finger.
  }, []);

  return (
    <>
      <p class={styles.facts}>
        {[place, dates, t('all.training.people', { n: overview.people })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {role === 'koordinator' && (
        <ButtonLink href={paths.board(overview.id)} icon={tabletIcon} block>
          {t('koordinator.board.open')}
        </ButtonLink>
      )}
      <FindingsBanner overview={overview} />
      <ButtonLink href={paths.participants(overview.id)} icon={peopleIcon}>
        {t('people.list.title')}
      </ButtonLink>
      <NowCard overview={overview} today={today} time={timeOfDayAt(at)} />
      <ChecklistsCard training={overview.id} today={today} />
      {isNew && setup}
      {days.length > 1 && <DayStrip days={days} today={today} />}
      {days.length === 0 && (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.training.noSessions')}>
          {t('all.training.noSessionsText')}
        </EmptyState>
      )}
      {days.length === 0 && mayPlan && (
        <AddSession training={overview.id} day={startsOn} before={undefined} />
      )}
      {days.map((day, index) => (
        <DaySection
          key={day.on ?? ''}
          training={overview.id}
          day={day}
          before={days[index - 1]}
          mayPlan={mayPlan}
          today={today}
          time={timeOfDayAt(at)}
        />
      ))}
      {!isNew && setup}
      <ActivityCard training={overview.id} />
    </>
  );
}
