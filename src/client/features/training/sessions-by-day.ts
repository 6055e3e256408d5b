import { daysBetween, type Day } from '../../../domain/day.ts';
import type { SessionOverview, TrainingOverview } from '../../parts/training-overview.ts';

/** The sessions of one day of a training. */
export interface TrainingDay {
  /** Undefined for the sessions whose day is not known yet. */
  on: Day | undefined;
  /** 1 for the training's first day; undefined outside of its days. */
  number: number | undefined;
  sessions: readonly SessionOverview[];
}

/** The days on which a training has sessions, in order; sessions without a day come last. */
export function sessionsByDay({ training, sessions }: TrainingOverview): TrainingDay[] {
  const days = new Map<Day | undefined, SessionOverview[]>();
  for (const overview of sessions) {
    const { day } = overview.session;
    const others = days.get(day);
    if (others) others.push(overview);
    else days.set(day, [overview]);
  }
  return [...days].map(([on, ofDay]) => ({
    on,
    number: numberOf(on, training.startsOn, training.endsOn),
    sessions: ofDay,
  }));
}

function numberOf(
  on: Day | undefined,
  startsOn: Day | undefined,
  endsOn: Day | undefined,
): number | undefined {
  if (on === undefined || startsOn === undefined || on < startsOn) return undefined;
  if (endsOn !== undefined && on > endsOn) return undefined;
  return daysBetween(startsOn, on) + 1;
}

/** Where on the page a day's sessions stand. */
export function anchorOf({ on }: TrainingDay): string {
  return `day-${on ?? 'unplanned'}`;
}
