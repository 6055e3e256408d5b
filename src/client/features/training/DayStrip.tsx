import type { Day } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { isComplete } from '../../parts/training-overview.ts';
import { anchorOf, type TrainingDay } from './sessions-by-day.ts';
import styles from './DayStrip.module.css';

interface DayStripProps {
  days: readonly TrainingDay[];
  today: Day;
}

/** All days at a glance, each a way down to its sessions; today stands out. */
export function DayStrip({ days, today }: DayStripProps) {
  const { t, format } = useI18n();
  return (
    <nav class={styles.strip} aria-label={t('all.training.days')}>
      {days.map(day => {
        const isToday = day.on === today;
        const complete = day.sessions.filter(({ summary }) => isComplete(summary)).length;
        return (
          <button
            key={day.on ?? ''}
            class={styles.day}
            type="button"
            aria-current={isToday ? 'date' : undefined}
            onClick={() => document.getElementById(anchorOf(day))?.scrollIntoView()}
          >
            <span class={styles.name}>
              {isToday
                ? t('all.training.today')
                : day.number === undefined
                  ? t('all.training.otherDay')
                  : t('all.training.dayNumber', { n: day.number })}
            </span>
            <span>
              {day.on === undefined ? t('all.training.unplanned') : format.day(day.on, 'short')}
            </span>
            <span>{t('all.training.dayDone', { done: complete, total: day.sessions.length })}</span>
          </button>
        );
      })}
    </nav>
  );
}
