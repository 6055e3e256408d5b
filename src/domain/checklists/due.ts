import { addDays, daysBetween, type Day } from '../day.ts';
import type { TemplateContent } from './template.ts';

/** The days that a due day is counted from; undefined where one is not known. */
export interface DueDays {
  start?: Day | undefined;
  end?: Day | undefined;
  day?: Day | undefined;
}

/** By when a list is to be done, as its template says; undefined where it says nothing or the day is not known. */
export function dueDayOf({ due }: TemplateContent, days: DueDays): Day | undefined {
  if (!due) return undefined;
  const from = days[due.from];
  return from === undefined ? undefined : addDays(from, due.days);
}

/** How many days a due day is past; 0 on the day itself and before. */
export function daysOverdue(due: Day | undefined, today: Day): number {
  return due === undefined ? 0 : Math.max(0, daysBetween(due, today));
}
