import { signal } from '@preact/signals';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { Problem } from '../domain/problem.ts';
import type { TerritoryFile } from '../domain/territory.ts';
import { schemaVersion } from '../protocol/messages.ts';
import { openAccount } from './account/account.ts';
import { createApi } from './api/api.ts';
import type { AppServices, MadeInvitation } from './app-services.ts';
import type { EngineParts, EngineWorld } from './build-engine.ts';
import { takeBallast } from './data/ballast.ts';
import { createBase } from './data/base.ts';
import { CacheDatabase } from './data/cache.ts';
import { openDeviceId } from './data/device-id.ts';
import { exportUnsent } from './data/export-unsent.ts';
import { createGiven } from './data/given.ts';
import { KeepDatabase } from './data/keep.ts';
import { createOutbox } from './data/outbox.ts';
import { createPictureStore } from './data/picture-store.ts';
import { createRecords } from './data/records.ts';
import { openClock } from './device/clock.ts';
import { openDeviceStore } from './device/device-store.ts';
import { openSettings } from './device/settings.ts';
import { createStorage } from './device/storage.ts';
import { createUpdates } from './device/updates.ts';
import { createAttention } from './sync/attention.ts';
import type { Engine } from './sync/engine.ts';
import { createSchedule } from './sync/schedule.ts';
import { openStatus } from './sync/status.ts';
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

/** Where the forms of a push are kept that home takes. */
const formsKey = 'forms';

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
  const given = createGiven(keep, now);
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
  const signedIn = () => {
    const [signIn] = account.signIns();
    if (!signIn) throw new Problem('sign-in-needed');
    return signIn;
  };
  const token = () => signedIn().token;
  const invitation = signal<MadeInvitation | undefined>(undefined);
  let parts: Promise<EngineParts> | undefined;
  const loadParts = () => (parts ??= fetchParts());

  /** What syncs is not needed for the first screen. */
  async function fetchParts(): Promise<EngineParts> {
    try {
      const { buildEngine } = await import('./build-engine.ts');
      const known = (await store.get<number[]>(formsKey)) ?? [];
      const onHeard = (protos: readonly number[]) => {
        // Not kept, the first batch of the next start travels less tightly, no more.
        void store.set(formsKey, protos).catch(() => {});
      };
      return buildEngine({ ...engineWorld, forms: { known, onHeard } });
    } catch (failure) {
      parts = undefined;
      throw new Problem('offline', {}, failure);
    }
  }

  const engineWorld: Omit<EngineWorld, 'forms'> = {
    keep,
    cache,
    writer: writerWorld,
    onKeep: () => schedule.trigger('write'),
    network,
    outbox,
    base,
    device: deviceId,
    given,
    pictures: pictureStore,
    people,
    onScopes: account.setScopes,
    onNames: account.keepNames,
    told: {},
    reportDevice: async () => {
      const { wall, clk } = clock.read();
      const { waiting, attention } = await outbox.count();
      const unsent = await pictureStore.count();
      const room = storage.state.value;
      return {
        now: wall,
        clk,
        app: world.appVersion,
        schema: schemaVersion,
        waiting: { ops: waiting, pictures: unsent.waiting, bytes: unsent.bytes },
        apart: attention,
        ...(room && { storage: { free: room.free ?? null, isPersistent: room.isPersistent } }),
      };
    },
    measure: clock.measure,
    pause: ms => new Promise(resolve => void timers.after(ms, resolve)),
    onPhase: status.setPhase,
    now,
    page: world.page,
    browser: world.browser,
    status: status.status,
    token,
    onCall: () => schedule.trigger('button'),
    random,
    monotonic,
  };
  const engine: Engine = {
    // Before anybody is let in there is nothing to sync, and nothing to fetch for it.
    runRound: async turn => people().length > 0 && (await loadParts()).engine.runRound(turn),
  };
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

  const loadDrafts = fetchedOnce(async () => {
    const { createDrafts } = await import('./data/drafts.ts');
    return createDrafts(keep, now);
  });
  const loadOwnEdits = fetchedOnce(async () => {
    const { createOwnEdits } = await import('./data/own-edits.ts');
    return createOwnEdits(keep, { ...records, write });
  });

  const loadCaller = fetchedOnce(async () => {
    const { callerParts, createCaller } = await import('./device/caller.ts');
    return createCaller(callerParts());
  });
  const loadTerritory = fetchedOnce(async () => {
    const { openTerritory } = await import('../domain/open-territory.ts');
    return openTerritory(await api.loadFile('/territory.json', territorySchema));
  });

  let stopFollowing = () => {};

  return {
    records: { ...records, write },
    loadDrafts,
    loadOwnEdits,
    loadCaller,
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
      loadWithdrawals: async () => (await loadParts()).withdrawals,
      token: () => account.signIns()[0]?.token,
      onWrite,
    }),
    receipts: {
      // Dexie's own promise: behind any other a live query loses track of what is read.
      read: () => Dexie.Promise.resolve(loadParts()).then(parts => parts.receiptBook.read()),
      fetchDevices: async () => (await loadParts()).api.fetchDevices(token()),
      fetchOf: async device => (await loadParts()).api.fetchReceipts(token(), device),
    },
    loadBoard: async () => (await loadParts()).board,
    pictures: {
      keep: async (bytes, about) => (await loadParts()).pictures.keep(bytes, about),
      load: async picture => (await loadParts()).pictures.load(picture),
      stateOf: pictureStore.stateOf,
    },
    invitations: {
      latest: invitation,
      make: async request => {
        const by = signedIn();
        const answer = await (await loadParts()).api.invite(by.token, request);
        invitation.value = { ...answer, request, by: by.person.id };
      },
    },
    openScanner: async (...eyes) => (await import('./device/scanner.ts')).openScanner(...eyes),
    preparePhoto: async file => (await import('./device/photos.ts')).preparePhoto(file),
    openRosterDesk: async () => (await import('./device/roster-desk.ts')).openRosterDesk(),
    fetchHistory: async (stream, kind, id) =>
      (await (await loadParts()).api.fetchHistory(token(), stream, kind, id)).entries,
    fetchActivity: async (stream, query) =>
      (await loadParts()).api.fetchActivity(token(), stream, query),
    settings,
    device: {
      get id() {
        return deviceId.current();
      },
      storage: storage.state,
      askToKeep: storage.askToKeep,
      isClockWrong: clock.isWrong,
      likelyNow: () => {
        const { wall, off } = clock.read();
        return wall + (off ?? 0);
      },
      locate: async () => (await import('./device/locate.ts')).locate(world.geolocation),
      exportUnsent: () => exportUnsent(databaseName, world.databases),
    },
    updates,
    loadTerritory,
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

/** Asks once and remembers the answer; what failed is asked again the next time. */
function fetchedOnce<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () =>
    (asked ??= fetchIt().catch((failure: unknown) => {
      asked = undefined;
      throw failure;
    }));
}
