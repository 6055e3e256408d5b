import { Problem } from '../domain/problem.ts';
import type { Network } from './api/http.ts';
import { createSyncApi, type SyncApi } from './api/sync-api.ts';
import { cleanSent, keptSentMs } from './data/cleaning.ts';
import { createCounters } from './data/counters.ts';
import type { KeepDatabase } from './data/keep.ts';
import { createReceiptBook, type ReceiptBook } from './data/receipt-book.ts';
import { settle } from './data/settlement.ts';
import { createEngine, type Engine } from './sync/engine.ts';
import type { PictureLane, RoundWorld } from './sync/round-world.ts';

/** What only rounds and their screens need: a part of the app that is fetched after the first screen. */
export interface EngineParts {
  api: SyncApi;
  engine: Engine;
  receiptBook: ReceiptBook;
  /** The lane of pictures, fetched when there are any. Throws `Problem` `offline` if it cannot be had. */
  loadLane: () => Promise<PictureLane>;
}

/** What is built already when the engine is. */
export type EngineWorld = Omit<
  RoundWorld,
  'api' | 'counters' | 'receipts' | 'loadLane' | 'settle' | 'clean'
> & {
  keep: KeepDatabase;
  network: Network;
};

/** Builds what syncs. */
export function buildEngine({ keep, network, ...world }: EngineWorld): EngineParts {
  const { outbox, pictures, now } = world;
  const api = createSyncApi(network);
  const receiptBook = createReceiptBook(keep);

  let lane: Promise<PictureLane> | undefined;
  const loadLane = () => (lane ??= fetchLane());

  async function fetchLane(): Promise<PictureLane> {
    try {
      const { createPictureLane } = await import('./sync/picture-lane.ts');
      return createPictureLane(network);
    } catch (failure) {
      lane = undefined;
      throw new Problem('offline', {}, failure);
    }
  }

  const engine = createEngine({
    ...world,
    api,
    counters: createCounters(keep, outbox.readWaiting),
    receipts: receiptBook,
    loadLane,
    settle: (asked, resolved) => settle(keep, asked, resolved, now()),
    clean: async () => {
      await cleanSent(keep, now(), { olderThanMs: keptSentMs, most: 300 });
      await pictures.clean();
    },
  });

  return { api, engine, receiptBook, loadLane };
}
