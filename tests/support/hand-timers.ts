import type { Timers } from '../../src/client/api/deadline.ts';

/** Timers that run when the test says so, and the steady clock that goes with them. */
export interface HandTimers extends Timers {
  now: () => number;
  /** Lets time pass: runs what is due, in order, and lets each settle before the next. */
  advance: (ms: number) => Promise<void>;
  /** Ms until each timer that is set, shortest first. */
  pending: () => number[];
}

/** Timers that stand still at first. */
export function createHandTimers(): HandTimers {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const settle = () => new Promise<void>(resolve => void setImmediate(resolve));

  return {
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
    now: () => now,
    advance: async ms => {
      const until = now + ms;
      await settle();
      for (;;) {
        const [next] = timers.filter(timer => timer.at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter(timer => timer !== next);
        now = next.at;
        next.run();
        await settle();
      }
      now = until;
    },
    pending: () => timers.map(timer => timer.at - now).sort((a, b) => a - b),
  };
}
