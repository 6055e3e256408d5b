import type { Day, TimeOfDay } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { sessionFacts } from '../../parts/session-times.ts';
import {
  phaseOf,
  type SessionPhase,
  type SessionOverview,
  type TrainingOverview,
} from '../../parts/training-overview.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { listIcon } from '../../ui/icons.ts';
import styles from './TrainingScreen.module.css';

interface NowCardProps {
  overview: TrainingOverview;
  today: Day;
  time: TimeOfDay;
}

/** The session that is now, else the next one today, before anything else; nothing where there is none. */
export function NowCard({ overview, today, time }: NowCardProps) {
  const { t, format } = useI18n();
  const atHand = sessionAtHand(overview, today, time);
  if (!atHand) return null;
  const { id, session, summary } = atHand;
  const isNow = phaseOf(session, today, time) === 'now';
  return (
    <Card
      title={session.title ?? t('all.session.untitled')}
      trailing={
        <Badge tone={isNow ? 'good' : 'neutral'}>
          {t(isNow ? 'all.session.now' : 'all.session.next')}
        </Badge>
      }
    >
      <div class={styles.now}>
        <p class={styles.facts}>{sessionFacts({ t, format }, session)}</p>
        {session.material !== undefined && <p>{session.material}</p>}
        <p>
          {t('all.session.recordedOf', {
            done: summary.recorded,
            total: summary.recorded + summary.missing,
          })}
        </p>
        <ButtonLink kind="primary" icon={listIcon} href={paths.session(overview.id, id)} block>
          {t('all.session.openSheet')}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** The session that is now, else the next one today; undefined where there is none. */
export function sessionAtHand(
  { sessions }: TrainingOverview,
  today: Day,
  time: TimeOfDay,
): SessionOverview | undefined {
  const held = sessions.filter(({ session }) => session.notHeld === undefined);
  const inPhase = (phase: SessionPhase) =>
    held.find(({ session }) => session.day === today && phaseOf(session, today, time) === phase);
  return inPhase('now') ?? inPhase('ahead');
}
