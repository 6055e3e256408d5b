import type { PersonChanges, PlannedRow } from './plan-import.ts';

/** What somebody decided about a row that was asked about, by its number: the same person, or another. */
export type Decisions = ReadonlyMap<number, 'same' | 'other'>;

/** Somebody to be added, or brought up to date. */
export interface ImportEdit {
  /** The record; undefined for somebody new. */
  id?: string;
  fields: PersonChanges & { deleted?: false };
}

/**
 * What one row comes to: an edit, nothing, or that nobody has decided yet. Whoever was taken off the roster
 * and is said to be the same comes back.
 */
export function editOf(
  row: PlannedRow,
  decisions: Decisions,
): ImportEdit | 'nothing' | 'undecided' {
  if (row.is === 'new') return { fields: row.person };
  if (row.is === 'same') return 'nothing';
  if (row.is === 'update') return { id: row.id, fields: row.changes };
  const decided = decisions.get(row.row);
  if (decided === undefined) return 'undecided';
  const { id, because, changes } = row.likely;
  const isRemoved = because === 'removed';
  if (decided === 'other') return isRemoved ? 'nothing' : { fields: row.person };
  if (id === undefined) return 'nothing';
  const fields = { ...changes, ...(isRemoved && { deleted: false as const }) };
  return Object.keys(fields).length === 0 ? 'nothing' : { id, fields };
}

/** All edits of an import. What is undecided is left out. */
export function importEdits(rows: readonly PlannedRow[], decisions: Decisions): ImportEdit[] {
  return rows.flatMap(row => {
    const edit = editOf(row, decisions);
    return typeof edit === 'string' ? [] : [edit];
  });
}
