import type { Day } from '../../../domain/day.ts';
import { isRunning, type TrainingOverview } from '../../parts/training-overview.ts';

/** The trainings an evening is about: those that run, else the one that began last; none before any began. */
export function trainingsAtHand(
  overviews: readonly TrainingOverview[],
  today: Day,
): readonly TrainingOverview[] {
  const running = overviews.filter(({ training }) => isRunning(training, today));
  if (running.length > 0) return running;
  const begun = overviews
    .filter(({ training: { startsOn } }) => startsOn !== undefined && startsOn <= today)
    .sort((one, other) =>
      (one.training.startsOn ?? '') < (other.training.startsOn ?? '') ? 1 : -1,
    );
  return begun.slice(0, 1);
}
