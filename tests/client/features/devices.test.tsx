// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DeviceOfOthersScreen } from '../../../src/client/features/receipts/DeviceOfOthersScreen.tsx';
import { DevicesScreen } from '../../../src/client/features/receipts/DevicesScreen.tsx';
import { HomeScreen } from '../../../src/client/features/home/HomeScreen.tsx';
import { Problem } from '../../../src/domain/problem.ts';
import type { DeviceEntry } from '../../../src/protocol/event-messages.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
} from '../../support/screen-world.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function deviceOf(id: string, name: string, ops = 0, pictures = 0): DeviceEntry {
  return {
    id,
    name: 'Tablet Samsung',
    people: [{ id: name.toLowerCase(), name, role: 'fasilitator' }],
    isRevoked: false,
    lastSeenAt: morning - 300_000,
    report: {
      id,
      now: morning,
      clk: 1,
      app: '0.2.0',
      schema: 1,
      waiting: { ops, pictures, bytes: pictures * 250_000 },
      storage: { free: 2_400_000_000, isPersistent: true },
      battery: 0.42,
    },
  };
}

async function openDevices(...devices: DeviceEntry[]) {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.devices = { at: morning, devices };
  renderScreen(world, <DevicesScreen />);
  await screen.findAllByRole('listitem');
  return world;
}

async function openDevice(id = 'dev-rina', device = deviceOf(id, 'Rina', 12, 3)) {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.devices = { at: morning, devices: [device] };
  world.receiptsOf = {
    [id]: [
      {
        stream,
        kind: 'attendance',
        group: 's2',
        operations: 41,
        records: 38,
        refused: ['x'],
        pictures: { named: 12, held: 10 },
        lastAt: morning,
        code: '7F3A',
      },
    ],
  };
  renderScreen(world, <DeviceOfOthersScreen device={id} />);
  await screen.findByRole('region', { name: 'Yang sudah ada di server' });
  return world;
}

test('each device says who is on it, when it was there, and what it said it still carries', async () => {
  const never = { ...deviceOf('dev-baru', 'Citra'), report: null, lastSeenAt: null };
  const world = await openDevices(
    deviceOf('dev-budi', 'Budi'),
    never,
    { ...deviceOf('dev-tua', 'Dedi', 4), isRevoked: true },
    deviceOf('dev-rina', 'Rina', 12, 3),
  );

  const rows = screen.getAllByRole('listitem').map(row => row.textContent);
  expect(rows[0]).toContain('Rina');
  expect(rows[0]).toContain('12 catatan, 3 foto menunggu');
  expect(rows[0]).toContain('terakhir terhubung 5 menit yang lalu');
  expect(rows[1]).toContain('Tidak ada yang menunggu');
  expect(rows[2]).toContain('Belum pernah mengirim');
  expect(rows[3]).toContain('Izin dicabut');
  expect(screen.getByText(/4 perangkat, 1 masih membawa/)).toBeTruthy();
  expect(world.counts.watching).toBe(1);
  expect(screen.getAllByRole('link').map(link => link.getAttribute('href'))).toContain(
    '/devices/dev-rina',
  );
  expect(await accessibilityViolations()).toEqual([]);
  cleanup();
  await waitFor(() => expect(world.counts.watching).toBe(0));
});

test('the list is asked for again every few seconds while it is in sight, and never while it is not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const world = await openDevices(deviceOf('dev-rina', 'Rina', 12));
  expect(world.devicesAsked).toBe(1);

  world.devices = { at: morning, devices: [deviceOf('dev-rina', 'Rina', 0)] };
  await act(() => void vi.advanceTimersByTime(5_000));
  await screen.findByText('Tidak ada yang menunggu');
  expect(world.devicesAsked).toBe(2);

  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await act(() => void vi.advanceTimersByTime(60_000));
  expect(world.devicesAsked).toBe(2);

  visibility.mockReturnValue('visible');
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await waitFor(() => expect(world.devicesAsked).toBe(3));
});

test('without a network it says so calmly, and what was had before stays with its time', async () => {
  const world = openScreenWorld(koordinator);
  world.devices = new Problem('offline');
  renderScreen(world, <DevicesScreen />);
  await screen.findByText(/Tidak ada internet/);

  world.devices = { at: morning, devices: [deviceOf('dev-rina', 'Rina')] };
  await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  await screen.findByText('Rina');

  world.devices = new Problem('timeout');
  world.status.value = { ...world.status.value, completedAt: morning + 1 };
  await screen.findByText('Yang di bawah ini dari pukul 08.30.');
  expect(screen.getByText('Rina')).toBeTruthy();
});

test('10.1 one device shows what home holds of it, with the codes its owner sees', async () => {
  await openDevice();

  const held = within(screen.getByRole('region', { name: 'Yang sudah ada di server' }));
  await held.findByText('Literasi digital');
  expect(held.getByText('Kode: 7 F 3 A')).toBeTruthy();
  expect(held.getByText('38 peserta')).toBeTruthy();
  expect(held.getByText('41 perubahan · 10 dari 12 foto · tersimpan 08.30')).toBeTruthy();
  expect(held.getByText('1 disimpan terpisah')).toBeTruthy();
  const report = within(screen.getByRole('region', { name: 'Keadaan perangkat' }));
  expect(report.getByText('12 catatan, 3 foto')).toBeTruthy();
  expect(report.getByText('0.2.0')).toBeTruthy();
  expect(report.getByText('42%')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('4.15 a device is shut out by an ordinary edit, at once, and let in again by one tap', async () => {
  const world = await openDevice();

  await userEvent.click(await screen.findByRole('button', { name: 'Cabut izin' }));

  await screen.findByText('Izin perangkat dicabut. Tersimpan.');
  await screen.findByText(/Perangkat ini tidak dapat membaca data lagi/);
  expect(screen.getByText(/berlaku setelah terkirim/)).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await screen.findByRole('button', { name: 'Cabut izin' });
  const written = await world.readWritten();
  expect(written.map(({ stream: place, t, r, f }) => ({ place, t, r, f }))).toEqual([
    { place: 'programme', t: 'device', r: 'dev-rina', f: { revoked: true } },
    { place: 'programme', t: 'device', r: 'dev-rina', f: { revoked: false } },
  ]);
  expect(written[1]?.p).toEqual({ revoked: [written[0]?.id] });
});

test('a device that home calls revoked is offered to be let in again', async () => {
  const world = await openDevice('dev-rina', { ...deviceOf('dev-rina', 'Rina'), isRevoked: true });

  await userEvent.click(await screen.findByRole('button', { name: 'Izinkan lagi' }));

  await screen.findByText('Perangkat diizinkan lagi. Tersimpan.');
  expect((await world.readWritten()).map(({ f }) => f)).toEqual([{ revoked: false }]);
});

test('nobody shuts out the device in their own hands, for it could not let itself in again', async () => {
  const own = openScreenWorld(koordinator).services.device.id;
  await openDevice(own, deviceOf(own, 'Kardi'));

  await screen.findByText(/Ini perangkat yang sedang Anda pakai/);
  expect(screen.queryByRole('button', { name: 'Cabut izin' })).toBeNull();
});

test('only a coordinator of the programme may shut a device out', async () => {
  const world = openScreenWorld({ ...koordinator, scopes: [{ id: stream, role: 'koordinator' }] });
  world.devices = { at: morning, devices: [deviceOf('dev-rina', 'Rina')] };
  renderScreen(world, <DeviceOfOthersScreen device="dev-rina" />);

  await screen.findByText('Belum ada catatan dari perangkat ini di server.');
  expect(screen.queryByRole('button', { name: 'Cabut izin' })).toBeNull();
});

test('a device that is not on the list is said not to be', async () => {
  const world = openScreenWorld(koordinator);
  renderScreen(world, <DeviceOfOthersScreen device="dev-x" />);
  expect(await screen.findByText('Perangkat ini tidak ada dalam daftar')).toBeTruthy();
});

test("a coordinator's first screen leads to the devices, to what waits for a decision, to inviting, and to a new training", async () => {
  renderScreen(openScreenWorld(koordinator), <HomeScreen />);
  const card = within(await screen.findByRole('region', { name: 'Untuk koordinator' }));
  expect(card.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
    '/devices',
    '/attention',
    '/invite',
    '/trainings/new',
  ]);
  cleanup();

  renderScreen(openScreenWorld(rina), <HomeScreen />);
  await screen.findByRole('region', { name: 'Sinkronisasi' });
  expect(screen.queryByRole('region', { name: 'Untuk koordinator' })).toBeNull();
});
