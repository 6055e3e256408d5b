import { Problem } from '../domain/problem.ts';
import type { Pictures } from './app-services.ts';
import type { Network } from './api/http.ts';
import { createSyncApi, type Forms, type SyncApi } from './api/sync-api.ts';
import { cleanSent, keptSentMs } from './data/cleaning.ts';
import { createCounters } from './data/counters.ts';
import type { CacheDatabase } from './data/cache.ts';
import type { KeepDatabase } from './data/keep.ts';
import type { WriterWorld } from './data/new-row.ts';
import { undoFailedWithdrawals } from './data/failed-withdrawal.ts';
import { createReceiptBook, type ReceiptBook } from './data/receipt-book.ts';
import { settle } from './data/settlement.ts';
import { createWithdrawals, type Withdrawals } from './data/withdrawal.ts';
import { createEngine, type Engine } from './sync/engine.ts';
import { createPictures } from './sync/pictures.ts';
import type { PictureLane, RoundWorld } from './sync/round-world.ts';

/** What only rounds and their screens need: a part of the app that is fetched after the first screen. */
export interface EngineParts {
  api: SyncApi;
  engine: Engine;
  receiptBook: ReceiptBook;
  withdrawals: Withdrawals;
  pictures: Pictures;
}

/** What is built already when the engine is. */
export type EngineWorld = Omit<
  RoundWorld,
  'api' | 'counters' | 'receipts' | 'loadLane' | 'settle' | 'clean'
> & {
  keep: KeepDatabase;
  cache: CacheDatabase;
  writer: WriterWorld;
  /** A picture was kept. */
  onKeep: () => void;
  network: Network;
  forms: Forms;
};

/** Builds what syncs. */
export function buildEngine(built: EngineWorld): EngineParts {
  const { keep, cache, network, forms, writer, onKeep, ...world } = built;
  const { outbox, pictures, now } = world;
  const api = createSyncApi(network, forms);
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
      await undoFailedWithdrawals(keep);
      await cleanSent(keep, now(), { olderThanMs: keptSentMs, most: 300 });
      await pictures.clean();
    },
  });

  return {
    api,
    engine,
    receiptBook,
    withdrawals: createWithdrawals(keep, cache, writer),
    pictures: createPictures({ store: pictures, people: world.people, loadLane, onKeep }),
  };
}
