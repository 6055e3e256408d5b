import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openDeviceStore } from '../../../src/client/device/device-store.ts';
import { openSettings } from '../../../src/client/device/settings.ts';
import { createStorage } from '../../../src/client/device/storage.ts';
import { createUpdates, type ServiceWorkerWindow } from '../../../src/client/device/updates.ts';

describe('settings', () => {
  test('are Indonesian and as the system shows things, until somebody chooses', async () => {
    const store = openDeviceStore('settings-1');
    const settings = await openSettings(store);
    expect([settings.language.value, settings.theme.value]).toEqual(['id', 'auto']);
    settings.setLanguage('en');
    settings.setTheme('sun');
    expect(settings.language.value).toBe('en');
    await store.get('theme');
    const again = await openSettings(store);
    expect([again.language.value, again.theme.value]).toEqual(['en', 'sun']);
  });

  test('that a later version wrote and this one does not know are the first of the choices', async () => {
    const store = openDeviceStore('settings-2');
    await store.set('theme', 'moon');
    expect((await openSettings(store)).theme.value).toBe('auto');
  });
});

describe('storage', () => {
  test('tells what is free, and asks the browser once to keep it', async () => {
    let asked = 0;
    const storage = createStorage({
      persisted: () => Promise.resolve(asked > 0),
      persist: () => Promise.resolve((asked += 1) > 0),
      estimate: () => Promise.resolve({ quota: 1000, usage: 400 }),
    });
    await storage.refresh();
    expect(storage.state.value).toEqual({ isPersistent: false, free: 600 });
    await storage.askToKeep();
    await storage.askToKeep();
    expect(storage.state.value?.isPersistent).toBe(true);
    expect(asked).toBe(1);
  });

  test('is unknown where the browser does not tell', async () => {
    const none = createStorage(undefined);
    await none.askToKeep();
    expect(none.state.value).toBeUndefined();
    const refusing = createStorage({
      persisted: () => Promise.reject(new Error('no')),
      persist: () => Promise.reject(new Error('no')),
      estimate: () => Promise.reject(new Error('no')),
    });
    await refusing.askToKeep();
    expect(refusing.state.value).toBeUndefined();
  });
});

describe('updates', () => {
  function createWorker(registration: object) {
    const listeners = new Map<string, () => void>();
    const worker = {
      said: [] as string[],
      tell: (type: string) => listeners.get(type)?.(),
      addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener),
      register: () => Promise.resolve(registration as ServiceWorkerRegistration),
      messageSkipWaiting: () => void worker.said.push('SKIP_WAITING'),
      update: () => Promise.reject(new TypeError('offline')),
    } satisfies ServiceWorkerWindow & Record<string, unknown>;
    return worker;
  }

  test('a new version waits until it is called for, then the app starts anew, once', async () => {
    const worker = createWorker({ active: {}, waiting: {} });
    let reloads = 0;
    const updates = createUpdates({ worker, reload: () => void (reloads += 1) });
    await updates.start();
    await updates.check();
    expect(updates.isOfflineReady.value).toBe(true);
    worker.tell('controlling');
    expect(reloads).toBe(0);
    worker.tell('waiting');
    expect(updates.isReady.value).toBe(true);
    await updates.apply();
    expect(worker.said).toEqual(['SKIP_WAITING']);
    worker.tell('controlling');
    worker.tell('controlling');
    expect(reloads).toBe(1);
  });

  test('when another tab was faster it only starts anew', async () => {
    const worker = createWorker({ active: {}, waiting: null });
    let reloads = 0;
    const updates = createUpdates({ worker, reload: () => void (reloads += 1) });
    await updates.start();
    await updates.apply();
    expect([worker.said, reloads]).toEqual([[], 1]);
  });

  test('are held back as long as any screen asks for it', () => {
    const updates = createUpdates({ worker: undefined, reload: () => {} });
    const release = updates.holdBack();
    const releaseOther = updates.holdBack();
    release();
    release();
    expect(updates.isHeldBack.value).toBe(true);
    releaseOther();
    expect(updates.isHeldBack.value).toBe(false);
  });

  test('the first visit is ready for offline once the worker is active', () => {
    const worker = createWorker({});
    const updates = createUpdates({ worker, reload: () => {} });
    expect(updates.isOfflineReady.value).toBe(false);
    worker.tell('activated');
    expect(updates.isOfflineReady.value).toBe(true);
  });
});
