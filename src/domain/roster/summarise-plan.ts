import { editOf, type Decisions } from './import-edits.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';
import type { RowNote } from './row-note.ts';

export type UpdatedRow = Extract<PlannedRow, { is: 'update' }>;
export type AskedRow = Extract<PlannedRow, { is: 'ask' }>;

/** Notes of one kind: how many, and the first of them. */
export interface NotesOfKind {
  code: RowNote['code'];
  count: number;
  first: readonly RowNote[];
}

/** What a screen says of an import; the rows themselves stay where they were planned. */
export interface PlanSummary {
  people: number;
  added: number;
  updated: number;
  same: number;
  leftOut: number;
  /** The first of those who are brought up to date. */
  updates: readonly UpdatedRow[];
  asked: readonly AskedRow[];
  notes: readonly NotesOfKind[];
  /** How many come from each regency, the most first. */
  homes: readonly (readonly [regency: string, people: number])[];
}

/** How many rows do what, once some are decided. */
export interface ImportCounts {
  added: number;
  updated: number;
  /** Rows of people who are there already, and of whom nothing changes. */
  same: number;
  /** Rows that nobody has decided about. */
  undecided: number;
}

/** So many rows are named of each kind: the others are seen once these are put right. */
const mostNamed = 30;

/** Sums a plan up, with the rows that hold nobody. */
export function summarisePlan(
  { rows, repeated }: ImportPlan,
  leftOut: readonly RowNote[],
): PlanSummary {
  const counts = { new: 0, update: 0, same: 0, ask: 0 };
  const homes = new Map<string, number>();
  const updates: UpdatedRow[] = [];
  const asked: AskedRow[] = [];
  const notes = new Map<RowNote['code'], { count: number; first: RowNote[] }>();
  const tell = (note: RowNote) => {
    const ofKind = notes.get(note.code) ?? { count: 0, first: [] };
    ofKind.count += 1;
    if (ofKind.first.length < mostNamed) ofKind.first.push(note);
    notes.set(note.code, ofKind);
  };
  for (const note of leftOut) tell(note);
  for (const note of repeated) tell(note);
  for (const row of rows) {
    counts[row.is] += 1;
    if (row.is === 'ask') asked.push(row);
    if (row.is === 'update' && updates.length < mostNamed) updates.push(row);
    const home = row.person.village?.slice(0, '62.11'.length) ?? row.person.regency;
    if (home !== undefined) homes.set(home, (homes.get(home) ?? 0) + 1);
    for (const note of row.notes) tell(note);
  }
  return {
    people: rows.length,
    added: counts.new,
    updated: counts.update,
    same: counts.same,
    leftOut: repeated.length + leftOut.length,
    updates,
    asked,
    notes: [...notes].map(([code, ofKind]) => ({ code, ...ofKind })),
    homes: [...homes].sort(([, one], [, other]) => other - one),
  };
}

/** How many rows do what, with what was decided so far. */
export function countImport(
  { added, updated, same, asked }: PlanSummary,
  decisions: Decisions,
): ImportCounts {
  const counts = { added, updated, same, undecided: 0 };
  for (const row of asked) {
    const edit = editOf(row, decisions);
    if (edit === 'undecided') counts.undecided += 1;
    else if (edit === 'nothing') counts.same += 1;
    else if (edit.id === undefined) counts.added += 1;
    else counts.updated += 1;
  }
  return counts;
}
