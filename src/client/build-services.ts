import * as v from 'valibot';
import { openTerritory, type Territory, type TerritoryFile } from '../domain/territory.ts';
import { schemaVersion } from '../protocol/messages.ts';
import { openAccount } from './account/account.ts';
import { createApi } from './api/api.ts';
import type { AppServices, Attention } from './app-services.ts';
import { takeBallast } from './data/ballast.ts';
import { createBase } from './data/base.ts';
import { CacheDatabase } from './data/cache.ts';
import { openDeviceId } from './data/device-id.ts';
import { exportUnsent } from './data/export-unsent.ts';
import { KeepDatabase } from './data/keep.ts';
import { createOutbox } from './data/outbox.ts';
import { createRecords } from './data/records.ts';
import { openClock } from './device/clock.ts';
import { openDeviceStore } from './device/device-store.ts';
import { openSettings } from './device/settings.ts';
import { createStorage } from './device/storage.ts';
import { createUpdates } from './device/updates.ts';
import { createEngine } from './sync/engine.ts';
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

  const api = createApi({ fetch: world.fetch, now, timers });
  const device = { id: deviceId, name: world.deviceName };
  const account = await openAccount({ store, api, clock, device, now });
  const outbox = createOutbox(keep, now);
  const base = createBase(cache);
  const storage = createStorage(world.storage);
  const updates = createUpdates({ worker: world.worker, reload: world.reload });
  const status = await openStatus(outbox, base, world.isOnline());

  const records = createRecords(keep, cache, {
    device: deviceId,
    author: () => account.active.value?.id,
    clock: clock.read,
    newId,
  });

  const engine = createEngine({
    api,
    outbox,
    base,
    people: () =>
      account.signIns().map(({ person, token, home }) => ({
        person: person.id,
        token,
        home,
        scopes: person.scopes,
      })),
    onScopes: account.setScopes,
    reportDevice: async () => {
      const { wall, clk } = clock.read();
      const { waiting } = await outbox.count();
      const room = storage.state.value;
      return {
        id: deviceId,
        now: wall,
        clk,
        app: world.appVersion,
        schema: schemaVersion,
        waiting: { ops: waiting, pictures: 0, bytes: 0 },
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

  const attention: Attention = {
    readOwn: async () =>
      (await outbox.readAttention()).map(({ operation, verdict }) => ({
        n: operation.n,
        operation,
        code: verdict.code ?? 'malformed',
        refusedAt: verdict.at,
      })),
    fetchAll: async () => {
      const [signIn] = account.signIns();
      if (!signIn) return [];
      const { refused } = await api.fetchAttention(signIn.token);
      return refused.map(({ body, id, code, receivedAt, device: deliveredBy }) => ({
        id,
        code,
        receivedAt,
        device: deliveredBy,
        operation: body,
      }));
    },
  };

  let territory: Promise<Territory> | undefined;
  async function readTerritory(): Promise<Territory> {
    return openTerritory(await api.loadFile('/territory.json', territorySchema));
  }

  let stopFollowing = () => {};

  return {
    records: {
      ...records,
      write: async changes => {
        await records.write(changes);
        schedule.trigger('write');
      },
    },
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
    attention,
    settings,
    device: {
      id: deviceId,
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
      keep.close();
      cache.close();
    },
  };
}
