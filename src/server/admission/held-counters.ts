import { isWithin } from '../../protocol/receipt.ts';
import type { StoreReader } from '../store/store.ts';

/** Which counters of which devices home holds, growing with a batch. */
export interface HeldCounters {
  /** Takes a counter; true if it was taken before. Counters from 1; others are never taken. */
  take: (device: string, counter: number) => boolean;
}

/** Loads what is held of these devices. */
export async function loadHeld(
  store: StoreReader,
  devices: Iterable<string>,
): Promise<HeldCounters> {
  const held = new Map<string, { ranges: [number, number][]; fresh: Set<number> }>();
  for (const device of new Set(devices))
    held.set(device, { ranges: await store.readHeld(device), fresh: new Set() });
  return {
    take(device, counter) {
      const of = held.get(device);
      if (!of || counter < 1) return false;
      const isTaken = of.fresh.has(counter) || isWithin(of.ranges, counter);
      of.fresh.add(counter);
      return isTaken;
    },
  };
}
