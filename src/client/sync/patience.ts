const firstWaitMs = 2_000;
const longestWaitMs = 300_000;

/** How long to wait after failures (rule 7.7). */
export interface Patience {
  succeed(): void;
  /** Notes a failure, with the wait home asked for, if it did. Gives the wait until the next try, ms. */
  fail(retryAfterMs: number | undefined): number;
  /** What is left of the wait that home asked for, ms; only a person may overrule it. */
  leastWaitMs(): number;
  /** What is left of the whole wait, ms. */
  wholeWaitMs(): number;
}

/**
 * Full jitter: any wait up to a bound that doubles to five minutes, so that forty tablets that lost the
 * same Wi-Fi do not come back together. What home asks for is the least, plus up to half of it.
 */
export function createPatience(random: () => number, monotonic: () => number): Patience {
  let failures = 0;
  let notBefore = 0;
  let nextAt = 0;
  const left = (at: number) => Math.max(0, at - monotonic());
  return {
    succeed: () => {
      failures = 0;
      notBefore = 0;
      nextAt = 0;
    },
    fail: retryAfterMs => {
      failures += 1;
      const least = retryAfterMs === undefined ? 0 : retryAfterMs * (1 + random() / 2);
      const bound = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
      const waitMs = Math.ceil(Math.max(least, bound * random()));
      notBefore = monotonic() + least;
      nextAt = monotonic() + waitMs;
      return waitMs;
    },
    leastWaitMs: () => left(notBefore),
    wholeWaitMs: () => left(nextAt),
  };
}
