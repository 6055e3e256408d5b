import { useEffect, useRef, useState } from 'preact/hooks';
import type { SheetRow } from './sheet-rows.ts';

/** As many lines as a slow tablet draws between two frames. */
const linesPerStep = 8;

/**
 * The rows as far as they are to be drawn by now. When many change at once, as with "all present",
 * they follow in steps, so that the screen goes on answering; a few change at once.
 */
export function useSteppedRows(rows: readonly SheetRow[]): readonly SheetRow[] {
  const drawn = useRef(rows);
  const [, step] = useState(0);
  drawn.current = approach(drawn.current, rows);
  const isBehind = drawn.current !== rows;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => step(count => count + 1), 0);
    return () => clearTimeout(timer);
  });
  return drawn.current;
}

function approach(drawn: readonly SheetRow[], rows: readonly SheetRow[]): readonly SheetRow[] {
  const isOtherPeople =
    drawn.length !== rows.length || rows.some((row, at) => row.person !== drawn[at]?.person);
  if (isOtherPeople) return rows;
  const changed = rows.flatMap((row, at) => (row === drawn[at] ? [] : [at]));
  if (changed.length <= linesPerStep) return rows;
  const next = new Set(changed.slice(0, linesPerStep));
  return rows.map((row, at) => (next.has(at) ? row : (drawn[at] ?? row)));
}
