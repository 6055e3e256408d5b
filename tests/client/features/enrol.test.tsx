// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EnrolScreen } from '../../../src/client/features/enrol/EnrolScreen.tsx';
import { tidyCode } from '../../../src/client/features/enrol/invitation-code.ts';
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { openScreenWorld, renderScreen, rina } from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/enrol'));
afterEach(cleanup);

const codeField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Kode undangan' });
const enter = () => userEvent.click(screen.getByRole('button', { name: 'Masuk' }));

test('a new device welcomes and asks for a code', async () => {
  renderScreen(openScreenWorld(undefined), <EnrolScreen />);

  expect(screen.getByRole('heading', { name: 'Selamat datang di Jukung' })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Kode undangan' })).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('a link brings its code along: one button is left', async () => {
  history.replaceState(null, '', '/enrol#DEMO%2DFASILITATOR');
  const world = openScreenWorld(undefined);
  const tried: string[] = [];
  world.onEnrol = code => {
    tried.push(code);
    return Promise.resolve(rina);
  };
  renderScreen(world, <EnrolScreen />);
  expect(screen.getByText(/Kode dari tautan sudah terisi/)).toBeTruthy();

  await enter();

  expect(tried).toEqual(['DEMO-FASILITATOR']);
  expect(world.services.account.active.value).toEqual(rina);
  expect(location.pathname + location.hash).toBe('/');
});

test('a code is taken as it was meant: spaces and long dashes do not matter', () => {
  expect(tidyCode('  demo \u2014 fasi litator ')).toBe('demo-fasilitator');
});

test('without a code nothing is sent, and it says what to do', async () => {
  renderScreen(openScreenWorld(undefined), <EnrolScreen />);

  await enter();

  expect(screen.getByRole('alert').textContent).toContain('Tulis dulu kode undangan');
});

const answers: [ProblemCode, RegExp][] = [
  ['code-unknown', /tidak dikenal\. Periksa huruf dan angkanya/],
  ['code-used', /sudah dipakai di perangkat lain\. Minta kode baru/],
  ['code-expired', /Masa berlaku kode ini habis\. Minta kode baru/],
  ['too-many-tries', /Coba lagi mulai pukul 08\.32/],
  ['offline', /Kode tersimpan di sini dan tetap berlaku\. Tekan Masuk lagi/],
  ['timeout', /Server sedang tidak bisa menjawab/],
  ['busy', /Server sedang tidak bisa menjawab/],
  ['foreign-answer', /halaman masuk Wi-Fi hotel\. Kode Anda tetap berlaku/],
];

test.each(answers)(
  '%s says what happened and what to do, and the code stays',
  async (code, words) => {
    const world = openScreenWorld(undefined);
    world.onEnrol = () => Promise.reject(new Problem(code, { retryAfterMs: 90_000 }));
    renderScreen(world, <EnrolScreen />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Kode undangan' });
    await userEvent.type(field, 'ABCD-1234');

    await enter();

    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(field.value).toBe('ABCD-1234');
    expect(screen.getByRole('button', { name: 'Masuk' }).getAttribute('aria-busy')).toBe('false');
  },
);

test('another person joins a shared device by the same screen', () => {
  renderScreen(openScreenWorld(rina), <EnrolScreen />);

  expect(screen.getByRole('heading', { name: 'Tambah orang' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe('/device');
});

test('a link that is opened without a signal is not lost, and says so', async () => {
  history.replaceState(null, '', '/enrol#K7QF-9TXM');
  const world = openScreenWorld(undefined);
  world.status.value = { ...world.status.value, isOnline: false };
  renderScreen(world, <EnrolScreen />);
  expect(screen.getByText(/Kode tersimpan di sini, tidak hilang/)).toBeTruthy();
  cleanup();

  // Another day, from the icon: there is no link any more.
  history.replaceState(null, '', '/');
  world.status.value = { ...world.status.value, isOnline: true };
  renderScreen(world, <EnrolScreen />);

  expect(codeField().value).toBe('K7QF-9TXM');
  expect(screen.queryByText(/Kode tersimpan di sini/)).toBeNull();
});

test('a code that let somebody in is not offered again', async () => {
  const world = openScreenWorld(undefined);
  world.onEnrol = () => Promise.resolve(rina);
  renderScreen(world, <EnrolScreen />);
  await userEvent.type(codeField(), 'ABCD-1234');
  await enter();
  cleanup();

  renderScreen(world, <EnrolScreen />);

  expect(codeField().value).toBe('');
});

test('without an invitation one may begin all the same; who is let in needs no such way', () => {
  renderScreen(openScreenWorld(undefined), <EnrolScreen />);
  const begin = screen.getByRole('link', { name: 'Mulai mengisi tanpa undangan' });
  expect(begin.getAttribute('href')).toBe('/libraries/draft');
  cleanup();

  renderScreen(openScreenWorld(rina), <EnrolScreen />);

  expect(screen.queryByRole('link', { name: 'Mulai mengisi tanpa undangan' })).toBeNull();
});

test('whoever began without an invitation comes into her profile, which takes it over', async () => {
  const world = openScreenWorld(undefined);
  await (await world.services.loadDrafts()).put('begun|answer|nama_perpustakaan', 'Rumah Baca');
  const scopes = [{ id: 'region:62.12/62.12.01.2008', role: 'pengelola' as const }];
  world.onEnrol = () => Promise.resolve({ id: 'sari', name: 'Sari', role: 'pengelola', scopes });
  renderScreen(world, <EnrolScreen />);
  await screen.findByRole('link', { name: 'Lanjutkan isian di HP ini' });
  await userEvent.type(codeField(), 'ABCD-1234');
  await enter();
  expect(location.pathname).toBe('/libraries/62.12.01.2008');
});

test('whoever began without an invitation is told that it is still here', async () => {
  const world = openScreenWorld(undefined);
  await (await world.services.loadDrafts()).put('begun|answer|nama_perpustakaan', 'Rumah Baca');
  renderScreen(world, <EnrolScreen />);
  const back = await screen.findByRole('link', { name: 'Lanjutkan isian di HP ini' });
  expect(back.getAttribute('href')).toBe('/libraries/draft');
  expect(screen.queryByRole('link', { name: 'Mulai mengisi tanpa undangan' })).toBeNull();
});
