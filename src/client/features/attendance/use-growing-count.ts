import { useLayoutEffect, useState } from 'preact/hooks';

const blocksPerStep = 2;

/**
 * How many of `total` blocks to draw by now: one at once, the rest by twos, so that opening a long
 * sheet never keeps the screen from answering a tap.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(1);
  // Right after the last step, without waiting for a frame in between.
  useLayoutEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + blocksPerStep), 0);
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
