import { useEffect, useState } from 'preact/hooks';

/** A value one turn later: what is typed appears at once, and what follows from it right after. */
export function useDeferred<T>(value: T): T {
  const [deferred, setDeferred] = useState(value);
  useEffect(() => {
    if (deferred === value) return;
    const timer = setTimeout(() => setDeferred(value), 0);
    return () => clearTimeout(timer);
  }, [value, deferred]);
  return deferred;
}
