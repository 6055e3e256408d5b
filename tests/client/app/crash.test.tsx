// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../src/client/app/App.tsx';
import { showCrashScreen } from '../../../src/client/app/crash-screen.ts';
import { exportUnsent } from '../../../src/client/data/export-unsent.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { openScreenWorld, rina } from '../../support/screen-world.tsx';

let root: HTMLElement;
beforeEach(() => {
  document.documentElement.lang = 'id';
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  cleanup();
  root.remove();
});

function crash(exporting: () => Promise<Blob> = () => Promise.resolve(new Blob())) {
  const saved: Blob[] = [];
  let reloads = 0;
  showCrashScreen({
    root,
    error: new Error('the boat leaks'),
    exportUnsent: exporting,
    saveFile: file => saved.push(file),
    reload: () => {
      reloads += 1;
    },
  });
  return { saved, reloads: () => reloads };
}

test('the crash screen says that the work is safe and offers a way on', async () => {
  const { reloads } = crash();

  expect(screen.getByRole('heading').textContent).toBe('Ada yang salah, pekerjaan Anda aman');
  expect(document.activeElement).toBe(screen.getByRole('heading'));
  expect(screen.getByText(/the boat leaks/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Muat ulang aplikasi' }));
  expect(reloads()).toBe(1);
  expect(await accessibilityViolations(root)).toEqual([]);
});

test('it hands out the unsent work by the browser’s own means, though the app is gone', async () => {
  const keep = new KeepDatabase('crashed');
  const body = { f: { mark: { status: 'hadir' } } };
  await keep.outbox.add({
    id: 'o1',
    person: 'rina',
    state: 'pending',
    record: 'r',
    body,
    verdicts: [],
  } as never);
  keep.close();
  const { saved } = crash(() => exportUnsent('crashed', indexedDB));

  await userEvent.click(screen.getByRole('button', { name: 'Simpan salinan pekerjaan' }));

  expect(await screen.findByText(/Salinan sudah dibuat/)).toBeTruthy();
  expect(await saved[0]?.text()).toBe('{"f":{"mark":{"status":"hadir"}},"n":1}\n');
});

test('when even the copy fails, it says that the work is still there and what not to do', async () => {
  crash(() => new Promise((_, reject) => setTimeout(() => reject(new Error('locked')), 0)));
  const failures: unknown[] = [];
  const keep = (error: unknown) => failures.push(error);
  process.once('unhandledRejection', keep);

  await userEvent.click(screen.getByRole('button', { name: 'Simpan salinan pekerjaan' }));

  expect(await screen.findByText(/jangan hapus data peramban/)).toBeTruthy();
});

test('it speaks English where the app did', async () => {
  document.documentElement.lang = 'en';
  crash();

  expect(await screen.findByRole('button', { name: 'Reload the app' })).toBeTruthy();
});

test('an error that no screen can draw around takes the app away and is handed on', async () => {
  const world = openScreenWorld(rina);
  const crashes: unknown[] = [];
  world.services.records.readStreams = () => Promise.reject(new Error('unreadable'));
  render(<App services={world.services} onCrash={error => crashes.push(error)} />, {
    container: root,
  });

  await expect.poll(() => crashes.length).toBe(1);
  expect(crashes[0]).toMatchObject({ message: 'unreadable' });
  expect(root.textContent).toBe('');
});
