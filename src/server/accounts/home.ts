import type { Store } from '../store/store.ts';
import type { Keys } from './keys.ts';

/** What the verbs are given of the world. */
export interface Home {
  store: Store;
  keys: Keys;
  /** Ms since 1970. */
  clock: () => number;
  /** A new random UUID, in lower case. */
  newId: () => string;
  /** Takes note of what must not happen and yet must not stop the work. */
  reportBug: (error: unknown) => void;
}
