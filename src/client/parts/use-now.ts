import { useEffect, useState } from 'preact/hooks';

/** The time in ms, as `now` tells it; looked at again every `everyMs`, and when the page comes back into sight. */
export function useNow(now: () => number, everyMs = 30_000): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now, everyMs]);
  return at;
}
