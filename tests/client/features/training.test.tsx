// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { TrainingScreen } from '../../../src/client/features/training/TrainingScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

async function openTraining(
  person = rina,
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
) {
  const world = openScreenWorld(person);
  await holdTraining(world, ['Amina', 'Bernadus']);
  await prepare(world);
  renderScreen(world, <TrainingScreen training={training} />);
  await screen.findByRole('heading', { name: 'Bimtek SPP-TIK' });
  return world;
}

test('the days stand one under another with their sessions, and today is marked', async () => {
  await openTraining();

  const days = screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent);
  expect(days).toEqual([
    'Literasi digital',
    'Selasa, 29 Juni 2021',
    'Rabu, 30 Juni 2021',
    'Kamis, 1 Juli 2021',
  ]);
  const strip = within(screen.getByRole('navigation', { name: 'Hari kegiatan' }));
  expect(strip.getByRole('button', { current: 'date' }).textContent).toContain('Hari ini');
  expect(screen.getByRole('link', { current: true }).textContent).toContain('Sedang berlangsung');
  expect(await accessibilityViolations()).toEqual([]);
});

test('a day leads to its signatures, and to everybody’s badges', async () => {
  await openTraining();
  const links = (name: string) =>
    screen.getAllByRole('link', { name }).map(link => link.getAttribute('href'));
  expect(links('Tanda tangan')).toEqual([
    '/trainings/spp-tik/days/2021-06-29/signatures',
    '/trainings/spp-tik/days/2021-06-30/signatures',
    '/trainings/spp-tik/days/2021-07-01/signatures',
  ]);
  expect(new Set(links('Kartu peserta'))).toEqual(new Set(['/trainings/spp-tik/badges']));
});

test('a sheet on which everybody is recorded says so', async () => {
  await openTraining(rina, home =>
    home.hold('attendance', {
      's1:p001': { mark: { status: 'hadir' } },
      's1:p002': { mark: { status: 'alpa' } },
    }),
  );

  expect(screen.getByRole('link', { name: /Pembukaan/ }).textContent).toContain('Semua tercatat');
});

test('a session that did not take place is told apart from one that is not recorded', async () => {
  await openTraining(rina, home => home.hold('session', { s3: { notHeld: 'Banjir' } }));

  const row = screen.getAllByRole('link').find(link => link.getAttribute('href')?.endsWith('/s3'));
  expect(row?.textContent).toContain('Tidak terlaksana');
  expect(row?.textContent).not.toContain('Belum dicatat');
});

test('what is odd between records is shown, with a word that nothing is lost', async () => {
  await openTraining(rina, async home => {
    await home.hold('session', { s8: { title: 'Susulan', day: '2021-07-09' } });
    await home.hold('attendance', {
      's99:p001': { mark: { status: 'hadir' } },
      's1:stranger': { mark: { status: 'hadir' } },
      's98:p002': { mark: null },
    });
  });

  expect(screen.getByText('Ada yang perlu diperiksa')).toBeTruthy();
  expect(screen.getByText(/1 catatan kehadiran milik sesi yang belum ada/)).toBeTruthy();
  expect(screen.getByText(/1 catatan kehadiran milik orang yang tidak ada/)).toBeTruthy();
  expect(screen.getByText('Di luar tanggal kegiatan: Susulan.')).toBeTruthy();
  expect(screen.getByText(/Semua catatan itu tetap tersimpan/)).toBeTruthy();
});

test('whoever was removed with all their marks is nothing odd; a mark made afterwards is', async () => {
  const mark = (s: number) => ({ mark: [{ by: 'rina', v: { status: 'hadir' }, s }] });
  const world = await openTraining(rina, async home => {
    await home.hold('participant', { p002: { deleted: [{ by: 'rina', v: true, s: 2_000 }] } });
    await home.hold('session', { s1: { deleted: [{ by: 'rina', v: true, s: 2_000 }] } });
    await home.hold('attendance', { 's1:p001': mark(1_000), 's2:p002': mark(1_500) });
  });
  expect(screen.queryByText('Ada yang perlu diperiksa')).toBeNull();

  await world.hold('attendance', { 's2:p002': mark(3_000) });
  expect(await screen.findByText(/1 catatan kehadiran milik orang yang tidak ada/)).toBeTruthy();
});

test('a coordinator watches the counts rise', async () => {
  const world = await openTraining(koordinator);
  expect(world.counts.watching).toBe(1);

  await world.hold('attendance', { 's2:p001': { mark: { status: 'hadir' } } });

  await waitFor(() =>
    expect(screen.getByRole('link', { current: true }).textContent).toContain('1 belum dicatat'),
  );
});

test('a training that is not here says so', async () => {
  renderScreen(openScreenWorld(rina), <TrainingScreen training="none" />);

  expect(await screen.findByText('Kegiatan ini belum ada di perangkat')).toBeTruthy();
});
