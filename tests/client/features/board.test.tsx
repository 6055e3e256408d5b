// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { BoardScreen } from '../../../src/client/features/board/BoardScreen.tsx';
import type { DeviceEntry } from '../../../src/protocol/event-messages.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { boardDevice } from '../../support/board-devices.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  stream,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const rinas = { id: 'tablet-rina', of: ['rina', 'Rina Fasilitator'] } as const;
const budis = { id: 'tablet-budi', of: ['budi', 'Budi Fasilitator'] } as const;

async function open(devices: DeviceEntry[], pictures?: 'now' | 'later'): Promise<ScreenWorld> {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  const call = pictures && { id: 'call-0', stream, at: morning - 60_000, pictures };
  world.devices = { at: morning, devices, ...(call && { calls: [call] }) };
  renderScreen(world, <BoardScreen training={training} />);
  return world;
}

/** What home tells at once. */
async function tell(world: ScreenWorld, ...devices: DeviceEntry[]): Promise<void> {
  await act(() => {
    for (const follower of world.followers) follower.onDevices(devices);
  });
}

const line = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });

test('a coordinator calls all devices, sees them come in, and is told the moment and the code', async () => {
  const world = await open([
    boardDevice({ ...rinas, ops: 12, isHere: true }),
    boardDevice({ ...budis, ops: 3, pictures: 2, bytes: 400_000, isHere: true }),
  ]);
  expect(await screen.findByRole('heading', { name: 'Belum dipanggil' })).toBeTruthy();
  expect((await line('Rina')).textContent).toMatch(/Mengirim: 12 catatan tersisa/);
  expect(await accessibilityViolations()).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Panggil semua perangkat' }));
  await screen.findByText('2 perangkat tersambung dan dipanggil.');
  expect(world.calls).toEqual([{ stream, pictures: 'now' }]);
  expect(screen.getByText(/0 dari 2 perangkat menjawab/)).toBeTruthy();

  const report = { call: 'call-1' };
  await tell(world, boardDevice({ ...rinas, ops: 6, isHere: true, report }));
  expect(screen.getByText(/1 dari 2 perangkat menjawab/)).toBeTruthy();
  await tell(world, boardDevice({ ...rinas, isHere: true, report, provenAt: morning + 1_000 }));
  expect(screen.getByText(/1 dari 2 perangkat sudah masuk · 1 sedang berjalan/)).toBeTruthy();
  expect(screen.queryByText('Semua sudah masuk')).toBeNull();
  expect((await line('Rina')).textContent).toMatch(/Lengkap pukul 08\.30.*24 tiba · kode 7F3A/);

  await tell(world, boardDevice({ ...budis, report, provenAt: morning + 2_000 }));
  expect(await screen.findByRole('heading', { name: 'Semua sudah masuk' })).toBeTruthy();
  expect(screen.getByText(/Terbukti lengkap pukul 08\.30/)).toBeTruthy();
  expect(screen.getByText(/^Kode:/)).toBeTruthy();

  // Whoever brings more afterwards takes the sentence back.
  await tell(world, boardDevice({ ...budis, ops: 1, isHere: true, report }));
  expect(screen.queryByText('Semua sudah masuk')).toBeNull();
});

test('one that breaks off half-way is named, with what to do', async () => {
  await open(
    [
      boardDevice({ ...rinas, provenAt: morning }),
      boardDevice({ ...budis, ops: 5, report: { call: 'call-0' } }),
    ],
    'now',
  );
  expect(await screen.findByText('1 perangkat tidak tersambung')).toBeTruthy();
  expect(screen.getByText('Tidak tersambung: Budi Fasilitator')).toBeTruthy();
  expect(screen.getByText(/Simpan yang belum terkirim sebagai berkas/)).toBeTruthy();
  expect((await line('Budi')).textContent).toMatch(/Terputus di tengah jalan/);
});

test('one that will not come is written off with a note, which can be undone, and is counted as such', async () => {
  const world = await open(
    [boardDevice({ ...rinas, provenAt: morning }), boardDevice({ ...budis, ops: 5 })],
    'now',
  );
  fireEvent.click(await line('Budi'));
  const sheet = within(await screen.findByRole('dialog'));
  fireEvent.click(sheet.getByRole('radio', { name: /Dicoret/ }));
  fireEvent.click(sheet.getByRole('button', { name: 'Simpan' }));
  expect(sheet.getByText('Tulis dulu mengapa perangkat ini dicoret.')).toBeTruthy();
  fireEvent.input(sheet.getByLabelText('Catatan'), { target: { value: 'Jatuh ke sungai' } });
  fireEvent.click(sheet.getByRole('button', { name: 'Simpan' }));

  expect(await screen.findByRole('heading', { name: 'Semua sudah masuk' })).toBeTruthy();
  expect(screen.getByText('1 dari 2 perangkat sudah masuk · 1 dicoret')).toBeTruthy();
  expect((await line('Budi')).textContent).toMatch(/Jatuh ke sungai/);
  expect(await world.readWritten()).toMatchObject([
    {
      stream,
      t: 'boardNote',
      r: 'tablet-budi',
      f: { state: 'writtenOff', note: 'Jatuh ke sungai' },
    },
  ]);

  fireEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await waitFor(() => expect(screen.queryByText('Semua sudah masuk')).toBeNull());
  expect((await line('Budi')).textContent).toMatch(/Masih membawa 5 catatan/);
});

test('a trainer of whom no device ever came is shown by name, and may be left out', async () => {
  await open([boardDevice({ ...rinas, provenAt: morning })], 'now');
  const budi = await line('Budi');
  expect(budi.textContent).toMatch(/Belum pernah datang/);
  expect(screen.queryByText('Semua sudah masuk')).toBeNull();
  fireEvent.click(budi);
  const sheet = within(await screen.findByRole('dialog'));
  fireEvent.click(sheet.getByRole('radio', { name: 'Tidak ditunggu' }));
  fireEvent.click(sheet.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByRole('heading', { name: 'Semua sudah masuk' })).toBeTruthy();
});

test('a device of somebody else is waited for once it is added', async () => {
  await open([
    boardDevice({ ...rinas, provenAt: morning }),
    boardDevice({ id: 'tablet-siti', of: ['siti', 'Siti Pengelola'], ops: 4 }),
  ]);
  fireEvent.click(await screen.findByRole('button', { name: 'Tambah perangkat lain' }));
  const sheet = within(await screen.findByRole('dialog'));
  fireEvent.input(await sheet.findByLabelText(/Cari nama/), { target: { value: 'sit' } });
  fireEvent.click(sheet.getByRole('button', { name: /Siti Pengelola/ }));
  expect(await screen.findByText('Siti Pengelola ikut ditunggu. Tersimpan.')).toBeTruthy();
  expect((await line('Siti')).textContent).toMatch(/Masih membawa 4 catatan/);
});

test('pictures are held back and asked for again by a tap, and the board says so', async () => {
  const world = await open([boardDevice({ ...rinas, ops: 2, isHere: true })], 'now');
  fireEvent.click(await screen.findByRole('radio', { name: 'Tahan dulu' }));
  await waitFor(() => expect(world.calls).toEqual([{ stream, pictures: 'later' }]));
  const report = { call: 'call-1' };
  await tell(world, boardDevice({ ...rinas, pictures: 3, bytes: 900_000, isHere: true, report }));
  expect((await line('Rina')).textContent).toMatch(/Catatan masuk, 3 foto ditahan/);
  fireEvent.click(screen.getByRole('radio', { name: 'Kirim juga' }));
  await waitFor(() => expect(world.calls.at(-1)).toEqual({ stream, pictures: 'now' }));
});

test('without a line the board asks by itself, and says how fresh it is', async () => {
  const world = await open([boardDevice({ ...rinas, ops: 2 })], 'now');
  expect(await screen.findByText('Langsung')).toBeTruthy();
  await act(() => {
    for (const follower of world.followers) follower.onLive(false);
  });
  expect(screen.getByText('Diperbarui tiap 5 detik')).toBeTruthy();
  expect(screen.getByText(/Diambil pukul 08\.30/)).toBeTruthy();
  // The line stands again: what came meanwhile is asked for at once.
  const before = world.devicesAsked;
  world.devices = { at: morning, devices: [boardDevice({ ...rinas, ops: 1 })] };
  await act(() => {
    for (const follower of world.followers) follower.onLive(true);
  });
  await waitFor(() => expect(world.devicesAsked).toBeGreaterThan(before));
  await waitFor(async () =>
    expect((await line('Rina')).textContent).toMatch(/Masih membawa 1 catatan/),
  );
});

test('who may not see the devices is told so', async () => {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.devices = new Problem('no-right');
  renderScreen(world, <BoardScreen training={training} />);
  expect(await screen.findByText(/Anda tidak berhak melakukan ini/)).toBeTruthy();
});

test('what a device said of its check before leaving stands in its line', async () => {
  const leaving = { at: morning, training, open: [] };
  await open([
    boardDevice({ ...rinas, report: { leaving, battery: 0.83 } }),
    boardDevice({ ...budis, report: { leaving: { ...leaving, open: ['clock', 'space'] } } }),
  ]);
  expect((await line('Rina')).textContent).toMatch(/baterai 83%.*siap berangkat 08\.30/);
  expect((await line('Budi')).textContent).toMatch(/periksa berangkat 08\.30: 2 belum beres/);
});
