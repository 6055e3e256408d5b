import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStable } from './use-stable.ts';

/** Pauses shorter than this are taken as still typing. */
const pauseMs = 1_500;

/**
 * Saves what is being typed or counted up once it rests for a moment, when the page goes out of sight,
 * and at the latest when its place on the screen closes. A page that is left before it rests asks whether to
 * stay: a write begun while a page is taken down is not carried through. Returns what to call with every new value.
 */
export function useLateSaving<T>(save: (value: T) => void): (value: T) => void {
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);

  const flush = useStable(() => {
    if (!waiting.current) return;
    const { value, timer } = waiting.current;
    waiting.current = undefined;
    clearTimeout(timer);
    save(value);
  });

  const hold = useStable((event: BeforeUnloadEvent) => {
    if (!waiting.current) return;
    event.preventDefault();
    flush();
  });

  // A layout effect ends at once when its place closes; a plain one only after the next paint.
  useLayoutEffect(() => {
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', hold);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', hold);
      flush();
    };
  }, [flush, hold]);

  return useStable((value: T) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = { value, timer: setTimeout(flush, pauseMs) };
  });
}
