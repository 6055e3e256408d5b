import type { Cell, Rows } from './cell.ts';

/** Cells that were joined to one; all counted from 0, both ends included. */
export interface Merged {
  startRow: number;
  endRow: number;
  startCol: number;
  endCol: number;
}

/**
 * Writes what a joined cell says into each of its rows, in its first column: a kabupaten that stands
 * once beside five people holds for all five, and a title over ten columns is still one cell.
 */
export function fillMerged(rows: Rows, merged: readonly Merged[]): Rows {
  const tall = merged.filter(({ startRow, endRow }) => endRow > startRow);
  if (tall.length === 0) return rows;
  const filled: Cell[][] = rows.map(row => [...row]);
  for (const { startRow, endRow, startCol } of tall) {
    const said = rows[startRow]?.[startCol] ?? '';
    if (said === '') continue;
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at += 1) {
      const row = filled[at] as Cell[];
      while (row.length <= startCol) row.push('');
      row[startCol] = said;
    }
  }
  return filled;
}
