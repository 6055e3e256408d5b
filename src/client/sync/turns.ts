/** The part of the browser's lock manager that is used; missing where there is none. */
export type Locks = Pick<LockManager, 'request'>;

const lockName = 'jukung-sync';

/** A loop that has held the turn for so long was frozen in the background: it loses its turn. */
const patienceMs = 120_000;

/** Runs `work` when no other tab is at it. False if another one is. */
export type TakeTurn = (work: (turn: AbortSignal) => Promise<void>) => Promise<boolean>;

/**
 * One loop at a time over all tabs. That only saves work: two loops at once break nothing (rule 7.8), so
 * without locks everybody has a turn. When the turn is taken away, `turn` is aborted and the answer is
 * false. `now` is any steady clock, ms.
 */
export function createTurns(locks: Locks | undefined, now: () => number): TakeTurn {
  let refusedSince: number | undefined;

  return async work => {
    const turn = new AbortController();
    if (!locks) {
      await work(turn.signal);
      return true;
    }
    const isStuck = refusedSince !== undefined && now() - refusedSince > patienceMs;
    let isMine = false;
    try {
      await locks.request(
        lockName,
        isStuck ? { steal: true } : { ifAvailable: true },
        async lock => {
          if (!lock) return;
          isMine = true;
          await work(turn.signal);
        },
      );
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
      return false;
    } finally {
      turn.abort();
      refusedSince = isMine ? undefined : (refusedSince ?? now());
    }
    return isMine;
  };
}
