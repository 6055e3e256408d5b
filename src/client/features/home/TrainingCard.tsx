import { dayAt, daysBetween, timeOfDayAt } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { SessionRow } from '../../parts/SessionRow.tsx';
import {
  isComplete,
  phaseOf,
  type SessionOverview,
  type TrainingOverview,
} from '../../parts/training-overview.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import styles from './TrainingCard.module.css';

interface TrainingCardProps {
  overview: TrainingOverview;
  /** The time, ms. */
  at: number;
  /** Shows today's sessions. */
  isOpen: boolean;
}

/** One training: what, where, when, how far; today's sessions one tap away. */
export function TrainingCard({ overview, at, isOpen }: TrainingCardProps) {
  const { t, format } = useI18n();
  const { id, training, sessions, people } = overview;
  const { startsOn, endsOn = startsOn } = training;
  const today = dayAt(at);
  const time = timeOfDayAt(at);
  // The session that is now comes first: it is what the device was taken out for.
  const isNow = ({ session }: SessionOverview) =>
    session.notHeld === undefined && phaseOf(session, today, time) === 'now';
  const todays = isOpen
    ? sessions
        .filter(({ session }) => session.day === today)
        .sort((one, other) => Number(isNow(other)) - Number(isNow(one)))
    : [];
  const held = sessions.filter(({ session }) => session.notHeld === undefined);
  const complete = held.filter(({ summary }) => isComplete(summary));
  return (
    <Card
      padding="flush"
      title={training.name ?? t('all.training.unnamed')}
      trailing={
        isOpen &&
        startsOn !== undefined &&
        endsOn !== undefined && (
          <Badge tone="good">
            {t('all.training.dayOf', {
              day: daysBetween(startsOn, today) + 1,
              total: daysBetween(startsOn, endsOn) + 1,
            })}
          </Badge>
        )
      }
    >
      <p class={styles.facts}>
        {[
          training.place,
          startsOn !== undefined && endsOn !== undefined && format.days(startsOn, endsOn),
        ]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {t('all.training.progress', { people, done: complete.length, total: held.length })}
      </p>
      {isOpen && todays.length === 0 && (
        <p class={styles.facts}>{t('all.training.nothingToday')}</p>
      )}
      {todays.length > 0 && (
        <List label={t('all.training.today')}>
          {todays.map(one => (
            <SessionRow
              key={one.id}
              overview={one}
              phase={phaseOf(one.session, today, time)}
              href={paths.session(id, one.id)}
            />
          ))}
        </List>
      )}
      <div class={styles.foot}>
        <ButtonLink href={paths.training(id)} kind="quiet" block>
          {t('all.session.seeAll')}
        </ButtonLink>
      </div>
    </Card>
  );
}
