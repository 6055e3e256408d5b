import { dayAt, type Day } from '../../../domain/day.ts';
import { kindNamed } from '../../../domain/records/kinds.ts';
import type { ToldEntry } from './told-entry.ts';

/** Entries of one moment by one person on one device, told in one line. At least one. */
export type ActivityGroup = readonly [ToldEntry, ...ToldEntry[]];

/** A day on which work reached home, and what came. */
export interface ActivityDay {
  day: Day;
  groups: readonly ActivityGroup[];
}

/** So near to its neighbour an entry is of the same moment, ms: as long as one ticks through a sheet. */
const sameMomentMs = 60_000;

/**
 * Groups entries, given the latest first, in that order. Of one group are those that follow one another, say
 * something of one kind in one place (a sheet, a list), were written within a minute of their neighbour,
 * and got the same verdict.
 */
export function groupActivity(told: readonly ToldEntry[]): ActivityDay[] {
  const days: { day: Day; groups: [ToldEntry, ...ToldEntry[]][] }[] = [];
  for (const one of told) {
    const day = dayAt(one.entry.receivedAt);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, groups: [] }));
    const group = last.groups.at(-1);
    const neighbour = group?.at(-1);
    if (group && neighbour && areOfOneMoment(neighbour, one)) group.push(one);
    else last.groups.push([one]);
  }
  return days;
}

function areOfOneMoment({ entry: one }: ToldEntry, { entry: other }: ToldEntry): boolean {
  return (
    one.by === other.by &&
    one.device === other.device &&
    one.kind === other.kind &&
    one.verdict === other.verdict &&
    one.code === other.code &&
    placeOf(one) === placeOf(other) &&
    Math.abs(one.stamp - other.stamp) <= sameMomentMs
  );
}

/** The sheet or the list that a record is on; empty for one that is on none. */
function placeOf({ kind, record }: ToldEntry['entry']): string {
  return kindNamed(kind)?.parentOf(record) ?? '';
}
