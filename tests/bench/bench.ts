import type { Hotel } from './hotel.ts';
import type { BenchBrowser } from './browser.ts';

/** What every measurement is given. */
export interface Bench {
  seed: number;
  /** The build that is measured. */
  dist: string;
  hotel: Hotel;
  /** Opens the browser at its first use. */
  browser: () => Promise<BenchBrowser>;
  /** Sizes of history to compare, the smallest first. */
  histories: readonly number[];
  /** Says how far it is, to whoever waits. */
  say: (words: string) => void;
}
