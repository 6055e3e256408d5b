import { effect, type ReadonlySignal } from '@preact/signals';
import { Problem } from '../domain/problem.ts';
import type { Pictures, SyncStatus } from './app-services.ts';
import { listenTo, type Told } from './api/events.ts';
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
import { createBatteryView, type BatteryPart } from './device/battery.ts';
import type { Board } from './board-service.ts';
import { createBoard, readLeaving, type PagePart } from './sync/board.ts';
import { createCalled } from './sync/called.ts';
import { createEngine, type Engine } from './sync/engine.ts';
import { createLine, type Line, type LineWorld } from './sync/line.ts';
import { createPictures } from './sync/pictures.ts';
import { tellStanding } from './sync/push.ts';
import type { PictureLane, RoundWorld } from './sync/round-world.ts';

/** What only rounds and their screens need: a part of the app that is fetched after the first screen. */
export interface EngineParts {
  api: SyncApi;
  engine: Engine;
  receiptBook: ReceiptBook;
  withdrawals: Withdrawals;
  pictures: Pictures;
  board: Board;
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
  /** Without a page to look at, no line to home is kept open. */
  page: PagePart | undefined;
  browser: BatteryPart | undefined;
  status: ReadonlySignal<SyncStatus>;
  /** The sign-in of whoever is at the device. Throws `Problem` if nobody is. */
  token: () => string;
  /** The coordinator calls: sync at once. */
  onCall: () => void;
  random: () => number;
  monotonic: () => number;
};

/** Builds what syncs. */
export function buildEngine(built: EngineWorld): EngineParts {
  const { keep, cache, network, forms, writer, onKeep, page, browser, status, ...rest } = built;
  const { token, onCall, random, monotonic, ...world } = rest;
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

  const called = createCalled(monotonic);
  const battery = createBatteryView(browser, network.timers);
  const roundWorld: RoundWorld = {
    ...world,
    reportDevice: async () => {
      // Delivering waits for nothing that a browser may never answer (rule 7.2).
      const charge = battery.now()?.level;
      const leaving = await readLeaving(keep);
      const call = called.last.value?.id;
      return {
        ...(await world.reportDevice()),
        ...(charge !== undefined && { battery: charge }),
        ...(leaving && { leaving }),
        ...(call !== undefined && { call }),
      };
    },
    readWhole: receiptBook.readWhole,
    isCalled: () => called.last.value !== undefined,
    arePicturesHeld: called.arePicturesHeld,
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
  };
  const tell = () => tellStanding(roundWorld, world.people(), true);

  function openLine(line: Pick<LineWorld, 'isBoard' | 'onTold' | 'onOpen'>): Line {
    return createLine({
      ...line,
      listen: listening => listenTo(network, listening),
      token: () => world.people()[0]?.token,
      isWanted: () => page?.visibilityState === 'visible' && status.value.isOnline,
      heard: () => called.last.value?.id,
      timers: network.timers,
      random,
    });
  }

  function hear(told: Told): void {
    if (told.is !== 'call' || told.call.id === called.last.value?.id) return;
    called.hear(told.call);
    // "I am here" first: what is to be sent may take a while. What fails here fails in the round, too.
    void tell()
      .catch(() => {})
      .finally(onCall);
  }

  if (page) {
    const line = openLine({ isBoard: false, onTold: hear, onOpen: () => {} });
    page.addEventListener('visibilitychange', line.review);
    let wasOnline: boolean | undefined;
    effect(() => {
      const { isOnline } = status.value;
      if (isOnline !== wasOnline) line.review();
      wasOnline = isOnline;
    });
  }

  return {
    api,
    board: createBoard({ api, keep, called, battery, token, openLine, tell }),
    engine: createEngine(roundWorld),
    receiptBook,
    withdrawals: createWithdrawals(keep, cache, writer),
    pictures: createPictures({ store: pictures, people: world.people, loadLane, onKeep }),
  };
}
