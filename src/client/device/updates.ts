import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** The part of workbox-window's `Workbox` that is used. */
export interface ServiceWorkerWindow {
  addEventListener(type: 'waiting' | 'activated' | 'controlling', listener: () => void): void;
  register(): Promise<ServiceWorkerRegistration | undefined>;
  messageSkipWaiting(): void;
  update(): Promise<void>;
}

/** New versions of the app: see `Updates` of app-services. */
export interface DeviceUpdates {
  isReady: ReadonlySignal<boolean>;
  isOfflineReady: ReadonlySignal<boolean>;
  isHeldBack: ReadonlySignal<boolean>;
  holdBack: () => () => void;
  apply: () => Promise<void>;
  /** Registers the service worker and begins to listen. Never fails. */
  start: () => Promise<void>;
  /** Asks whether there is a new version. Never fails. */
  check: () => Promise<void>;
}

/** What following updates needs of the world. `worker` is missing where the browser has none. */
export interface UpdatesWorld {
  worker: ServiceWorkerWindow | undefined;
  reload: () => void;
}

/** How long a new version may take to take over. */
const longestSwitchMs = 4_000;

/** Creates the follower of new versions. Nothing changes under a person's hands before `apply`. */
export function createUpdates({ worker, reload }: UpdatesWorld): DeviceUpdates {
  const isReady = signal(false);
  const isOfflineReady = signal(false);
  const holders = signal(0);
  let registration: ServiceWorkerRegistration | undefined;
  let isApplying = false;

  worker?.addEventListener('waiting', () => {
    isReady.value = true;
  });
  worker?.addEventListener('activated', () => {
    isOfflineReady.value = true;
  });
  worker?.addEventListener('controlling', () => {
    // Also comes on the first visit, and when another tab applies: only who asked for it starts anew.
    if (isApplying) reload();
    isApplying = false;
  });

  return {
    isReady,
    isOfflineReady,
    isHeldBack: computed(() => holders.value > 0),
    holdBack: () => {
      holders.value += 1;
      let isHolding = true;
      return () => {
        if (isHolding) holders.value -= 1;
        isHolding = false;
      };
    },
    apply: () => {
      isApplying = true;
      if (registration?.waiting) {
        worker?.messageSkipWaiting();
        // Where the browser does not tell that the new version took over, starting anew finds it.
        setTimeout(() => isApplying && reload(), longestSwitchMs);
      }
      // Another tab was faster: the new version is there already.
      else reload();
      return Promise.resolve();
    },
    start: async () => {
      try {
        registration = await worker?.register();
        if (registration?.active) isOfflineReady.value = true;
      } catch {
        // Without a service worker everything works but a start without a network.
      }
    },
    check: async () => {
      try {
        await worker?.update();
      } catch {
        // Offline: next time.
      }
    },
  };
}
