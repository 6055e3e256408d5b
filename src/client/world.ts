import type { Timers } from './api/deadline.ts';
import type { BatteryPart } from './device/battery.ts';
import type { GeolocationPart } from './device/locate.ts';
import type { StorageManagerPart } from './device/storage.ts';
import type { ServiceWorkerWindow } from './device/updates.ts';
import type { PagePart } from './sync/board.ts';
import type { Locks } from './sync/turns.ts';

/** All that the app asks of the world around it: the browser's, or one that a test has made. */
export interface World {
  /** What the names of this device's databases begin with. */
  databaseName: string;
  /** What the coordinator's board calls this device. */
  deviceName: string;
  appVersion: string;
  fetch: (path: string, init: RequestInit) => Response | Promise<Response>;
  /** The device's clock, ms since 1970; often wrong. */
  now: () => number;
  /** A clock that never jumps, ms since some moment. */
  monotonic: () => number;
  /** A new random UUID in lower case. */
  newId: () => string;
  /** 0 ≤ x < 1. */
  random: () => number;
  timers: Timers;
  databases: IDBFactory;
  isOnline: () => boolean;
  /** Calls back when the network comes or goes, and when the app comes to the front. Gives the way to stop. */
  onChange: (changes: { online: (isOnline: boolean) => void; visible: () => void }) => () => void;
  /** Missing where the browser has none. */
  locks: Locks | undefined;
  storage: StorageManagerPart | undefined;
  /** The page that somebody looks at, or not; missing where there is none. */
  page: PagePart | undefined;
  /** What the browser may tell of the battery. */
  browser: BatteryPart | undefined;
  geolocation: GeolocationPart | undefined;
  worker: ServiceWorkerWindow | undefined;
  reload: () => void;
  /** Takes note of a bug that did not stop anything. */
  reportBug: (failure: unknown) => void;
}
