import { Problem } from '../../domain/problem.ts';

const mostWrongTries = 10;
const windowMs = 15 * 60_000;
/** So that made-up device ids cannot fill the memory; the oldest are forgotten first. */
const mostCounted = 10_000;

export interface GuessLimit {
  /** Throws `too-many-tries` if any of these has been wrong too often of late. */
  assertMayTry(tryers: readonly string[]): void;
  countWrong(tryers: readonly string[]): void;
}

/**
 * Counts wrong codes by whatever the caller names: the device and the code, never the address, because
 * a whole hotel is one address. Forgotten at a restart, which 40 bits of code can afford.
 */
export function createGuessLimit(clock: () => number): GuessLimit {
  const wrong = new Map<string, { tries: number; endsAt: number }>();
  const current = (tryer: string) => {
    const count = wrong.get(tryer);
    return count && count.endsAt > clock() ? count : undefined;
  };
  return {
    assertMayTry(tryers) {
      for (const tryer of tryers) {
        const count = current(tryer);
        if (count && count.tries >= mostWrongTries)
          throw new Problem('too-many-tries', { retryAfterMs: count.endsAt - clock() });
      }
    },
    countWrong(tryers) {
      for (const tryer of tryers) {
        const count = current(tryer) ?? { tries: 0, endsAt: clock() + windowMs };
        wrong.delete(tryer);
        wrong.set(tryer, { ...count, tries: count.tries + 1 });
        const [oldest] = wrong.keys();
        if (wrong.size > mostCounted && oldest !== undefined) wrong.delete(oldest);
      }
    },
  };
}
