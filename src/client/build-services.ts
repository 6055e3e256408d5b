import * as v from 'valibot';
import { Problem } from '../domain/problem.ts';
import { openTerritory, type Territory, type TerritoryFile } from '../domain/territory.ts';
import { schemaVersion } from '../protocol/messages.ts';
import { openAccount } from './account/account.ts';
import { createApi } from './api/api.ts';
import type { AppServices } from './app-services.ts';
import { takeBallast } from './data/ballast.ts';
import { createBase } from './data/base.ts';
import { CacheDatabase } from './data/cache.ts';
import { cleanSent, keptSentMs } from './data/cleaning.ts';
import { createCounters } from './data/counters.ts';
import { openDeviceId } from './data/device-id.ts';
import { exportUnsent } from './data/export-unsent.ts';
import { createGiven } from './data/given.ts';
import { KeepDatabase } from './data/keep.ts';
import { createOutbox } from './data/outbox.ts';
import { createPictureStore } from './data/picture-store.ts';
import { createReceiptBook } from './data/receipt-book.ts';
import { createRecords } from './data/records.ts';
import { settle } from './data/settlement.ts';
import { createWithdrawals } from './data/withdrawal.ts';
import { openClock } from './device/clock.ts';
import { openDeviceStore } from './device/device-store.ts';
import { openSettings } from './device/settings.ts';
import { createStorage } from './device/storage.ts';
import { createUpdates } from './device/updates.ts';
import { createAttention } from './sync/attention.ts';
import { createEngine } from './sync/engine.ts';
import { createPictures } from './sync/pictures.ts';
import { createSchedule } from './sync/schedule.ts';
import { openStatus } from './sync/status.ts';
import type { PictureLane } from './sync/round-world.ts';
import { createTurns } from './sync/turns.ts';
import type { World } from './world.ts';

/** The app's services, and the few things that only whoever builds them does. */
export interface BuiltServices extends AppServices {
  /** Begins to sync by itself, to follow the network, and to look for new versions. */
  start(): void;
  /** One round now, outside of the loop. True if nothing was left to do. Throws `Problem`. */
  runRound(): Promise<boolean>;
  /** Ends the loop and closes the databases. */
  close(): void;
}

const territorySchema = v.custom<TerritoryFile>(
  file => typeof file === 'object' && file !== null && 'villages' in file,
);

/** Builds one whole device, without screens. Needs no network. */
export async function buildServices(world: World): Promise<BuiltServices> {
  const { databaseName, now, monotonic, newId, random, timers } = world;
  const keep = new KeepDatabase(databaseName);
  const cache = new CacheDatabase(databaseName);
  const store = openDeviceStore(databaseName);
  const [deviceId, clock, settings] = await Promise.all([
    openDeviceId(keep, newId),
    openClock({ store, now, monotonic }),
    openSettings(store),
  ]);

  const network = { fetch: world.fetch, now, timers };
  const api = createApi(network);
  const given = createGiven(keep);
  const account = await openAccount({
    store,
    api,
    clock,
    device: async () => ({ id: (await deviceId.read()).id, name: world.deviceName }),
    keepGiven: given.keep,
    now,
  });
  const outbox = createOutbox(keep, now);
  const pictureStore = createPictureStore(keep, now);
  const receiptBook = createReceiptBook(keep);
  const base = createBase(cache);
  const storage = createStorage(world.storage);
  const updates = createUpdates({ worker: world.worker, reload: world.reload });
  const status = await openStatus(outbox, pictureStore, base, world.isOnline());

  const writerWorld = {
    device: deviceId.current(),
    author: () => account.active.value?.id,
    clock: clock.read,
    newId,
  };
  const records = createRecords(keep, cache, writerWorld);
  const people = () =>
    account.signIns().map(({ person, token, home }) => ({
      person: person.id,
      token,
      home,
      scopes: person.scopes,
    }));
  /** The sign-in of whoever is at the device. Throws `Problem` if nobody is. */
  const token = () => {
    const [signIn] = account.signIns();
    if (!signIn) throw new Problem('sign-in-needed');
    return signIn.token;
  };
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
    api,
    outbox,
    base,
    device: deviceId,
    counters: createCounters(keep, outbox.readWaiting),
    given,
    receipts: receiptBook,
    pictures: pictureStore,
    loadLane,
    settle: (asked, resolved) => settle(keep, asked, resolved, now()),
    clean: async () => {
      await cleanSent(keep, now(), { olderThanMs: keptSentMs, most: 300 });
      await pictureStore.clean();
    },
    people,
    onScopes: account.setScopes,
    reportDevice: async () => {
      const { wall, clk } = clock.read();
      const { waiting } = await outbox.count();
      const unsent = await pictureStore.count();
      const room = storage.state.value;
      return {
        now: wall,
        clk,
        app: world.appVersion,
        schema: schemaVersion,
        waiting: { ops: waiting, pictures: unsent.waiting, bytes: unsent.bytes },
        ...(room && { storage: { free: room.free ?? null, isPersistent: room.isPersistent } }),
      };
    },
    measure: clock.measure,
    pause: ms => new Promise(resolve => void timers.after(ms, resolve)),
    onPhase: status.setPhase,
    now,
  });
  const schedule = createSchedule({
    engine,
    takeTurn: createTurns(world.locks, monotonic),
    timers,
    random,
    now,
    monotonic,
    onPhase: status.setPhase,
    reportBug: world.reportBug,
  });
  const onWrite = () => schedule.trigger('write');
  const write: typeof records.write = async changes => {
    await records.write(changes);
    onWrite();
  };

  let territory: Promise<Territory> | undefined;
  async function readTerritory(): Promise<Territory> {
    return openTerritory(await api.loadFile('/territory.json', territorySchema));
  }

  let stopFollowing = () => {};

  return {
    records: { ...records, write },
    account: {
      ...account,
      enrol: async code => {
        const person = await account.enrol(code);
        schedule.trigger('start');
        return person;
      },
    },
    sync: {
      status: status.status,
      syncNow: () => schedule.trigger('button'),
      watch: schedule.watch,
    },
    attention: createAttention({
      api,
      outbox,
      records: { ...records, write },
      withdrawals: createWithdrawals(keep, cache, writerWorld),
      token: () => account.signIns()[0]?.token,
      onWrite,
    }),
    receipts: {
      read: receiptBook.read,
      fetchDevices: async () => api.fetchDevices(token()),
      fetchOf: async device => api.fetchReceipts(token(), device),
    },
    pictures: createPictures({ store: pictureStore, people, loadLane, onKeep: onWrite }),
    fetchHistory: async (stream, kind, id) =>
      (await api.fetchHistory(token(), stream, kind, id)).entries,
    settings,
    device: {
      get id() {
        return deviceId.current();
      },
      storage: storage.state,
      askToKeep: storage.askToKeep,
      isClockWrong: clock.isWrong,
      exportUnsent: () => exportUnsent(databaseName, world.databases),
    },
    updates,
    loadTerritory: () => {
      territory ??= readTerritory().catch((failure: unknown) => {
        territory = undefined;
        throw failure;
      });
      return territory;
    },
    now,
    newId,
    start: () => {
      stopFollowing = world.onChange({
        online: isOnline => {
          status.setOnline(isOnline);
          if (isOnline) schedule.trigger('online');
        },
        visible: () => {
          schedule.trigger('visible');
          void updates.check();
        },
      });
      schedule.trigger('start');
      void updates.start();
      void storage.refresh();
      void takeBallast(keep);
    },
    runRound: () =>
      engine.runRound(new AbortController().signal).finally(() => status.setPhase({ is: 'idle' })),
    close: () => {
      stopFollowing();
      schedule.stop();
      status.close();
      deviceId.close();
      keep.close();
      cache.close();
    },
  };
}
