import type { ImportPlan, PlannedRow } from '../../../domain/roster/plan-import.ts';
import type { Change, RecordView } from '../../data/record-view.ts';

/** What somebody decided about a row that was asked about, by its number: the same person, or another. */
export type Decisions = ReadonlyMap<number, 'same' | 'other'>;

/** What one row does once everything is decided. */
type Outcome =
  | { does: 'add' }
  | { does: 'update'; id: string; fields: Change['fields'] }
  | { does: 'nothing' }
  | { does: 'wait' };

/** How many rows do what. */
export interface ImportCounts {
  added: number;
  updated: number;
  /** Rows of people who are there already, and of whom nothing changes. */
  same: number;
  /** Rows that nobody has decided about. */
  undecided: number;
}

/** What a row comes to. Whoever was taken off the roster and is said to be the same comes back. */
function outcomeOf(row: PlannedRow, decisions: Decisions): Outcome {
  if (row.is === 'new') return { does: 'add' };
  if (row.is === 'same') return { does: 'nothing' };
  if (row.is === 'update') return { does: 'update', id: row.id, fields: { ...row.changes } };
  const decided = decisions.get(row.row);
  if (decided === undefined) return { does: 'wait' };
  const { id, because, changes } = row.likely;
  const isRemoved = because === 'removed';
  if (decided === 'other') return isRemoved ? { does: 'nothing' } : { does: 'add' };
  if (id === undefined) return { does: 'nothing' };
  const fields = { ...changes, ...(isRemoved && { deleted: false }) };
  return Object.keys(fields).length === 0 ? { does: 'nothing' } : { does: 'update', id, fields };
}

export function countImport({ rows }: ImportPlan, decisions: Decisions): ImportCounts {
  const counts = { added: 0, updated: 0, same: 0, undecided: 0 };
  for (const row of rows) {
    const { does } = outcomeOf(row, decisions);
    if (does === 'add') counts.added += 1;
    else if (does === 'update') counts.updated += 1;
    else if (does === 'nothing') counts.same += 1;
    else counts.undecided += 1;
  }
  return counts;
}

interface ImportPlace {
  stream: string;
  /** The people as they were when the plan was made. */
  views: ReadonlyMap<string, RecordView>;
  newId: () => string;
}

/** All edits of an import, to be written at once. What is undecided is left out. */
export function importChanges(
  { rows }: ImportPlan,
  decisions: Decisions,
  { stream, views, newId }: ImportPlace,
): Change[] {
  return rows.flatMap((row): Change[] => {
    const outcome = outcomeOf(row, decisions);
    if (outcome.does === 'add') {
      const fields = { ...row.person };
      return [{ stream, t: 'participant', r: newId(), fields, seen: undefined }];
    }
    if (outcome.does !== 'update') return [];
    const { id, fields } = outcome;
    return [{ stream, t: 'participant', r: id, fields, seen: views.get(id) }];
  });
}
