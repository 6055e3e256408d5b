import { Problem } from '../../domain/problem.ts';

/** Timers, handed in so that tests need not wait. */
export interface Timers {
  /** Runs `run` once after `ms`; the returned function calls that off. */
  after(ms: number, run: () => void): () => void;
}

/** A time by which something must have come about. */
export interface Deadline {
  /** Aborted when the time is over. */
  signal: AbortSignal;
  /** What `work` gives, or `Problem` `timeout` when the time is over first: some work ignores its signal. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Begins the time anew, because something has come. */
  extend(): void;
  stop(): void;
}

/** Starts a deadline of `ms`. */
export function startDeadline(timers: Timers, ms: number): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const expire = () => controller.abort(new Problem('timeout'));
  let callOff = timers.after(ms, expire);
  return {
    signal,
    hold: work =>
      new Promise((resolve, reject) => {
        const give = () => reject(new Problem('timeout'));
        if (signal.aborted) give();
        signal.addEventListener('abort', give, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
      }),
    extend: () => {
      callOff();
      callOff = timers.after(ms, expire);
    },
    stop: () => callOff(),
  };
}
