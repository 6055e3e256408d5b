import type { AttendanceMark, Attendance } from '../../domain/records/attendance.ts';
import { readAttendanceId } from '../../domain/ids.ts';
import type { Participant } from '../../domain/records/participant.ts';
import { isDeletedView, valuesOf, type RecordView } from '../data/record-view.ts';

/** One person on a training's roster, however often they were entered. */
export interface RosterEntry {
  /** The record that stands for the person: what is marked is marked here. */
  id: string;
  /** All records of the person that are not deleted, `id` first. */
  ids: readonly string[];
  /** What is known: what `id` says, and where that says nothing, what the first of the others does. */
  participant: Participant;
}

/**
 * The people of a training, one entry a person, in order of their ids. Records joined by `sameAs` are
 * one person, whichever points at which. For them stands whoever was entered first, for the office knows more
 * of its list than is asked at the door; of one moment, the least id. Deleted ones never stand.
 */
export function listRoster(views: readonly RecordView[]): RosterEntry[] {
  const rootOf = joinDoubles(views);
  const groups = new Map<string, RecordView[]>();
  const present = views.filter(view => !isDeletedView(view)).sort((a, b) => (a.r < b.r ? -1 : 1));
  for (const view of present) {
    const root = rootOf(view.r);
    const group = groups.get(root);
    if (group) group.push(view);
    else groups.set(root, [view]);
  }
  return [...groups.values()].flatMap(group => entryOf(group) ?? []);
}

/** One person of the records, given in order of their ids. */
function entryOf(group: readonly RecordView[]): RosterEntry | undefined {
  // As nearly everybody is: entered once.
  const ordered =
    group.length === 1 ? group : group.toSorted((a, b) => enteredAt(a) - enteredAt(b));
  const [first] = ordered;
  if (!first) return undefined;
  const participant = ordered.reduceRight<Participant>(
    (known, view) => ({ ...known, ...valuesOf<Participant>(view) }),
    {},
  );
  // Whoever stands on the list was waited for, though a second record of theirs was made at the door.
  const { firstSession: _, ...known } = participant;
  const { firstSession } = valuesOf<Participant>(first);
  return {
    id: first.r,
    ids: ordered.map(view => view.r),
    participant: firstSession === undefined ? known : { ...known, firstSession },
  };
}

/** When the oldest of what a record says was said, ms; later corrections leave the rest as it was. */
function enteredAt(view: RecordView): number {
  return Math.min(...Object.values(view.state).flatMap(({ h }) => h.map(({ s }) => s)));
}

/** A session's marks by participant's id. */
export function marksByParticipant(views: readonly RecordView[]): Map<string, RecordView> {
  const marks = new Map<string, RecordView>();
  for (const view of views) {
    const named = readAttendanceId(view.r);
    if (named) marks.set(named.participant, view);
  }
  return marks;
}

/** The record that holds a person's mark: the entry's own, else the first double's that has one. */
export function markViewOf(
  entry: RosterEntry,
  marks: ReadonlyMap<string, RecordView>,
): RecordView | undefined {
  const marked = entry.ids.find(id => markOf(marks.get(id)));
  return marks.get(marked ?? entry.id);
}

/** The mark that a record shows; null where nothing is recorded. */
export function markOf(view: RecordView | undefined): AttendanceMark | null {
  return valuesOf<Attendance>(view).mark ?? null;
}

/** For each id the least of all that are joined with it. Every head of `sameAs` counts. */
export function joinDoubles(views: readonly RecordView[]): (id: string) => string {
  const parent = new Map<string, string>();
  function root(id: string): string {
    let at = id;
    for (let above = parent.get(at); above !== undefined; above = parent.get(at)) at = above;
    return at;
  }
  for (const view of views) {
    for (const head of view.state['sameAs']?.h ?? []) {
      if (typeof head.v !== 'string') continue;
      const [one, other] = [root(view.r), root(head.v)];
      if (one !== other) parent.set(one < other ? other : one, one < other ? one : other);
    }
  }
  return root;
}
