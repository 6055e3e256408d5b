import type { Home } from '../accounts/home.ts';
import type { StoredOperation } from '../store/store.ts';
import { receiveAgain } from './arrival.ts';
import type { HomeOperations } from './home-operations.ts';

/** Most lines read, and judged, in one transaction. */
const most = 500;

/**
 * Judges again what no earlier version understood (rule 4.14); to be called when a server starts. Gives
 * how many were understood now.
 */
export async function replayOpaque(home: Home, operations: HomeOperations): Promise<number> {
  let understood = 0;
  let last: StoredOperation | undefined;
  for (;;) {
    const opaque = await home.store.findOpaque(most, last);
    const arrivals = opaque.flatMap(stored => receiveAgain(stored) ?? []);
    if (arrivals.length > 0) await home.store.transaction(tx => operations.admit(tx, arrivals));
    understood += arrivals.length;
    last = opaque.at(-1);
    if (opaque.length < most) return understood;
  }
}
