/** Before anything is measured: a small push on a small machine, ms. */
const guessMs = 10;
/** How much the latest turn counts beside all that came before. */
const share = 0.2;

/** How long requests take, as measured of late. */
export interface Speedometer {
  /** Runs a turn of that many requests and measures it. */
  measure<T>(requests: number, run: () => Promise<T>): Promise<T>;
  /** How long that many requests will take, ms; what runs now is counted as not begun. */
  msFor(requests: number): number;
}

/** A moving average over turns. */
export function createSpeedometer(clock: () => number): Speedometer {
  let msEach = guessMs;
  let running = 0;
  return {
    async measure(requests, run) {
      const startedAt = clock();
      running = requests;
      try {
        return await run();
      } finally {
        running = 0;
        // A clock that was set back measures nothing.
        const ms = Math.max(0, clock() - startedAt) / requests;
        msEach += (ms - msEach) * share;
      }
    },
    msFor: requests => (requests + running) * msEach,
  };
}
