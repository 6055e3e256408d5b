import type { Attendance, AttendanceMark } from '../../../domain/records/attendance.ts';
import { isSameValue, type Head } from '../../../protocol/merge.ts';
import { disputedFields, valuesOf, type RecordView } from '../../data/record-view.ts';
import type { Difference } from '../DifferenceLine.tsx';
import type { RosterEntry } from '../roster.ts';

const none: readonly Difference[] = [];

/**
 * What was said differently of one person at one session; empty unless people really disagree. Two tablets
 * on one record, or the two records of somebody who was entered twice: it is the same to whoever settles it.
 */
export function markDifferences(
  { ids }: Pick<RosterEntry, 'ids'>,
  marks: ReadonlyMap<string, RecordView>,
  nameOf: (person: string) => string | undefined,
): readonly Difference[] {
  // As nearly everybody is: one record, and one tablet that marked it.
  if (ids.length === 1 && (marks.get(ids[0] as string)?.state['mark']?.h.length ?? 0) < 2)
    return none;
  const heads = ids.flatMap(id => headsOf(marks.get(id)));
  const [first, ...others] = heads;
  if (!first || others.every(head => isSameValue(head.v, first.v))) return none;
  return heads.map(head => ({
    operation: head.o,
    author: nameOf(head.by),
    at: head.s,
    // A mark that home admitted passed the schema of marks.
    mark: head.v as AttendanceMark | null,
  }));
}

/** What a record says by itself. One on which nothing is marked says nothing against its double. */
function headsOf(view: RecordView | undefined): readonly Head[] {
  const heads = view?.state['mark']?.h ?? [];
  if (heads.length > 1 && view && disputedFields(view).includes('mark')) return heads;
  return heads.slice(0, 1).filter(head => head.v !== null);
}

/** The notes on all records of a person, each text once. */
export function joinedNote(
  { ids }: Pick<RosterEntry, 'ids'>,
  marks: ReadonlyMap<string, RecordView>,
): string {
  if (ids.length === 1) return valuesOf<Attendance>(marks.get(ids[0] as string)).note ?? '';
  const notes = ids.flatMap(id => valuesOf<Attendance>(marks.get(id)).note ?? []);
  return [...new Set(notes)].join(' · ');
}
