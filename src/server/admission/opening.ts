import { readStream } from '../../domain/stream.ts';
import type { StoreReader } from '../store/store.ts';
import type { Unjudged } from './arrival.ts';
import type { Counters } from './counters.ts';
import type { RightsLedger } from './rights-ledger.ts';

/**
 * The trainings among a batch's streams that nobody has opened yet (rule 4.7). A decision opens nothing:
 * one may lie in a stream that somebody only thought was there.
 */
export async function findUnopened(
  store: StoreReader,
  rows: readonly Unjudged[],
  counters: Counters,
  rights: RightsLedger,
): Promise<Set<string>> {
  const trainings = new Set(
    rows.map(({ stream }) => stream).filter(stream => readStream(stream)?.kind === 'training'),
  );
  const fresh = [...trainings].filter(stream => counters.isNew(stream));
  // Only somebody who acts everywhere without a place in the stream could be about to open it.
  const doubtful = rows
    .filter(row => trainings.has(row.stream) && !counters.isNew(row.stream))
    .filter(row => !rights.hasPlace(row) && rights.couldActEverywhere(row))
    .map(({ stream }) => stream);
  const opened = await store.findOpened([...new Set(doubtful)]);
  return new Set([...fresh, ...doubtful.filter(stream => !opened.has(stream))]);
}
