// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { RefusedWork } from '../../../src/client/app-services.ts';
import { AttentionScreen } from '../../../src/client/features/attention/AttentionScreen.tsx';
import { Problem } from '../../../src/domain/problem.ts';
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

test('refused work says what, why, since when, and that nothing is lost', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  world.own = [refused];
  renderScreen(world, <AttentionScreen />);

  const own = within(await screen.findByRole('region', { name: 'Dari perangkat ini' }));
  expect(own.getByText('Amina')).toBeTruthy();
  expect(own.getByText('Terlambat 20 menit · Literasi digital')).toBeTruthy();
  expect(own.getByText(/Penulisnya tidak berhak mengubah ini/)).toBeTruthy();
  expect(own.getByText(/Koordinator dapat memasukkannya/)).toBeTruthy();
  expect(own.getByText('30 Jun 2021, 08.30')).toBeTruthy();
  expect(screen.getByText(/Tidak ada yang hilang/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Dari semua perangkat' })).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test('work of a kind or a person that is not known here is still listed', async () => {
  const world = openScreenWorld(rina);
  world.own = [
    { ...refused, operation: { ...operation, f: { mark: 'rusak' } }, code: 'invalid-value' },
    { ...refused, n: 5, operation: { ...operation, t: 'barang', r: 'x1', f: {} } },
  ];
  renderScreen(world, <AttentionScreen />);

  expect(await screen.findByText('Peserta tanpa nama')).toBeTruthy();
  expect(screen.getByText(/Hanya penulisnya yang dapat membetulkan/)).toBeTruthy();
  expect(screen.getByText('Catatan lain')).toBeTruthy();
});

test('a coordinator sees those of all devices, with who wrote them and where', async () => {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.elsewhere = [
    {
      id: operation.id,
      code: 'unknown-author',
      receivedAt: morning,
      device: 'abcdef1234567890',
      operation,
    },
  ];
  renderScreen(world, <AttentionScreen />);

  expect(await screen.findByText(/Rina Fasilitator, perangkat abcdef12/)).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('without a network the coordinator is told why the list is not there, and may try again', async () => {
  const world = openScreenWorld(koordinator);
  world.elsewhere = new Problem('offline');
  renderScreen(world, <AttentionScreen />);
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();

  world.elsewhere = [];
  await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));

  expect(await screen.findByText(/Tidak ada catatan lain/)).toBeTruthy();
});
