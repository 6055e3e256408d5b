// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDeletedView, valuesOf } from '../../../src/client/data/record-view.ts';
import { AttendanceScreen } from '../../../src/client/features/attendance/AttendanceScreen.tsx';
import { SessionFormScreen } from '../../../src/client/features/training/SessionFormScreen.tsx';
import { TrainingScreen } from '../../../src/client/features/training/TrainingScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

async function open(person = rina) {
  const world = openScreenWorld(person);
  await holdTraining(world, ['Amina']);
  return world;
}

const read = (world: ScreenWorld, id: string) =>
  world.services.records.readRecord(stream, 'session', id);

const form = (world: ScreenWorld, session = 's2') =>
  renderScreen(world, <SessionFormScreen training={training} session={session} />);

const timetable = (world: ScreenWorld) =>
  renderScreen(world, <TrainingScreen training={training} />);

const sessions = async (world: ScreenWorld) =>
  (await world.services.records.readShelf(stream, 'session')).filter(view => !isDeletedView(view));

test('a trainer changes a line of the timetable, and every part is saved by itself', async () => {
  const world = await open();
  const user = userEvent.setup();
  form(world);
  await user.clear(await screen.findByLabelText('Ruang'));
  await user.type(screen.getByLabelText('Ruang'), 'Ruang Praktik');
  await user.type(screen.getByLabelText('Jam pelajaran (JP)'), '1,5');
  await user.type(screen.getByLabelText('Pengajar'), 'Rina{Enter} Budi {Enter}');
  await user.tab();
  await waitFor(async () =>
    expect(valuesOf(await read(world, 's2'))).toMatchObject({
      title: 'Literasi digital',
      room: 'Ruang Praktik',
      jp: 1.5,
      trainers: ['Rina', 'Budi'],
    }),
  );
  expect(await accessibilityViolations()).toEqual([]);
});

test('a session that was not held says why, on the timetable too', async () => {
  const world = await open(koordinator);
  const user = userEvent.setup();
  form(world);
  await user.type(await screen.findByLabelText('Tidak terlaksana karena'), 'Listrik padam');
  await user.tab();
  await waitFor(async () =>
    expect(valuesOf(await read(world, 's2'))).toMatchObject({ notHeld: 'Listrik padam' }),
  );
  cleanup();

  timetable(world);
  const row = await screen.findByRole('link', { name: /Literasi digital/ });
  expect(row.textContent).toContain('Listrik padam');
  expect(row.textContent).toContain('Tidak terlaksana');
});

test('times the wrong way round, and a day outside of the training, are pointed out and kept', async () => {
  const world = await open();
  await world.hold('session', { s9: { startsAt: '10:00', endsAt: '09:00', day: '2021-08-01' } });
  form(world, 's9');
  expect(await screen.findByText(/Jam selesai tidak sesudah jam mulai/)).toBeTruthy();
  expect(screen.getByText(/di luar hari kegiatan/)).toBeTruthy();
});

test('yesterday’s sessions are copied to today, without anybody’s attendance, and it can be taken back', async () => {
  const world = await open();
  await world.hold('session', {
    s4: { title: 'Pre-test', day: '2021-06-29', startsAt: '10:00', jp: 2, notHeld: 'Hujan' },
  });
  await world.hold('attendance', { 's1:p001': { mark: { status: 'hadir' } } });
  const user = userEvent.setup();
  timetable(world);
  const day = await screen.findByRole('heading', { name: 'Rabu, 30 Juni 2021' });
  const card = day.closest('section') as HTMLElement;
  await user.click(within(card).getByRole('button', { name: 'Tambah sesi' }));
  await user.click(await screen.findByRole('button', { name: /Salin semua: 2 sesi/ }));

  await waitFor(async () => expect(await sessions(world)).toHaveLength(6));
  const copies = (await sessions(world)).map(view => valuesOf<Record<string, unknown>>(view));
  expect(copies).toContainEqual({
    title: 'Pembukaan',
    day: '2021-06-30',
    startsAt: '08:00',
    endsAt: '09:30',
  });
  expect(copies).toContainEqual({ title: 'Pre-test', day: '2021-06-30', startsAt: '10:00', jp: 2 });

  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect(await sessions(world)).toHaveLength(4));
});

test('one new session opens at once, and a deleted one comes back', async () => {
  const world = await open();
  const user = userEvent.setup();
  timetable(world);
  const day = await screen.findByRole('heading', { name: 'Selasa, 29 Juni 2021' });
  await user.click(
    within(day.closest('section') as HTMLElement).getByRole('button', { name: 'Tambah sesi' }),
  );
  await user.click(await screen.findByRole('button', { name: 'Sesi kosong' }));
  await waitFor(() => expect(location.pathname).toMatch(/\/sessions\/[^/]+\/edit$/));
  const id = location.pathname.split('/').at(-2) ?? '';
  expect(valuesOf(await read(world, id))).toEqual({ day: '2021-06-29' });
  cleanup();

  form(world, id);
  await user.click(await screen.findByRole('button', { name: 'Hapus sesi' }));
  await waitFor(async () => expect(await sessions(world)).toHaveLength(3));
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect(await sessions(world)).toHaveLength(4));
});

test('what is typed of a session outlives a closed app', async () => {
  const world = await open();
  const user = userEvent.setup();
  form(world);
  await user.type(await screen.findByLabelText('Materi'), 'Enam strategi');
  const drafts = await world.services.loadDrafts();
  await waitFor(async () =>
    expect(await drafts.read('session|')).toEqual({ [`${stream}|s2|material`]: 'Enam strategi' }),
  );
});

test('the session that is now stands before all others', async () => {
  timetable(await open());
  const [first] = await screen.findAllByRole('heading', { level: 2 });
  expect(first?.textContent).toBe('Literasi digital');
  expect(screen.getByRole('link', { name: 'Buka daftar hadir' }).getAttribute('href')).toBe(
    `/trainings/${training}/sessions/s2`,
  );
});

test('a session that is moved to another day while its sheet is open keeps its marks and says the new day', async () => {
  const world = await open();
  const user = userEvent.setup();
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await user.click(await screen.findByRole('button', { name: /^Amina/ }));
  await world.hold('session', {
    s2: { title: 'Literasi digital', day: '2021-07-02', startsAt: '10:00' },
  });
  expect(await screen.findByText(/Jum, 2 Jul · 10\.00/)).toBeTruthy();
  await waitFor(() => expect(screen.getByText('1 dari 1')).toBeTruthy());
  expect((await world.readWritten()).map(({ r, f }) => [r, f])).toEqual([
    ['s2:p001', { mark: { status: 'hadir' } }],
  ]);
});

test('somebody without that right reads only', async () => {
  const stranger = { ...rina, scopes: [{ id: stream, role: 'pengelola' as const }] };
  form(await open(stranger));
  expect(await screen.findByText('Sesi ini hanya dapat dibaca')).toBeTruthy();
});
