import type { Day } from '../../../domain/day.ts';
import { isRunning, type TrainingOverview } from '../../parts/training-overview.ts';

/** Running trainings first, then those to come by date, then the past, the latest first. */
export function inOrder(trainings: readonly TrainingOverview[], today: Day): TrainingOverview[] {
  return [...trainings].sort((one, other) => {
    const [a, b] = [rank(one, today), rank(other, today)];
    if (a !== b) return a - b;
    const [from, to] = [one.training.startsOn ?? '', other.training.startsOn ?? ''];
    const order = from < to ? -1 : from > to ? 1 : one.id < other.id ? -1 : 1;
    return a === past ? -order : order;
  });
}

const past = 2;

function rank({ training }: TrainingOverview, today: Day): number {
  if (isRunning(training, today)) return 0;
  return training.startsOn === undefined || training.startsOn > today ? 1 : past;
}
