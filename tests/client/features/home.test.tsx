// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { HomeScreen } from '../../../src/client/features/home/HomeScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { holdTraining, openScreenWorld, renderScreen, rina } from '../../support/screen-world.tsx';

afterEach(cleanup);

async function openHome() {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina', 'Bernadus']);
  await world.hold('attendance', { 's2:p001': { mark: { status: 'hadir' } } });
  renderScreen(world, <HomeScreen />);
  await screen.findByRole('region', { name: 'Bimtek SPP-TIK' });
  return world;
}

test("today's sessions are one tap away, the one that runs stands out, with what is missing", async () => {
  await openHome();
  const card = within(screen.getByRole('region', { name: 'Bimtek SPP-TIK' }));

  expect(card.getByText('Hari ke-2 dari 4')).toBeTruthy();
  const sessions = card.getAllByRole('link', { current: true });
  expect(sessions.map(link => link.getAttribute('href'))).toEqual([
    '/trainings/spp-tik/sessions/s2',
  ]);
  expect(sessions[0]?.textContent).toContain('Sedang berlangsung');
  expect(sessions[0]?.textContent).toContain('1 belum dicatat');
  expect(card.queryByText('Advokasi')).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test('the card of delivery says what is saved here and sent, and tries at once when asked', async () => {
  const world = await openHome();
  world.status.value = { ...world.status.value, waiting: 7, delivered: 40, isOnline: false };
  const card = within(await screen.findByRole('region', { name: 'Sinkronisasi' }));

  expect(await card.findByText('Belum terkirim: 7')).toBeTruthy();
  expect(card.getByText(/Tanpa internet\. Semuanya tersimpan di perangkat ini/)).toBeTruthy();
  await userEvent.click(card.getByRole('button', { name: 'Sinkronkan' }));
  expect(world.counts.syncs).toBe(1);
});

test('work that needs attention is announced, with the way to it', async () => {
  const world = await openHome();
  expect(screen.queryByText(/Perlu perhatian/)).toBeNull();

  world.status.value = { ...world.status.value, attention: 2 };

  const link = await screen.findByRole('link', { name: 'Lihat yang perlu perhatian' });
  expect(link.getAttribute('href')).toBe('/attention');
});

test('before anything has arrived it says what is coming, and that the network is needed once', async () => {
  const world = openScreenWorld(rina);
  world.status.value = { ...world.status.value, completedAt: undefined, isOnline: false };
  renderScreen(world, <HomeScreen />);

  expect(await screen.findByText('Data kegiatan sedang diambil')).toBeTruthy();
  expect(screen.getByText(/Sambungkan sebentar untuk mengambil jadwal/)).toBeTruthy();
});

test('a librarian sees her library with its district, and what she can expect', async () => {
  const world = openScreenWorld({
    id: 'sari',
    name: 'Sari',
    role: 'pengelola',
    scopes: [{ id: 'region:62.12/62.12.01.2008', role: 'pengelola' }],
  });
  renderScreen(world, <HomeScreen />);

  expect(await screen.findByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya')).toBeTruthy();
  const open = screen.getByRole('link', { name: 'Buka profil' });
  expect(open.getAttribute('href')).toBe('/libraries/62.12.01.2008');
  expect(await accessibilityViolations()).toEqual([]);
});
