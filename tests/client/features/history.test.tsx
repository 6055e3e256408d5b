// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HistoryScreen } from '../../../src/client/features/history/HistoryScreen.tsx';
import { Problem } from '../../../src/domain/problem.ts';
import type { HistoryEntry } from '../../../src/protocol/messages.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

const entry: HistoryEntry = {
  id: '00000000-0000-4000-a000-000000000003',
  by: 'rina',
  device: '3f9a1c22-7d1b',
  stamp: morning,
  isClockUncertain: false,
  receivedAt: morning + 1_000,
  verdict: 'admitted',
  code: null,
  fields: { mark: { status: 'terlambat', minutes: 15 }, note: 'Ban bocor' },
  parents: {},
};

async function open(
  entries: HistoryEntry[] | Problem,
  record = { kind: 'attendance', id: 's2:p001' },
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
) {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  await prepare(world);
  world.history = entries;
  renderScreen(world, <HistoryScreen stream={stream} {...record} />);
  await screen.findByRole('heading', { level: 1 });
  return world;
}

test('10.2 every value stands there with who, when and on which device, the latest first', async () => {
  await open([
    entry,
    {
      ...entry,
      id: '00000000-0000-4000-a000-000000000002',
      by: 'unknown-person',
      stamp: morning - 86_400_000,
      receivedAt: morning,
      isClockUncertain: true,
      fields: { mark: null },
    },
    {
      ...entry,
      id: '00000000-0000-4000-a000-000000000001',
      by: 'budi',
      verdict: 'quarantined',
      code: 'forbidden',
      fields: { mark: { status: 'izin' } },
    },
  ]);

  const rows = await screen.findAllByRole('listitem');
  expect(await screen.findByRole('heading', { name: 'Amina', level: 1 })).toBeTruthy();
  expect(rows).toHaveLength(3);
  const [latest, older, refused] = rows.map(row => row.textContent);
  expect(latest).toContain('Terlambat 15 menit');
  expect(latest).toContain('Catatan: Ban bocor');
  expect(latest).toContain('Rina Fasilitator');
  expect(latest).toContain('30 Jun 2021, 08.30 · perangkat 3f9a1c22');
  expect(older).toContain('Belum dicatat');
  expect(older).toContain('Seseorang');
  expect(older).toContain('sampai di server 30 Jun 2021, 08.30');
  expect(older).toContain('jam perangkat tidak pasti');
  expect(refused).toContain('Disimpan terpisah: Penulisnya tidak berhak');
  expect(await accessibilityViolations()).toEqual([]);
});

test('what the record shows now is marked, and a refused value never is', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  await world.hold('attendance', { 's2:p001': { mark: { status: 'hadir' } } });
  const view = await world.services.records.readRecord(stream, 'attendance', 's2:p001');
  const shown = view?.state['mark']?.h[0]?.o as string;
  world.history = [
    { ...entry, id: shown, fields: { mark: { status: 'hadir' } } },
    { ...entry, fields: { mark: { status: 'alpa' } } },
  ];
  renderScreen(world, <HistoryScreen stream={stream} kind="attendance" id="s2:p001" />);

  const [first, second] = await screen.findAllByRole('listitem');
  expect(within(first as HTMLElement).getByText('Berlaku')).toBeTruthy();
  expect(within(second as HTMLElement).queryByText('Berlaku')).toBeNull();
});

test('fields and kinds that are not known here are told by their names', async () => {
  await open(
    [
      {
        ...entry,
        verdict: 'opaque',
        fields: { berat: { kg: 12 }, title: 'Advokasi', day: '2021-07-01', startsAt: '13:00' },
      },
      { ...entry, id: '00000000-0000-4000-a000-000000000009', fields: {} },
    ],
    { kind: 'barang', id: 'x1' },
  );

  expect(await screen.findByText('berat: {"kg":12}')).toBeTruthy();
  expect(screen.getByText('Judul: Advokasi')).toBeTruthy();
  expect(screen.getByText('Hari: 1 Juli 2021')).toBeTruthy();
  expect(screen.getByText('Mulai pukul: 13.00')).toBeTruthy();
  expect(screen.getByText(/Ditulis oleh versi yang lebih baru/)).toBeTruthy();
});

test('changes that are still on this device are said to be missing from it', async () => {
  await open([entry], undefined, world =>
    world.services.records.write([
      { stream, t: 'attendance', r: 's2:p001', fields: { note: 'x' }, seen: undefined },
    ]),
  );
  expect(await screen.findByText(/masih menyimpan perubahan yang belum terkirim/)).toBeTruthy();
});

test('without a network it says so; without anything written it says so too', async () => {
  await open(new Problem('offline'));
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();
  cleanup();

  await open(new Problem('not-found'));
  expect(await screen.findByText('Belum ada riwayat di server')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Coba lagi' })).toBeNull();
  cleanup();

  await open([]);
  expect(await screen.findByText('Belum ada riwayat di server')).toBeTruthy();
});

test('the way back leads to where one came from', async () => {
  await open([entry]);
  const back = () => screen.getByRole('link', { name: 'Kembali' }).getAttribute('href');
  expect(back()).toBe('/trainings/spp-tik/sessions/s2?participant=p001');
  cleanup();

  history.replaceState(null, '', '/history/x/y/z?from=activity');
  await open([entry]);
  expect(back()).toBe('/trainings/spp-tik/activity');
  cleanup();

  history.replaceState(null, '', '/history/x/y/z?from=attention');
  await open([entry]);
  expect(back()).toBe('/attention');
});

test('the history of one answer says only what was answered there, in the words of its question', async () => {
  history.replaceState(null, '', '/history/x/y/z?field=komputer');
  const world = openScreenWorld(rina);
  world.history = [
    { ...entry, fields: { komputer: 3, judul_cetak: 1250 } },
    { ...entry, id: '00000000-0000-4000-a000-000000000002', fields: { judul_cetak: 1000 } },
    { ...entry, id: '00000000-0000-4000-a000-000000000001', fields: { komputer: null } },
  ];
  renderScreen(world, <HistoryScreen stream="region/62.12" kind="library" id="62.12.01.2008" />);

  expect(await screen.findByText('Komputer/laptop: 3 unit')).toBeTruthy();
  expect(screen.getByText('Komputer/laptop: dikosongkan')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByRole('heading', { name: 'Komputer/laptop', level: 1 })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe(
    '/libraries/62.12.01.2008/sections/tik?field=komputer',
  );
});

test('an answer that its form cannot read is told as it is', async () => {
  const world = openScreenWorld(rina);
  world.history = [
    { ...entry, verdict: 'quarantined', code: 'invalid-value', fields: { komputer: { x: 1 } } },
  ];
  renderScreen(world, <HistoryScreen stream="region/62.12" kind="library" id="62.12.01.2008" />);
  expect(await screen.findByText('Komputer/laptop: {"x":1}')).toBeTruthy();
});

test('photo, place and consent are told in words, never as they are stored', async () => {
  const world = openScreenWorld(rina);
  const photo = {
    image: { sha256: 'a'.repeat(64), size: 200_000, mime: 'image/jpeg', w: 1280, h: 960 },
    caption: 'Ruang baca pagi',
    consent: true,
  };
  const consent = { version: '2026-11', at: morning, name: 'Sari' };
  world.history = [
    {
      ...entry,
      fields: {
        foto_ruang_baca: photo,
        lokasi: { lat: -2.2, lon: 113.9, accuracy: 12 },
        persetujuan: { ...consent, withdrawnAt: morning + 60_000 },
      },
    },
    { ...entry, id: '00000000-0000-4000-a000-000000000002', fields: { persetujuan: consent } },
  ];
  renderScreen(world, <HistoryScreen stream="region/62.12" kind="library" id="62.12.01.2008" />);

  expect(
    await screen.findByText('Foto ruang baca: 0,2 MB, 1280 × 960 · Ruang baca pagi · disetujui'),
  ).toBeTruthy();
  expect(
    screen.getByText(/Titik lokasi: Lintang -2.20000, bujur 113.90000. Akurasi 12 meter./),
  ).toBeTruthy();
  expect(screen.getAllByText(/Disetujui oleh Sari pada 30 Jun 2021, 08.30/)).toHaveLength(2);
  expect(screen.getByText(/Ditarik kembali pada 30 Jun 2021, 08.31/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/sha256|1\.6\d\d\.\d{3}/);
});
