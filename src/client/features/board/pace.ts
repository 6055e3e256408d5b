/** How fast work comes in, and how long what is left will take. */
export interface Pace {
  /** Notes what is left to come, bytes, at a moment of a clock that never jumps, ms. */
  note(at: number, left: number): void;
  /** Ms until nothing is left, if it goes on as of late; undefined while nobody can tell. */
  remainingMs(): number | undefined;
  /** Begins anew: there was another call. */
  reset(): void;
}

/** What is looked back on: long enough that one slow picture does not count for all. */
const lookBackMs = 30_000;
/** Less than this says nothing yet. */
const leastMs = 2_000;

/** Creates the measure. */
export function createPace(): Pace {
  let samples: { at: number; left: number }[] = [];
  return {
    note: (at, left) => {
      samples = [...samples.filter(sample => sample.at > at - lookBackMs), { at, left }];
    },
    remainingMs: () => {
      const [first, last] = [samples[0], samples.at(-1)];
      if (!first || !last || last.at - first.at < leastMs) return undefined;
      const came = first.left - last.left;
      // More was written than came in, or nothing moves: nobody can tell.
      if (came <= 0 || last.left === 0) return undefined;
      return (last.left / came) * (last.at - first.at);
    },
    reset: () => {
      samples = [];
    },
  };
}
