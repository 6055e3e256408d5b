/** The counters of the streams that a transaction holds (rule 4.10). */
export interface Counters {
  has(stream: string): boolean;
  /** Takes over streams that were locked later. */
  add(locked: ReadonlyMap<string, number>): void;
  /** Those of the streams that are not locked. */
  missing(streams: readonly string[]): string[];
  /** True while nothing was ever admitted there. */
  isNew(stream: string): boolean;
  /** Takes the stream's next number. */
  next(stream: string): number;
  /** Those that moved on. */
  changed(): Map<string, number>;
}

/** Counts on from what the streams' rows say. */
export function countOnFrom(first: ReadonlyMap<string, number>): Counters {
  const locked = new Map(first);
  const changed = new Map<string, number>();
  const current = (stream: string) => {
    const counter = changed.get(stream) ?? locked.get(stream);
    if (counter === undefined) throw new Error(`stream ${stream} is not locked`);
    return counter;
  };
  return {
    has: stream => locked.has(stream),
    add(more) {
      for (const [stream, counter] of more) locked.set(stream, counter);
    },
    missing: streams => streams.filter(stream => !locked.has(stream)),
    isNew: stream => current(stream) === 0,
    next(stream) {
      const counter = current(stream) + 1;
      changed.set(stream, counter);
      return counter;
    },
    changed: () => changed,
  };
}
