import type { Timers } from '../api/deadline.ts';
import type { Battery } from '../board-service.ts';

/** The part of the browser's `navigator` that is used; most browsers have none of it. */
export interface BatteryPart {
  getBattery?: () => Promise<{ level: number; charging: boolean }>;
}

/** The battery, as far as the browser tells of it. */
export interface BatteryView {
  /** How it stands now; undefined where the browser does not tell, or has not yet. Never waits. */
  now: () => Battery | undefined;
  /** The same, after the browser had a second to tell. Never fails. */
  read: () => Promise<Battery | undefined>;
}

/** Some browsers never answer: nobody waits longer than this, ms. */
const patienceMs = 1_000;

/** Asks the browser once, and follows what it gave. */
export function createBatteryView(browser: BatteryPart | undefined, timers: Timers): BatteryView {
  let given: { level: number; charging: boolean } | undefined;
  const asked = (async () => {
    try {
      given = await browser?.getBattery?.();
    } catch {
      // Not told, as by most.
    }
  })();
  const now = () => given && { level: given.level, isCharging: given.charging };
  return {
    now,
    read: async () => {
      await Promise.race([
        asked,
        new Promise<void>(resolve => void timers.after(patienceMs, resolve)),
      ]);
      return now();
    },
  };
}
