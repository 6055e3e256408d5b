import { isFound } from '../../../domain/search-text.ts';
import type { SheetRow } from './sheet-rows.ts';

export const sheetFilters = ['all', 'missing', 'exceptions'] as const;

/** Everybody, those not yet recorded, or those recorded as something other than present. */
export type SheetFilter = (typeof sheetFilters)[number];

export function passesFilter(
  { mark, isExpected, differences }: SheetRow,
  filter: SheetFilter,
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'missing':
      return mark === null && isExpected;
    case 'exceptions':
      return (mark !== null && mark.status !== 'hadir') || differences.length > 0;
  }
}

/**
 * Who is in sight. Somebody whom a filter once let through stays until another filter or search is
 * chosen: else the list would close up under the finger, and the next tap would mark somebody else.
 * `kept` holds them, and is added to here.
 */
export function rowsInSight(
  rows: readonly SheetRow[],
  filter: SheetFilter,
  typed: string,
  kept: Set<string>,
): Set<string> {
  const inSight = new Set<string>();
  for (const row of rows) {
    const { id, searchable } = row.person;
    if (passesFilter(row, filter)) kept.add(id);
    if (kept.has(id) && isFound(typed, searchable)) inSight.add(id);
  }
  return inSight;
}
