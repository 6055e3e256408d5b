import type { Rows } from '../domain/roster/cell.ts';
import type { Layout } from '../domain/roster/guess-layout.ts';
import type { Place } from '../domain/roster/match-place.ts';
import type { Decisions, ImportEdit } from '../domain/roster/import-edits.ts';
import type { PersonHere } from '../domain/roster/plan-import.ts';
import type { PlanSummary } from '../domain/roster/summarise-plan.ts';

/** Why a file is not read. */
export type TableTrouble =
  | 'empty'
  /** Larger than `mostBytes`. */
  | 'too-big'
  /** A small file that would unpack to more than memory should hold. */
  | 'bomb'
  | 'too-many-rows'
  | 'password'
  /** Excel's file of before 2007. */
  | 'old-excel'
  /** A page of a browser, whatever its name ends in. */
  | 'web-page'
  | 'pdf'
  /** A letter, slides, or a spreadsheet of another program. */
  | 'other-office'
  | 'not-a-table'
  | 'broken';

/** One sheet of a file, as far as a screen shows it. */
export interface SheetHead {
  name: string;
  /** The first rows. */
  rows: Rows;
  /** How many rows there are in all. */
  count: number;
  /** As it was guessed. */
  layout: Layout;
}

/** Which sheet is to be taken over, how it is to be read, and what is there already. */
export interface PlanWanted {
  sheet: number;
  layout: Layout;
  places: readonly Place[];
  here: readonly PersonHere[];
}

/** What is asked of the worker; it answers in order. */
export type RosterAsk =
  | { ask: 'read'; source: Blob | string }
  | ({ ask: 'plan' } & PlanWanted)
  /** What the plan made last comes to. */
  | { ask: 'edits'; decisions: Decisions };

/** What the worker says: how far it is, then what came of it. */
export type RosterAnswer =
  | { is: 'progress'; done: number; total: number }
  | { is: 'read'; sheets: readonly SheetHead[] }
  | { is: 'trouble'; trouble: TableTrouble }
  | { is: 'plan'; summary: PlanSummary }
  | { is: 'edits'; edits: readonly ImportEdit[] };
