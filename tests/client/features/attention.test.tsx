// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { RefusedElsewhere, RefusedWork } from '../../../src/client/app-services.ts';
import { AttentionScreen } from '../../../src/client/features/attention/AttentionScreen.tsx';
import { canBeAccepted, Problem, refusalCodes } from '../../../src/domain/problem.ts';
import type { Operation } from '../../../src/protocol/operation.ts';
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

afterEach(cleanup);

const operation: Operation = {
  v: 1,
  id: '00000000-0000-4000-a000-000000000001',
  dev: 'tablet-a',
  n: 4,
  by: 'rina',
  stream,
  t: 'attendance',
  r: 's2:p001',
  sv: 1,
  f: { mark: { status: 'terlambat', minutes: 20 } },
  p: {},
  wall: morning,
  off: 0,
  clk: 1,
};
const refused: RefusedWork = { n: 4, operation, code: 'forbidden', refusedAt: morning };
const elsewhere: RefusedElsewhere = {
  id: operation.id,
  code: 'unknown-author',
  receivedAt: morning,
  device: 'abcdef1234567890',
  operation,
};

const ofOwn = async () => within(await screen.findByRole('region', { name: 'Dari perangkat ini' }));
const ofOthers = async () =>
  within(await screen.findByRole('region', { name: 'Dari semua perangkat' }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function openOwn(...own: RefusedWork[]) {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  world.own = own;
  renderScreen(world, <AttentionScreen />);
  await ofOwn();
  return world;
}

async function openOthers(...all: RefusedElsewhere[]) {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.elsewhere = all;
  renderScreen(world, <AttentionScreen />);
  await (await ofOthers()).findAllByRole('listitem');
  return world;
}

test('refused work says what, why, since when, that it is safe, and what to say to whom', async () => {
  await openOwn(refused);

  const own = await ofOwn();
  expect(own.getByRole('heading', { name: 'Amina' })).toBeTruthy();
  expect(own.getByText('Terlambat 20 menit')).toBeTruthy();
  expect(own.getByText('Literasi digital')).toBeTruthy();
  expect(own.getByText(/Penulisnya tidak berhak mengubah ini/)).toBeTruthy();
  expect(own.getByText(/beri saya hak di Bimtek SPP-TIK, atau terima/)).toBeTruthy();
  expect(own.getByText(/Aman di perangkat ini.*30 Jun 2021, 08\.30/)).toBeTruthy();
  expect(own.queryByRole('link', { name: 'Perbaiki' })).toBeNull();
  expect(screen.getByText(/Tidak ada yang hilang/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Dari semua perangkat' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Tidak diterima' })).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test.each(refusalCodes)(
  '4.3 %s: only what its author can correct is offered for correction',
  async code => {
    await openOwn({ ...refused, code });

    const correct = (await ofOwn()).queryByRole('link', { name: 'Perbaiki' });
    expect(correct?.getAttribute('href')).toBe(
      canBeAccepted(code) ? undefined : '/trainings/spp-tik/sessions/s2?participant=p001',
    );
    expect(Boolean((await ofOwn()).queryByText(/Koordinator melihatnya/))).toBe(
      canBeAccepted(code),
    );
  },
);

test('taking work back happens at once, and is undone by one tap', async () => {
  const world = await openOwn(refused);

  await press('Tarik kembali');

  await screen.findByText('Amina: ditarik kembali. Tersimpan.');
  await screen.findByText('Tidak ada yang perlu perhatian');
  expect(world.withdrawn).toEqual(new Set([4]));

  await press('Urungkan');
  expect((await ofOwn()).getByText('Terlambat 20 menit')).toBeTruthy();
  expect(world.withdrawn).toEqual(new Set());
});

test('on a full device taking back says so, and the work stays where it is', async () => {
  const world = await openOwn(refused);
  world.setFull(true);

  await press('Tarik kembali');

  await screen.findByText(/Ruang simpan perangkat penuh/);
  expect((await ofOwn()).getByText('Amina')).toBeTruthy();
});

test("4.13 only the author takes work back: of a colleague's work it is said how", async () => {
  await openOwn({ ...refused, operation: { ...operation, by: 'budi' } });

  expect((await ofOwn()).getByText(/Hanya Budi Fasilitator yang dapat menariknya/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Tarik kembali' })).toBeNull();
});

test('4.13 a device that is shut out offers no taking back, which would be kept apart in its turn', async () => {
  const world = await openOwn({ ...refused, code: 'device-revoked' });
  expect(screen.getByRole('button', { name: 'Tarik kembali' })).toBeTruthy();

  const { status } = world;
  const phase = { is: 'failed', problem: 'device-revoked', nextAt: morning } as const;
  status.value = { ...status.value, phase };

  await (await ofOwn()).findByText(/setelah koordinator mengizinkan perangkat ini lagi/);
  expect(screen.queryByRole('button', { name: 'Tarik kembali' })).toBeNull();
});

test('work that was recorded again since only has to be taken back', async () => {
  const world = await openOwn({ ...refused, code: 'invalid-value' });
  await world.services.records.write([
    {
      stream,
      t: 'attendance',
      r: 's2:p001',
      fields: { mark: { status: 'hadir' } },
      seen: undefined,
    },
  ]);

  await (await ofOwn()).findByText(/Sudah dicatat ulang sesudah itu/);
  expect(screen.queryByRole('link', { name: 'Perbaiki' })).toBeNull();
});

test('declined work stands apart, with what the coordinator said', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  world.declined = [
    { n: 4, operation, code: 'forbidden', note: 'Sudah dicatat Budi.', declinedAt: morning },
    { n: 5, operation, code: 'forbidden', note: '', declinedAt: morning },
  ];
  renderScreen(world, <AttentionScreen />);

  const declined = within(await screen.findByRole('region', { name: 'Tidak diterima' }));
  expect(declined.getByText('Kata koordinator: “Sudah dicatat Budi.”')).toBeTruthy();
  expect(declined.getByText('Koordinator tidak menulis alasan.')).toBeTruthy();
  expect(declined.queryByRole('button')).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

const anything: unknown[] = [
  {},
  { ...operation, f: { mark: 'rusak' } },
  { ...operation, f: { mark: { status: 'terbang' }, note: ['a', { b: 1 }] } },
  { ...operation, t: 'barang', r: 'x1', f: { berat: 12, isi: { a: [null] }, kosong: null } },
  { ...operation, stream: 7, t: null, r: {}, by: [], f: 'bukan objek' },
  { ...operation, f: null },
  { ...operation, stream: 'training:', r: 'a'.repeat(5_000), f: { note: 'x'.repeat(20_000) } },
];

test('refused work may hold anything, and is still listed', async () => {
  const world = openScreenWorld(koordinator);
  world.own = anything.map((one, n) => ({ ...refused, n, operation: one as Operation }));
  world.elsewhere = anything.map((one, at) => ({
    ...elsewhere,
    id: `sha256-${String(at).padStart(56, '0')}`,
    code: 'malformed',
    operation: one as Operation,
  }));
  renderScreen(world, <AttentionScreen />);

  expect(await (await ofOwn()).findAllByRole('listitem')).toHaveLength(anything.length);
  expect(await (await ofOthers()).findAllByRole('listitem')).toHaveLength(anything.length);
  expect((await ofOwn()).getByText(/berat: 12/)).toBeTruthy();
});

test('a coordinator sees those of all devices: who, where, when, what and why', async () => {
  await openOthers(elsewhere);

  const others = await ofOthers();
  expect(
    others.getByText(/Rina Fasilitator · perangkat abcdef12 · Sampai di server 30 Jun/),
  ).toBeTruthy();
  expect(others.getByText('Terlambat 20 menit')).toBeTruthy();
  expect(others.getByText(/Penulisnya tidak dikenal/)).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('what arrived together stands as it was written, the latest first', async () => {
  const written = (n: number) => ({
    ...elsewhere,
    id: `op-${n}`,
    operation: { ...operation, n, f: { note: `ke-${n}` } },
  });
  await openOthers(written(5), written(7), written(6));

  const items = (await ofOthers()).getAllByRole('listitem');
  expect(items.map(item => item.textContent.match(/ke-\d/)?.[0])).toEqual(['ke-7', 'ke-6', 'ke-5']);
  expect(screen.queryByText('Tidak ada yang perlu perhatian')).toBeNull();
});

test('4.3 what only its author can correct is not offered to be accepted', async () => {
  await openOthers({ ...elsewhere, code: 'invalid-value' });

  expect(screen.queryByRole('button', { name: 'Terima' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Tolak' })).toBeTruthy();
  expect(screen.getByText(/Hanya penulisnya yang dapat membetulkan. Beri tahu Rina/)).toBeTruthy();
});

test('accepting is saved here at once, without a network, and stands until home lists it no more', async () => {
  const world = await openOthers(elsewhere);
  world.elsewhere = new Problem('offline');

  await press('Terima');

  await screen.findByText('Diterima: Amina. Tersimpan.');
  await (await ofOthers()).findByText('Diputuskan, menunggu terkirim');
  expect(screen.queryByRole('button', { name: 'Terima' })).toBeNull();
  const [decision] = await world.readWritten();
  expect(decision).toMatchObject({
    t: 'decision',
    r: operation.id,
    stream,
    f: { outcome: 'accept' },
  });
  expect(await accessibilityViolations()).toEqual([]);

  // Delivered: home was asked again and lists it no more.
  world.elsewhere = [];
  world.status.value = { ...world.status.value, completedAt: morning + 5_000 };
  await screen.findByText('Tidak ada catatan lain yang disimpan terpisah.');
  expect(screen.queryByText('Diputuskan, menunggu terkirim')).toBeNull();
});

test('declining asks for a word to the author, and is undone by one tap', async () => {
  const world = await openOthers(elsewhere);

  await press('Tolak');
  const sheet = screen.getByRole('dialog', { name: 'Tolak catatan ini' });
  expect(await accessibilityViolations(sheet)).toEqual([]);
  await userEvent.type(within(sheet).getByLabelText('Alasan untuk penulisnya'), ' Sudah ada. ');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Tolak' }));

  await screen.findByText('Ditolak: Amina. Tersimpan.');
  await (await ofOthers()).findByText('Diputuskan, menunggu terkirim');
  expect((await world.readWritten()).map(({ f }) => f)).toEqual([
    { outcome: 'decline', note: 'Sudah ada.' },
  ]);

  await userEvent.click((await ofOthers()).getByRole('button', { name: 'Urungkan' }));
  await screen.findByText('Keputusan ditarik kembali. Tersimpan.');
  await (await ofOthers()).findByRole('button', { name: 'Tolak' });
  expect((await world.readWritten()).at(-1)?.f).toEqual({ outcome: null });
});

test('a coordinator may decline without a word', async () => {
  const world = await openOthers(elsewhere);

  await press('Tolak');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Tolak' }));

  await screen.findByText('Ditolak: Amina. Tersimpan.');
  expect((await world.readWritten()).map(({ f }) => f)).toEqual([{ outcome: 'decline' }]);
});

test('without a network the coordinator is told why the list is not there, and may try again', async () => {
  const world = openScreenWorld(koordinator);
  world.elsewhere = new Problem('offline');
  renderScreen(world, <AttentionScreen />);
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();

  world.elsewhere = [];
  await press('Coba lagi');

  expect(await screen.findByText(/Tidak ada catatan lain/)).toBeTruthy();
});

test('a list that was had before stays, with its time, when the network goes', async () => {
  const world = await openOthers(elsewhere);
  world.elsewhere = new Problem('timeout');
  world.status.value = { ...world.status.value, completedAt: morning + 5_000 };

  await screen.findByText('Yang di bawah ini dari pukul 08.30.');
  await waitFor(async () => expect((await ofOthers()).getByText('Amina')).toBeTruthy());
});

test('every entry leads to everything ever written of its record', async () => {
  await openOwn(refused);
  expect(screen.getByRole('link', { name: 'Riwayat' }).getAttribute('href')).toBe(
    '/history/training%3Aspp-tik/attendance/s2%3Ap001?from=attention',
  );
});
