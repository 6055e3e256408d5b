import { cellLine, type Rows } from './cell.ts';
import { columnOf, type Column } from './column.ts';
import { columnsAt } from './columns-at.ts';
import { guessByContent } from './guess-by-content.ts';

/** Where in a sheet the people stand. */
export interface Layout {
  /** The place of the last row that heads the columns, from 0; -1 if none does. What is above is no person. */
  header: number;
  /** What each column holds, from the left. */
  columns: readonly Column[];
}

/** Title lines, letterheads and notes stand above the headings; further down nobody puts any. */
const mostAbove = 40;

/**
 * Guesses which row heads the columns and what each column holds: by the words offices use, also where
 * the headings take two rows; by what stands below where there are none.
 */
export function guessLayout(rows: Rows): Layout {
  const lines = rows.slice(0, mostAbove + 1).map(row => row.map(cellLine));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let best: { header: number; columns: Column[]; score: number } | undefined;
  lines.slice(0, mostAbove).forEach((line, at) => {
    for (const below of [undefined, lines[at + 1]]) {
      if (below && !isSecondHeading(line, below)) continue;
      const columns = columnsAt(line, below, width);
      const score = scoreOf(columns, below ?? line);
      if (score > (best?.score ?? 0)) best = { header: at + (below ? 1 : 0), columns, score };
    }
  });
  if (best) return { header: best.header, columns: best.columns };
  return { header: -1, columns: guessByContent(rows, width) };
}

/** True for a row that only says more of the one above it: every word of it is a heading's. */
function isSecondHeading(above: readonly string[], below: readonly string[]): boolean {
  const said = below.filter((text, at) => text !== '' && text !== above[at]);
  return said.length > 0 && said.every(text => columnOf(text) !== undefined);
}

/** How much a row looks like headings; 0 if it does not name people. */
function scoreOf(columns: readonly Column[], line: readonly string[]): number {
  const known = columns.filter(column => column !== 'ignored');
  if (!known.includes('name')) return 0;
  const said = line.filter(text => text !== '').length;
  // A title such as "Daftar nama peserta" names people as well.
  if (known.length === 1 && said <= 1 && !/^nama( (lengkap|peserta))?$/i.test(line.join('').trim()))
    return 0;
  return known.length;
}
