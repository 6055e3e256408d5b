import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

/** A function that stays the same while what it does is that of the last rendering: for rows that must not draw again. */
export function useStable<Arguments extends unknown[], Result>(
  act: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useMemo(
    () =>
      (...args: Arguments) =>
        latest.current(...args),
    [],
  );
}
