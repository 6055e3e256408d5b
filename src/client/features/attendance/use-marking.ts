import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem, type ProblemCode } from '../../../domain/problem.ts';
import type { Attendance } from '../../../domain/records/attendance.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf, type RecordView } from '../../data/record-view.ts';
import { markChanges } from '../../parts/people/mark-changes.ts';
import { markOf } from '../../parts/roster.ts';
import { isSameMark, type MarkEdit, type SheetPerson } from './sheet-rows.ts';

/** Edits of one moment, by the person they are about. */
export type MarkEdits = ReadonlyMap<SheetPerson, MarkEdit>;

/** What became of edits: `saved` is said only when the device has them for good. */
export type MarkOutcome = { as: 'saved' } | { as: 'failed'; problem: ProblemCode };

export interface Marking {
  /** What was asked for and is not on the records yet, by participant: shown at once. */
  unsaved: ReadonlyMap<string, MarkEdit>;
  save: (edits: MarkEdits) => Promise<MarkOutcome>;
}

/** How long after it was saved an edit may wait for the records to show it. */
const longestMs = 1_000;

/** One edit on its way to the records. */
interface Passing {
  person: SheetPerson;
  edit: MarkEdit;
  /** The records as they stood when it was made: they cannot show it yet. */
  before: ReadonlyMap<string, RecordView>;
  /** True once the device has it for good. */
  isWritten: boolean;
}

/** Writes a session's marks. `marks` are its records as they stand, by participant. */
export function useMarking(
  stream: string,
  session: string,
  marks: ReadonlyMap<string, RecordView>,
): Marking {
  const { records, device } = useServices();
  const [passing, setPassing] = useState<readonly Passing[]>([]);
  const present = useRef(marks);
  present.current = marks;
  const hasAsked = useRef(false);

  const save = useCallback(
    async (edits: MarkEdits): Promise<MarkOutcome> => {
      const before = present.current;
      const own = [...edits].map(([person, edit]): Passing => ({
        person,
        edit,
        before,
        isWritten: false,
      }));
      const changes = own.flatMap(({ person, edit }) =>
        markChanges(stream, session, person.entry, edit, before),
      );
      setPassing(all => [...withoutShown(all, present.current), ...own]);
      try {
        await records.write(changes);
      } catch (error) {
        setPassing(all => all.filter(one => !own.includes(one)));
        if (error instanceof Problem) return { as: 'failed', problem: error.code };
        throw error;
      }
      for (const one of own) one.isWritten = true;
      setPassing(all => withoutShown(all, present.current));
      // Somebody else's later edit may be what the records show: then nothing is waited for.
      setTimeout(() => setPassing(all => all.filter(one => !own.includes(one))), longestMs);
      if (!hasAsked.current) {
        hasAsked.current = true;
        void device.askToKeep();
      }
      return { as: 'saved' };
    },
    [records, device, stream, session],
  );

  // An edit leaves as soon as the records show it, and not before, so that no row flickers; and for
  // good, so that it never covers what others write later.
  useLayoutEffect(() => setPassing(all => withoutShown(all, marks)), [marks]);
  const unsaved = useMemo(() => mergeEdits(withoutShown(passing, marks)), [passing, marks]);
  return { unsaved, save };
}

/** The edits of each person as one. */
function mergeEdits(passing: readonly Passing[]): Map<string, MarkEdit> {
  const edits = new Map<string, MarkEdit>();
  for (const { person, edit } of passing) {
    edits.set(person.id, { ...edits.get(person.id), ...edit });
  }
  return edits;
}

/** Without the edits of those whose edits are all written and together stand in the records. */
function withoutShown(
  passing: readonly Passing[],
  marks: ReadonlyMap<string, RecordView>,
): readonly Passing[] {
  if (passing.length === 0) return passing;
  const unsure = passing.filter(one => !one.isWritten || one.before === marks);
  const staying = new Set(unsure.map(one => one.person.id));
  const edits = mergeEdits(passing);
  const left = passing.filter(({ person: { id } }) => {
    const edit = edits.get(id);
    return staying.has(id) || !edit || !isShown(edit, marks.get(id));
  });
  return left.length === passing.length ? passing : left;
}

function isShown(edit: MarkEdit, view: RecordView | undefined): boolean {
  const note = valuesOf<Attendance>(view).note ?? null;
  return (
    (edit.mark === undefined || isSameMark(edit.mark, markOf(view))) &&
    (edit.note === undefined || edit.note === note)
  );
}
