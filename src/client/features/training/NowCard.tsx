import type { Day, TimeOfDay } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { sessionFacts } from '../../parts/session-times.ts';
import {
  phaseOf,
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
  const held = overview.sessions.filter(({ session }) => session.notHeld === undefined);
  const inPhase = (phase: string) =>
    held.find(({ session }) => session.day === today && phaseOf(session, today, time) === phase);
  const now = inPhase('now');
  const shown: SessionOverview | undefined = now ?? inPhase('ahead');
  if (!shown) return null;
  const { id, session, summary } = shown;
  return (
    <Card
      title={session.title ?? t('all.session.untitled')}
      trailing={
        <Badge tone={now ? 'good' : 'neutral'}>
          {t(now ? 'all.session.now' : 'all.session.next')}
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
