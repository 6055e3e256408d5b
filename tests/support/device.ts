import 'fake-indexeddb/auto';
import { buildServices, type BuiltServices } from '../../src/client/build-services.ts';
import type { World } from '../../src/client/world.ts';

/** What makes one device differ from another; the rest of its world is made up. */
export interface DeviceWorld extends Partial<World> {
  fetch: World['fetch'];
  /** Names the device's databases: the same name again is the same device after a restart, or its second tab. */
  name: string;
  /** The device's clock, ms. */
  clock: () => number;
  newId: () => string;
  random?: () => number;
}

/** A whole device without screens: its databases, its sync, its account. */
export type Device = BuiltServices;

/**
 * Builds a device on fake-indexeddb. Nothing happens by itself: `device.runRound()` syncs once,
 * `device.start()` begins the loop, on timers that never run unless they are handed in.
 */
export function createDevice({ name, clock, ...world }: DeviceWorld): Promise<Device> {
  return buildServices({
    databaseName: name,
    deviceName: name,
    appVersion: '0.0.0',
    now: clock,
    monotonic: clock,
    random: () => 0.5,
    timers: { after: () => () => {} },
    databases: indexedDB,
    isOnline: () => true,
    onChange: () => () => {},
    locks: undefined,
    storage: undefined,
    geolocation: undefined,
    page: undefined,
    browser: undefined,
    worker: undefined,
    reload: () => {},
    reportBug: failure => {
      throw failure;
    },
    ...world,
  });
}
