// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../src/client/app/App.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  openScreenWorld,
  rina,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

async function openApp(
  path = '/',
  change: (world: ScreenWorld) => void = () => {},
): Promise<ScreenWorld> {
  history.replaceState(null, '', path);
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina', 'Bernadus']);
  change(world);
  render(
    <App
      services={world.services}
      onCrash={error => {
        throw error;
      }}
    />,
  );
  return world;
}

// A screen's code is fetched when it is first wanted, which takes its time here.
const heading = (name: string) =>
  screen.findByRole('heading', { level: 1, name }, { timeout: 4_000 });

test('from home to a session and back, the title and the focus follow', async () => {
  await openApp();
  await heading('Jukung');
  expect(await accessibilityViolations()).toEqual([]);

  await userEvent.click(await screen.findByRole('link', { name: /Literasi digital/ }));

  await heading('Literasi digital');
  expect(location.pathname).toBe('/trainings/spp-tik/sessions/s2');
  await waitFor(() => expect(document.title).toBe('Literasi digital · Jukung'));
  expect(document.activeElement).toBe(screen.getByRole('main'));
  await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
  await heading('Bimtek SPP-TIK');
});

test('any address of the app may be opened cold', async () => {
  await openApp('/trainings/spp-tik/sessions/s1');
  expect(await heading('Pembukaan')).toBeTruthy();
  cleanup();

  await openApp('/history/training%3Aspp-tik/attendance/s2%3Ap001');
  expect(await heading('Amina')).toBeTruthy();
  cleanup();

  await openApp('/receipts');
  expect(await heading('Bukti terkirim')).toBeTruthy();
  cleanup();

  await openApp('/devices/3f9a1c22');
  expect(await heading('Perangkat')).toBeTruthy();
  expect(screen.getByText('Perangkat 3f9a1c22')).toBeTruthy();
});

test('an address that is none of ours, or broken, leads home', async () => {
  await openApp('/nothing/here');
  await heading('Halaman tidak ditemukan');
  expect(screen.getByRole('link', { name: 'Beranda' }).getAttribute('href')).toBe('/');
  cleanup();

  await openApp('/trainings/%E0%A4%A');
  await heading('Halaman tidak ditemukan');
});

test('a device on which nobody was let in asks for a code at every address', async () => {
  history.replaceState(null, '', '/trainings/spp-tik');
  const world = openScreenWorld(undefined);
  render(<App services={world.services} onCrash={() => {}} />);

  await heading('Selamat datang di Jukung');
  expect(screen.queryByRole('button', { name: /Terkirim|Belum/ })).toBeNull();
});

test('the state of delivery is on every screen and opens the details', async () => {
  const world = await openApp('/device');
  await heading('Perangkat dan orang');
  world.status.value = { ...world.status.value, waiting: 3, isOnline: false };

  await userEvent.click(await screen.findByRole('button', { name: 'Belum terkirim: 3' }));

  const sheet = screen.getByRole('dialog', { name: 'Sinkronisasi' });
  expect(sheet.textContent).toContain('Tersimpan di sini, belum terkirim3');
  expect(await accessibilityViolations(sheet)).toEqual([]);
});

test('a new version is offered, and may be put off until the next start', async () => {
  const world = await openApp('/', ({ services }) => {
    services.updates = { ...services.updates, isReady: signal(true) };
  });
  await screen.findByText('Versi baru sudah siap');

  await userEvent.click(screen.getByRole('button', { name: 'Pakai versi baru' }));
  expect(world.counts.applied).toBe(1);

  await userEvent.click(screen.getByRole('button', { name: 'Nanti' }));
  expect(screen.queryByText('Versi baru sudah siap')).toBeNull();
});

test('a new version never interrupts an attendance sheet', async () => {
  await openApp('/trainings/spp-tik/sessions/s2', ({ services }) => {
    services.updates = { ...services.updates, isReady: signal(true) };
  });
  await screen.findByRole('region', { name: 'Daftar Hadir' });
  await waitFor(() => expect(screen.queryByText('Versi baru sudah siap')).toBeNull());
});

test('a clock that is wrong is told, with a word that the work is safe', async () => {
  await openApp('/', ({ services }) => {
    services.device = { ...services.device, isClockWrong: signal(true) };
  });
  expect(await screen.findByText('Jam perangkat ini tidak cocok')).toBeTruthy();
  expect(screen.getByText(/Pekerjaan Anda aman/)).toBeTruthy();
});

test('the keyboard may skip the bar, whatever stands behind the #', async () => {
  await openApp('/#abc');
  await heading('Jukung');

  await userEvent.click(screen.getByRole('link', { name: 'Langsung ke isi' }));

  expect(document.activeElement).toBe(screen.getByRole('main'));
  expect(location.hash).toBe('#abc');
});

test('language and theme are those of the settings', async () => {
  const world = await openApp('/device');
  await heading('Perangkat dan orang');

  world.services.settings.setLanguage('en');
  world.services.settings.setTheme('sun');

  await heading('Device and people');
  expect(document.documentElement.lang).toBe('en');
  expect(document.documentElement.dataset['theme']).toBe('sun');
});
