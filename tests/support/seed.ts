import fc from 'fast-check';

/**
 * The seed of this run's random tests: `SEED=…` to repeat one, else the time. Printed once per file, so
 * that a failure can be had again.
 */
export function announceSeed(file: string): number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
  process.stdout.write(`${file}: SEED=${seed}\n`);
  fc.configureGlobal({ seed });
  return seed;
}

/** A small generator with a seed (mulberry32): the same seed gives the same chances everywhere. */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** 0 ≤ x < 1. */
    next,
    /** A whole number, 0 ≤ x < `below`. */
    below: (below: number) => Math.floor(next() * below),
    /** True in `share` of the cases. */
    happens: (share: number) => next() < share,
    /** One of a list that is not empty. */
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    /** A random UUID. */
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

export type Chance = ReturnType<typeof createChance>;
