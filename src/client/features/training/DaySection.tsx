import type { Day, TimeOfDay } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { SessionRow } from '../../parts/SessionRow.tsx';
import { phaseOf } from '../../parts/training-overview.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { AddSession } from './AddSession.tsx';
import { laterPaths } from '../../later-paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { penIcon, peopleIcon } from '../../ui/icons.ts';
import styles from './DaySection.module.css';
import { anchorOf, type TrainingDay } from './sessions-by-day.ts';

interface DaySectionProps {
  training: string;
  day: TrainingDay;
  /** The day before it that has sessions. */
  before: TrainingDay | undefined;
  /** True for whoever may add sessions. */
  mayPlan: boolean;
  today: Day;
  time: TimeOfDay;
}

/** One day's sessions. */
export function DaySection({ training, day, before, mayPlan, today, time }: DaySectionProps) {
  const { t, format } = useI18n();
  return (
    <div class={styles.anchor} id={anchorOf(day)}>
      <Card
        padding="flush"
        title={day.on === undefined ? t('all.training.unplanned') : format.day(day.on)}
        trailing={
          day.on === today ? (
            <Badge tone="good">{t('all.training.today')}</Badge>
          ) : (
            day.number !== undefined && (
              <Badge>{t('all.training.dayNumber', { n: day.number })}</Badge>
            )
          )
        }
      >
        <List>
          {day.sessions.map(one => (
            <SessionRow
              key={one.id}
              overview={one}
              phase={phaseOf(one.session, today, time)}
              href={paths.session(training, one.id)}
            />
          ))}
        </List>
        {day.on !== undefined && (
          <div class={styles.ways}>
            <ButtonLink href={laterPaths.signatures(training, day.on)} icon={penIcon} kind="quiet">
              {t('sign.round.open')}
            </ButtonLink>
            <ButtonLink href={laterPaths.badges(training)} icon={peopleIcon} kind="quiet">
              {t('badge.list.title')}
            </ButtonLink>
          </div>
        )}
        {mayPlan && <AddSession training={training} day={day.on} before={before} />}
      </Card>
    </div>
  );
}
