// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DeviceScreen } from '../../../src/client/features/device/DeviceScreen.tsx';
import { nameOfExport } from '../../../src/client/parts/save-file.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
} from '../../support/screen-world.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('it shows who is at the device and how safely the work is kept', async () => {
  renderScreen(openScreenWorld(rina), <DeviceScreen />);

  expect(screen.getByText('Fasilitator · sedang memakai')).toBeTruthy();
  expect(screen.getByText('Belum dijaga')).toBeTruthy();
  expect(screen.getByText('2.400 MB')).toBeTruthy();
  expect(screen.getByText('3f9a1c22')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('the device is handed to somebody who was let in before, without a network', async () => {
  const world = openScreenWorld(rina);
  world.onEnrol = () => Promise.resolve(koordinator);
  await world.services.account.enrol('X');
  await world.services.account.switchTo(rina.id);
  renderScreen(world, <DeviceScreen />);

  await userEvent.click(screen.getByRole('button', { name: /Kardi Koordinator/ }));

  expect(world.services.account.active.value).toEqual(koordinator);
  expect(await screen.findByText(/diserahkan kepada Kardi Koordinator/)).toBeTruthy();
});

test('language and colours are chosen here', async () => {
  const world = openScreenWorld(rina);
  renderScreen(world, <DeviceScreen />);

  await userEvent.click(screen.getByRole('radio', { name: 'Di bawah matahari' }));
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));

  expect(world.services.settings.theme.value).toBe('sun');
  expect(world.services.settings.language.value).toBe('en');
});

test('lasting storage is asked for by a button as long as it is not promised', async () => {
  const world = openScreenWorld(rina);
  renderScreen(world, <DeviceScreen />);

  await userEvent.click(screen.getByRole('button', { name: 'Minta penyimpanan tetap' }));

  expect(world.counts.askedToKeep).toBe(1);
});

test('unsent work is handed out as a file whose name tells tablets and evenings apart', async () => {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  renderScreen(openScreenWorld(rina), <DeviceScreen />);

  await userEvent.click(screen.getByRole('button', { name: /Simpan yang belum terkirim/ }));

  expect(await screen.findByText(/Berkas sudah dibuat/)).toBeTruthy();
  expect(saved).toEqual(['jukung-3f9a-2021-06-30-0830.ndjson']);
  expect(nameOfExport('', morning)).toBe('jukung-2021-06-30-0830.ndjson');
});
