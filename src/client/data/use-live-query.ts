import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** Reads from Dexie, and reads again whenever the rows it touched change. Undefined until the first answer. */
export function useLiveQuery<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
): T | undefined {
  const [outcome, setOutcome] = useState<{ value?: T; failure?: unknown }>({});
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: value => setOutcome({ value }),
      error: (failure: unknown) => setOutcome({ failure }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  if (outcome.failure) throw outcome.failure;
  return outcome.value;
}
