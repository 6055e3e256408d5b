import { signal, type ReadonlySignal } from '@preact/signals';
import type { Call } from '../../protocol/event-messages.ts';

/** What this device heard of calls, in this start of the app. */
export interface Called {
  /** The last call; undefined if there was none. */
  last: ReadonlySignal<Call | undefined>;
  hear: (call: Call) => void;
  /** True while any call asks to send pictures later. */
  arePicturesHeld: () => boolean;
}

/** No call holds pictures back for longer (rule 13.4): whoever called may have gone home. */
const longestHoldMs = 30 * 60_000;

/** Creates the memory of calls. `monotonic` is a clock that never jumps, ms. */
export function createCalled(monotonic: () => number): Called {
  const last = signal<Call | undefined>(undefined);
  const heldUntil = new Map<string, number>();
  return {
    last,
    hear: call => {
      if (call.pictures === 'later') heldUntil.set(call.stream, monotonic() + longestHoldMs);
      else heldUntil.delete(call.stream);
      last.value = call;
    },
    arePicturesHeld: () => [...heldUntil.values()].some(until => monotonic() < until),
  };
}
