import { signal, type ReadonlySignal } from '@preact/signals';

/** What the browser says of the room it gives. */
export interface StorageState {
  /** Whether it promised to keep the data. */
  isPersistent: boolean;
  /** Bytes free; undefined where it does not tell. */
  free: number | undefined;
}

/** The room on this device. */
export interface Storage {
  state: ReadonlySignal<StorageState | undefined>;
  /** Looks again. Never fails. */
  refresh: () => Promise<void>;
  /** Asks the browser to keep the data for good, if it has not promised yet. Never fails. */
  askToKeep: () => Promise<void>;
}

/** The part of the browser's storage manager that is used; missing on plain http. */
export type StorageManagerPart = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

/** Creates the view of the device's room. */
export function createStorage(browser: StorageManagerPart | undefined): Storage {
  const state = signal<StorageState | undefined>(undefined);

  async function refresh(): Promise<void> {
    if (!browser) return;
    try {
      const [isPersistent, { quota, usage }] = await Promise.all([
        browser.persisted(),
        browser.estimate(),
      ]);
      const isTold = quota !== undefined && usage !== undefined;
      state.value = { isPersistent, free: isTold ? Math.max(0, quota - usage) : undefined };
    } catch {
      // A browser that does not tell is no reason to stop.
    }
  }

  async function askToKeep(): Promise<void> {
    try {
      if (browser && !(await browser.persisted())) await browser.persist();
    } catch {
      // Refused, as some browsers do until the app is installed.
    }
    await refresh();
  }

  return { state, refresh, askToKeep };
}
