import { createStore, get, set, update } from 'idb-keyval';

/**
 * Small things of this device that are neither records nor work: settings, sign-ins, what is known of
 * the clock. A database of its own, shared by all tabs.
 */
export interface DeviceStore {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  /** Changes a value by what it was, as one step among all tabs. */
  update<T>(key: string, change: (before: T | undefined) => T): Promise<void>;
}

/** Opens the store of an app whose databases begin with `databaseName`. */
export function openDeviceStore(databaseName: string): DeviceStore {
  const store = createStore(`${databaseName}-device`, 'values');
  return {
    get: key => get(key, store),
    set: (key, value) => set(key, value, store),
    update: (key, change) => update(key, change, store),
  };
}
