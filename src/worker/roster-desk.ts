import { guessLayout } from '../domain/roster/guess-layout.ts';
import { importEdits } from '../domain/roster/import-edits.ts';
import { createPlaceMatcher } from '../domain/roster/match-place.ts';
import { createPlanner, type PlannedRow } from '../domain/roster/plan-import.ts';
import { createRowReader } from '../domain/roster/read-rows.ts';
import type { RowNote } from '../domain/roster/row-note.ts';
import { summarisePlan, type PlanSummary } from '../domain/roster/summarise-plan.ts';
import { openTable, TableError, type Table } from './open-table.ts';
import type { PlanWanted, RosterAnswer, RosterAsk } from './roster-messages.ts';

/** So many rows a screen shows of a sheet, title lines included. */
const shownRows = 60;
/** Rows between two looks at the clock, and ms between two words on how far it is. */
const perLook = 250;
const perWord = 80;

/** Reads files and plans imports; holds the file that was read last, and the last plan. `say` is told how far it is. */
export function createRosterDesk(say: (answer: RosterAnswer) => void) {
  let tables: Table[] = [];
  let planned: readonly PlannedRow[] = [];

  return async (asked: RosterAsk): Promise<void> => {
    if (asked.ask === 'plan') {
      say({ is: 'plan', summary: plan(asked) });
      return;
    }
    if (asked.ask === 'edits') {
      say({ is: 'edits', edits: importEdits(planned, asked.decisions) });
      return;
    }
    planned = [];
    try {
      tables = await openTable(asked.source);
      say({
        is: 'read',
        sheets: tables.map(({ name, rows }) => ({
          name,
          rows: rows.slice(0, shownRows),
          count: rows.length,
          layout: guessLayout(rows),
        })),
      });
    } catch (failure) {
      if (!(failure instanceof TableError)) throw failure;
      say({ is: 'trouble', trouble: failure.trouble });
    }
  };

  function plan({ sheet, layout, places, here }: PlanWanted): PlanSummary {
    const rows = tables[sheet]?.rows ?? [];
    const readRow = createRowReader(rows, layout, createPlaceMatcher(places));
    const planner = createPlanner(here);
    const leftOut: RowNote[] = [];
    let said = performance.now();
    for (let at = 0; at < rows.length; at += 1) {
      const read = readRow(at);
      if (read && 'leftOut' in read) leftOut.push(read.leftOut);
      else if (read) planner.add(read);
      if (at % perLook === 0 && performance.now() - said >= perWord) {
        said = performance.now();
        say({ is: 'progress', done: at, total: rows.length });
      }
    }
    const made = planner.plan();
    planned = made.rows;
    return summarisePlan(made, leftOut);
  }
}
