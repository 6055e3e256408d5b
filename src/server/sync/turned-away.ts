/** Remembered at most: far more than there are tablets in one province. */
const mostDevices = 10_000;
/** For so long after it last came; its longest wait before a next try is five minutes and a half of it. */
const rememberedMs = 10 * 60_000;

/** Who was turned away and has not been served since. */
export interface TurnedAway {
  /** Since when the device has waited; undefined if it was not turned away of late. */
  since(device: string): number | undefined;
  /** Notes that a device, waiting since then, was turned away now. What was noted first stands. */
  note(device: string, since: number): void;
  forget(device: string): void;
  /** How many have waited since before that, those in `here` aside. */
  countBefore(since: number, here: ReadonlySet<string>): number;
}

/** A memory with bounds: whoever has not come for longest is forgotten first. */
export function createTurnedAway(clock: () => number): TurnedAway {
  const seen = new Map<string, { since: number; at: number }>();
  return {
    since(device) {
      const known = seen.get(device);
      return known && known.at + rememberedMs > clock() ? known.since : undefined;
    },
    note(device, since) {
      const first = Math.min(since, this.since(device) ?? Infinity);
      seen.delete(device);
      seen.set(device, { since: first, at: clock() });
      for (const [oldest, { at }] of seen) {
        if (seen.size <= mostDevices && at + rememberedMs > clock()) break;
        seen.delete(oldest);
      }
    },
    forget: device => void seen.delete(device),
    countBefore(since, here) {
      let count = 0;
      for (const [device, one] of seen)
        if (one.since < since && one.at + rememberedMs > clock() && !here.has(device)) count += 1;
      return count;
    },
  };
}
