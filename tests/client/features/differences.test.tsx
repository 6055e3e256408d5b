// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import { DifferencesScreen } from '../../../src/client/features/differences/DifferencesScreen.tsx';
import { chosenBy } from '../../../src/client/features/differences/settle-by-rule.ts';
import { TrainingScreen } from '../../../src/client/features/training/TrainingScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const said = (by: string, v: unknown, minutes: number) => ({
  by,
  v,
  s: morning + minutes * 60_000,
});

async function open(person = koordinator) {
  const world = openScreenWorld(person);
  await holdTraining(world, ['Amina', 'Bernadus']);
  await world.hold('attendance', {
    's1:p001': {
      mark: [said('rina', { status: 'hadir' }, 2), said('budi', { status: 'izin' }, 1)] as never,
    },
    's1:p002': {
      mark: [said('budi', { status: 'sakit' }, 5), said('rina', { status: 'alpa' }, 3)] as never,
    },
  });
  await world.hold('participant', {
    p001: { name: 'Amina', phone: [said('rina', '0812', 1), said('kardi', '0813', 2)] as never },
  });
  renderScreen(world, <DifferencesScreen training={training} />);
  await screen.findByRole('region', { name: 'Kehadiran · Pembukaan' });
  return world;
}

const group = (name: string) => within(screen.getByRole('region', { name }));
const markOf = async (world: ScreenWorld, person: string) =>
  valuesOf<{ mark?: unknown }>(
    await world.services.records.readRecord(stream, 'attendance', `s1:${person}`),
  ).mark;

test('all differences of a training stand on one page, each with who said what and when', async () => {
  await open();
  const attendance = group('Kehadiran · Pembukaan');
  expect(attendance.getByRole('heading', { name: 'Amina' })).toBeTruthy();
  expect(attendance.getByRole('button', { name: /Hadir.*Rina Fasilitator/ })).toBeTruthy();
  expect(attendance.getByRole('button', { name: /Izin.*Budi Fasilitator/ })).toBeTruthy();
  const people = group('Peserta');
  expect(people.getByText('Telepon: 0812')).toBeTruthy();
  expect(people.getByRole('link', { name: 'Riwayat' }).getAttribute('href')).toContain('/history/');
  expect(await accessibilityViolations()).toEqual([]);
});

test('one tap settles one of them, and it leaves the page', async () => {
  const world = await open();
  await userEvent.click(group('Peserta').getByRole('button', { name: /Telepon: 0813/ }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Peserta' })).toBeNull());
  const view = await world.services.records.readRecord(stream, 'participant', 'p001');
  expect(valuesOf(view)).toMatchObject({ phone: '0813' });
});

test('a rule settles a whole group at once: what was recorded last, or first', async () => {
  const world = await open();
  await userEvent.click(
    group('Kehadiran · Pembukaan').getByRole('button', { name: 'Yang terakhir dicatat' }),
  );
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Kehadiran · Pembukaan' })).toBeNull(),
  );
  expect(await markOf(world, 'p001')).toEqual({ status: 'hadir' });
  expect(await markOf(world, 'p002')).toEqual({ status: 'sakit' });
  expect(screen.getByText(/2 perbedaan diselesaikan/)).toBeTruthy();
});

test('the training leads its coordinator here, and nobody else', async () => {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  renderScreen(world, <TrainingScreen training={training} />);
  const link = await screen.findByRole('link', { name: /Perbedaan data/ });
  expect(link.getAttribute('href')).toBe(`/trainings/${training}/differences`);
  cleanup();

  const other = openScreenWorld(rina);
  await holdTraining(other, ['Amina']);
  renderScreen(other, <TrainingScreen training={training} />);
  await screen.findByRole('heading', { name: 'Bimtek SPP-TIK' });
  expect(screen.queryByRole('link', { name: /Perbedaan data/ })).toBeNull();
});

test('a full device settles nothing and says so', async () => {
  const world = await open();
  world.setFull(true);
  await userEvent.click(
    group('Kehadiran · Pembukaan').getByRole('button', { name: 'Yang pertama dicatat' }),
  );
  expect(await screen.findByText(/penuh/)).toBeTruthy();
  expect(await world.readWritten()).toEqual([]);
});

test('a trainer settles what trainers may write; without differences the page says so', async () => {
  await open(rina);
  expect(group('Peserta').getAllByRole('button').length).toBeGreaterThan(1);
  cleanup();

  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  renderScreen(world, <DifferencesScreen training={training} />);
  expect(await screen.findByText('Tidak ada perbedaan')).toBeTruthy();
});

test('of one moment both devices choose the same', () => {
  const sides = ['b', 'a'].map(operation => ({ operation, value: operation, by: 'x', at: 1 }));
  expect(chosenBy('latest', { sides })?.operation).toBe('b');
  expect(chosenBy('latest', { sides: sides.toReversed() })?.operation).toBe('b');
  expect(chosenBy('earliest', { sides })?.operation).toBe('a');
});
