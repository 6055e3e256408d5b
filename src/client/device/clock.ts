import { signal, type ReadonlySignal } from '@preact/signals';
import type { DeviceStore } from './device-store.ts';

/** A jump of the clock by more than this is noticed, ms. */
const jumpMs = 2_000;

/** A clock that is further off than this is called wrong, ms. */
const wrongMs = 120_000;

/** An offset is known to half the time the answer took; slower answers are not measured by, ms. */
const slowestMs = 10_000;

/** How often the time is kept while nothing else changes, ms: a restart notices no smaller step back. */
const keepEveryMs = 10_000;

const storeKey = 'clock';

/** What is known of the device's clock, as an operation carries it. */
export interface ClockReading {
  /** The clock itself, ms. */
  wall: number;
  /** Home's clock minus it, ms; null when home's was not seen since the last jump. */
  off: number | null;
  /** Rises with every jump that was noticed. */
  clk: number;
}

/** The device's clock, which is often wrong and sometimes set anew. */
export interface Clock {
  read: () => ClockReading;
  /** Home's clock showed `homeNow` at some moment between `askedAt` and `answeredAt` of this one. */
  measure: (seen: { homeNow: number; askedAt: number; answeredAt: number }) => void;
  /** True when the clock was off by more than two minutes when it was last measured. */
  isWrong: ReadonlySignal<boolean>;
}

interface Kept {
  clk: number;
  off: number | null;
  lastWall: number;
}

/** What a clock needs of the world. */
export interface ClockWorld {
  store: DeviceStore;
  /** The device's clock, ms. */
  now: () => number;
  /** A clock that nobody can set and that begins anew with every start, ms. */
  monotonic: () => number;
}

/**
 * Opens the clock. A jump is noticed by the two clocks' parting, and over a restart by time going back. A
 * device that slept looks like one whose clock was set forward, where the steady clock sleeps too; then
 * the offset is forgotten without need, which costs no more than an uncertain stamp.
 */
export async function openClock({ store, now, monotonic }: ClockWorld): Promise<Clock> {
  const kept = await store.get<Kept>(storeKey);
  let clk = kept?.clk ?? 1;
  let off = kept?.off ?? null;
  let apart = now() - monotonic();
  let keptAt = kept?.lastWall ?? 0;
  const isWrong = signal(isOffWrong(off));
  if (now() < keptAt) jump();

  function jump(): void {
    clk += 1;
    off = null;
    keep();
  }

  function keep(): void {
    keptAt = now();
    const value: Kept = { clk, off, lastWall: keptAt };
    // A clock number that was not kept is at worst given to two clocks; the work must not wait for it.
    void store.set(storeKey, value).catch(() => {});
  }

  function read(): ClockReading {
    const wall = now();
    const apartNow = wall - monotonic();
    if (Math.abs(apartNow - apart) > jumpMs) {
      apart = apartNow;
      jump();
    }
    if (wall - keptAt > keepEveryMs) keep();
    return { wall, off, clk };
  }

  function measure(seen: { homeNow: number; askedAt: number; answeredAt: number }): void {
    const before = clk;
    read();
    const tookMs = seen.answeredAt - seen.askedAt;
    if (clk !== before || tookMs < 0 || tookMs > slowestMs) return;
    off = Math.round(seen.homeNow - (seen.askedAt + seen.answeredAt) / 2);
    isWrong.value = isOffWrong(off);
    keep();
  }

  return { read, measure, isWrong };
}

function isOffWrong(off: number | null): boolean {
  return off !== null && Math.abs(off) > wrongMs;
}
