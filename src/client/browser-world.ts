import { Workbox } from 'workbox-window';
import type { BatteryPart } from './device/battery.ts';
import type { World } from './world.ts';

/** The world as the browser gives it. */
export function browserWorld(): World {
  return {
    databaseName: 'jukung',
    deviceName: deviceName(navigator.userAgent),
    appVersion: __APP_VERSION__,
    fetch: (path, init) => fetch(path, init),
    now: () => Date.now(),
    monotonic: () => performance.now(),
    newId,
    random: Math.random,
    timers: {
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    databases: indexedDB,
    isOnline: () => navigator.onLine,
    onChange: followChanges,
    locks: 'locks' in navigator ? navigator.locks : undefined,
    page: document,
    browser: navigator as BatteryPart,
    geolocation: 'geolocation' in navigator ? navigator.geolocation : undefined,
    storage: 'storage' in navigator ? navigator.storage : undefined,
    worker:
      'serviceWorker' in navigator && import.meta.env.PROD ? new Workbox('/sw.js') : undefined,
    reload: () => location.reload(),
    reportBug: failure => reportError(failure),
  };
}

/** Also over plain http, where browsers give no `randomUUID`. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function followChanges({
  online,
  visible,
}: {
  online: (isOnline: boolean) => void;
  visible: () => void;
}): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', () => online(true), { signal });
  addEventListener('offline', () => online(false), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') visible();
    },
    { signal },
  );
  return () => listening.abort();
}

/** `Android 13, Chrome 126`: enough to tell two tablets apart on a board, and no more. */
function deviceName(userAgent: string): string {
  const system = /Android [\d.]+|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0];
  const browser = /(Edg|Firefox|Chrome|Version)\/(\d+)/.exec(userAgent);
  const names: Record<string, string> = { Edg: 'Edge', Version: 'Safari' };
  const name = browser?.[1] && `${names[browser[1]] ?? browser[1]} ${browser[2] ?? ''}`;
  return [system, name].filter(Boolean).join(', ') || 'Browser';
}
