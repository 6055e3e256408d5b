// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { AppServices, Person } from '../../../src/client/app-services.ts';
import {
  checkLeaving,
  leavingChecks,
  type LeavingCheck,
  type LeavingFacts,
} from '../../../src/client/features/leaving/check-leaving.ts';
import { LeavingScreen } from '../../../src/client/features/leaving/LeavingScreen.tsx';
import { Problem } from '../../../src/domain/problem.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const inOrder: LeavingFacts = {
  training: { endsOn: '2021-07-02', people: 49 },
  place: { until: undefined },
  today: '2021-06-28',
  completeForMs: 60_000,
  appVersion: '1',
  homeVersion: '1',
  isUpdateReady: false,
  isOfflineReady: true,
  storage: { isPersistent: true, free: 2_000_000_000 },
  isClockWrong: false,
  battery: { level: 0.9, isCharging: false },
};

const openIn = (facts: LeavingFacts) => {
  const results = checkLeaving(facts);
  return leavingChecks.filter(check => results[check] === 'open');
};

test('13.8 a device in which all is in order may leave', () => {
  expect(openIn(inOrder)).toEqual([]);
});

test.each<[LeavingCheck, string, Partial<LeavingFacts>]>([
  ['signIn', 'nobody here has a place in the training', { place: undefined }],
  ['signIn', 'the right ends before the training', { place: { until: '2021-07-01' } }],
  ['roster', 'nobody stands on the roster', { training: { endsOn: undefined, people: 0 } }],
  ['roster', 'there is no training', { training: undefined }],
  ['sync', 'nothing ever came', { completeForMs: undefined }],
  ['sync', 'what is here is a day old', { completeForMs: 86_400_000 }],
  ['version', 'home has another version', { homeVersion: '2' }],
  ['version', 'home could not be asked', { homeVersion: undefined }],
  ['version', 'a new version waits', { isUpdateReady: true }],
  ['offline', 'the app does not start without a network', { isOfflineReady: false }],
  ['storage', 'the browser promised nothing', { storage: { isPersistent: false, free: 9e9 } }],
  ['space', 'the room is short', { storage: { isPersistent: true, free: 200_000_000 } }],
  ['clock', 'the clock is wrong', { isClockWrong: true }],
  ['battery', 'the battery is low', { battery: { level: 0.4, isCharging: false } }],
])('13.8 %s is open while %s', (check, _, facts) => {
  expect(openIn({ ...inOrder, ...facts })).toEqual([check]);
});

test('13.8 nobody is kept back by what a browser does not tell, nor while it charges', () => {
  expect(openIn({ ...inOrder, battery: undefined })).toEqual([]);
  expect(openIn({ ...inOrder, storage: { isPersistent: true, free: undefined } })).toEqual([]);
  expect(openIn({ ...inOrder, battery: { level: 0.2, isCharging: true } })).toEqual([]);
  expect(openIn({ ...inOrder, place: { until: '2021-07-02' } })).toEqual([]);
});

async function open(
  person: Person,
  { storage = { isPersistent: true, free: 2_400_000_000 }, ...changes }: LeavingWorld = {},
): Promise<ScreenWorld> {
  const world = openScreenWorld(person);
  await holdTraining(world, ['Amina', 'Budi']);
  world.version = version;
  Object.assign(world, changes);
  const device: AppServices['device'] = { ...world.services.device, storage: signal(storage) };
  Object.assign(world.services, { device });
  renderScreen(world, <LeavingScreen />);
  return world;
}

interface LeavingWorld extends Partial<ScreenWorld> {
  storage?: { isPersistent: boolean; free: number | undefined };
}

test('13.8 a trainer sees that the tablet may leave, and the coordinator will see it, too', async () => {
  const world = await open(rina, { battery: { level: 0.95, isCharging: false } });
  expect(await screen.findByRole('heading', { name: 'Siap berangkat' })).toBeTruthy();
  expect(screen.getByText('Bimtek SPP-TIK · 2 peserta')).toBeTruthy();
  expect(screen.getByText('95%')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
  await waitFor(() => expect(world.leavings).toEqual([{ at: morning, training, open: [] }]));
});

test('13.8 what is not in order stands with its cure, and is told as that', async () => {
  const world = await open(rina, {
    storage: { isPersistent: false, free: 100_000_000 },
    battery: { level: 0.3, isCharging: false },
    version: new Problem('offline'),
  });
  expect(await screen.findByRole('heading', { name: '4 belum beres' })).toBeTruthy();
  expect(screen.getByText(/Sambungkan ke Wi-Fi supaya dapat dibandingkan/)).toBeTruthy();
  expect(screen.getByText(/sampai paling sedikit 300 MB kosong/)).toBeTruthy();
  expect(screen.getByText(/30%\. Isi daya sampai penuh/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Minta penyimpanan tetap' }));
  expect(world.counts.askedToKeep).toBe(1);
  const told = ['version', 'storage', 'space', 'battery'];
  await waitFor(() => expect(world.leavings.at(-1)?.open).toEqual(told));

  world.version = version;
  fireEvent.click(screen.getByRole('button', { name: 'Periksa lagi' }));
  expect(await screen.findByRole('heading', { name: '3 belum beres' })).toBeTruthy();
  await waitFor(() => expect(world.leavings.at(-1)?.open).toEqual(told.slice(1)));
});

test('13.8 a right that ends while the boat is away is told before it leaves', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  await world.hold('member', {
    rina: { name: 'Rina Fasilitator', role: 'fasilitator', until: '2021-07-01' },
  });
  renderScreen(world, <LeavingScreen />);
  expect(
    await screen.findByText(/Izin Anda berakhir 1 Juli 2021, sebelum kegiatan selesai/),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Masukkan kode' })).toBeTruthy();
});
