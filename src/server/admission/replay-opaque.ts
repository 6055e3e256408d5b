import type { Home } from '../accounts/home.ts';
import { receiveAgain } from './arrival.ts';
import type { HomeOperations } from './home-operations.ts';

/** Most lines judged in one transaction. */
const most = 500;

/**
 * Judges again what no earlier version understood (rule 4.14); to be called when a server starts. Gives
 * how many were understood now.
 */
export async function replayOpaque(home: Home, operations: HomeOperations): Promise<number> {
  // All of them each time: what is still not understood stays in front.
  const opaque = await home.store.findOpaque(Number.MAX_SAFE_INTEGER);
  const understood = opaque.flatMap(stored => receiveAgain(stored) ?? []);
  for (let first = 0; first < understood.length; first += most) {
    const some = understood.slice(first, first + most);
    await home.store.transaction(tx => operations.admit(tx, some));
  }
  return understood.length;
}
