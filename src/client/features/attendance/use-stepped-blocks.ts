import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { blocksOf, stepTowards, type SheetBlock } from './sheet-blocks.ts';
import type { SheetRow } from './sheet-rows.ts';

/**
 * The blocks as they are to be drawn by now. When much changes at once, as with "all present" or when a
 * search is cleared, they follow in steps, so that the screen goes on answering.
 */
export function useSteppedBlocks(
  rows: readonly SheetRow[],
  inSight: ReadonlySet<string>,
): { blocks: readonly SheetBlock[]; isBehind: boolean } {
  const drawn = useRef<readonly SheetBlock[]>([]);
  const [, step] = useState(0);
  const latest = useRef<readonly SheetBlock[]>([]);
  const wanted = useMemo(
    () => (latest.current = blocksOf(rows, inSight, latest.current)),
    [rows, inSight],
  );
  drawn.current = stepTowards(drawn.current, wanted);

  const isBehind = drawn.current !== wanted;
  useLayoutEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => step(count => count + 1), 0);
    return () => clearTimeout(timer);
  });
  return { blocks: drawn.current, isBehind };
}
