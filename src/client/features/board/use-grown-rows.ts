import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoardRow } from './board-rows.ts';

/** Lines that a slow tablet draws anew in one frame. */
const perStep = 8;

/**
 * The rows as they are to be drawn by now: of those that are new or changed, a few more with every step,
 * from the top down; whatever has not had its turn stays as it was. So the board goes on answering while
 * two hundred devices sync at once.
 */
export function useGrownRows(rows: readonly BoardRow[]): readonly BoardRow[] {
  const drawn = useRef<ReadonlyMap<string, BoardRow>>(new Map());
  const [, step] = useState(0);
  const { next, isBehind } = nextStep(drawn.current, rows);
  drawn.current = new Map(next.map(row => [row.id, row]));
  useLayoutEffect(() => {
    if (!isBehind) return;
    // One step a frame: what the browser lays out between two frames is part of the cost.
    const frame = requestAnimationFrame(() => step(count => count + 1));
    return () => cancelAnimationFrame(frame);
  });
  return next;
}

/** The next step from what is drawn towards what is wanted. */
export function nextStep(
  drawn: ReadonlyMap<string, BoardRow>,
  wanted: readonly BoardRow[],
): { next: BoardRow[]; isBehind: boolean } {
  let changes = 0;
  const next = wanted.flatMap(row => {
    const before = drawn.get(row.id);
    if (before === row) return [row];
    changes += 1;
    if (changes <= perStep) return [row];
    return before ? [before] : [];
  });
  return { next, isBehind: changes > perStep };
}
