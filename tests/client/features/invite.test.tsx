// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import jsQR from 'jsqr';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { HomeScreen } from '../../../src/client/features/home/HomeScreen.tsx';
import { InviteScreen } from '../../../src/client/features/invite/InviteScreen.tsx';
import { qrOutline } from '../../../src/client/parts/qr/qr-outline.ts';
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts';
import type { InviteRequest } from '../../../src/protocol/messages.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

const code = 'K7QF-9TXM';
const invitation = { code, path: `/enrol#${code}`, expiresAt: morning + 14 * 86_400_000 };
const murungRaya: Person = { ...rina, scopes: [{ id: 'region:62.12', role: 'fasilitator' }] };

beforeEach(() => history.replaceState(null, '', '/invite'));
afterEach(cleanup);

/** The screen for making invitations, on which home answers with one; and what home was asked for. */
function openScreen(person: Person, prepare: (world: ScreenWorld) => void = () => {}) {
  const world = openScreenWorld(person);
  const asked: InviteRequest[] = [];
  world.onInvite = request => {
    asked.push(request);
    return Promise.resolve(invitation);
  };
  prepare(world);
  renderScreen(world, <InviteScreen />);
  return { world, asked };
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const nameField = () =>
  screen.getByRole<HTMLInputElement>('textbox', { name: 'Nama orang yang diundang' });

async function choose(village: string) {
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Cari desa atau kecamatan' }),
    village,
  );
  await press(new RegExp(`^Desa ${village}`, 'i'));
}

async function inviteSari() {
  await userEvent.type(nameField(), ' Sari Kahayan');
  await choose('bahitom');
  await press('Buat undangan');
  await screen.findByRole('heading', { name: 'Undangan untuk Sari Kahayan' });
}

test('a coordinator invites a librarian for her village', async () => {
  const { asked } = openScreen(koordinator);
  expect(await accessibilityViolations()).toEqual([]);

  await inviteSari();

  expect(asked).toEqual([{ role: 'pengelola', name: 'Sari Kahayan', village: '62.12.01.2008' }]);
  expect(screen.getByText('Pengelola perpustakaan')).toBeTruthy();
  expect(await screen.findByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya')).toBeTruthy();
  expect(screen.getByText(/Berlaku sampai Rabu, 14 Juli 2021, untuk satu ponsel/)).toBeTruthy();
  expect(screen.getByText('Kode undangan: K 7 Q F, 9 T X M')).toBeTruthy();
  expect(screen.getByText(`${location.origin}/enrol#${code}`)).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('a camera reads the whole link from the picture', async () => {
  openScreen(koordinator);
  await inviteSari();

  const label = screen.getByText('Kode QR berisi tautan undangan untuk Sari Kahayan');
  const picture = label.nextElementSibling as Element;
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);

  expect(readDrawing(path, size)).toBe(`${location.origin}/enrol#${code}`);
});

test('the picture of a long address is read too, and is quiet around', () => {
  const link = `https://jukung.dinas-perpustakaan.kalteng.example.go.id/enrol#${code}`;
  const { size, path } = qrOutline(link);

  expect(readDrawing(path, size)).toBe(link);
  const drawn = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, n]) => [+x!, +y!, +n!]);
  expect(Math.min(...drawn.flatMap(([x, y]) => [x!, y!]))).toBe(4);
  expect(Math.max(...drawn.map(([x, , n]) => x! + n!))).toBe(size - 4);
});

/** What a decoder reads from dark runs on white, four dots a module. */
function readDrawing(path: string, size: number): string | undefined {
  const scale = 4;
  const width = size * scale;
  const dots = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let dot = Number(x) * scale; dot < (Number(x) + Number(n)) * scale; dot += 1)
        dots.fill(0, (row * width + dot) * 4, (row * width + dot) * 4 + 3);
  }
  return jsQR(dots, width, width)?.data;
}

test('an invitation stays when one goes elsewhere and comes back, and goes when another is wanted', async () => {
  const { world } = openScreen(koordinator);
  await inviteSari();
  cleanup();

  renderScreen(world, <InviteScreen />);
  expect(screen.getByText('Kode undangan: K 7 Q F, 9 T X M')).toBeTruthy();
  await press('Undangan lain');

  expect(screen.queryByText(/K 7 Q F/)).toBeNull();
  expect(nameField().value).toBe('');
});

test('who else is at the device does not see it', async () => {
  const { world } = openScreen(koordinator);
  await inviteSari();
  cleanup();
  world.onEnrol = () => Promise.resolve(murungRaya);
  await world.services.account.enrol('RINA');

  renderScreen(world, <InviteScreen />);

  expect(screen.queryByText(/K 7 Q F/)).toBeNull();
});

test('what is missing is said, and nothing is asked for before', async () => {
  const { asked } = openScreen(koordinator);

  await press('Buat undangan');

  expect(screen.getByText('Tulis dulu namanya.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Pilih dulu desanya');
  expect(asked).toEqual([]);
});

test('without a network it says so before one begins', async () => {
  const { world } = openScreen(koordinator);
  expect(screen.queryByText(/Membuat undangan perlu internet/)).toBeNull();

  world.status.value = { ...world.status.value, isOnline: false };

  expect(await screen.findByText(/Membuat undangan perlu internet/)).toBeTruthy();
});

const answers: [ProblemCode, RegExp][] = [
  ['offline', /undangan belum dibuat\. Isian tetap ada/],
  ['busy', /Server sedang tidak bisa menjawab/],
  ['no-right', /tidak berhak mengundang untuk tempat ini/],
  ['village-unknown', /tidak mengenal desa ini/],
  ['too-many-tries', /Terlalu banyak undangan Anda yang belum dipakai/],
  ['sign-in-needed', /Minta kode baru kepada koordinator/],
];

test.each(answers)(
  '%s says what happened, and what was filled in stays',
  async (problem, words) => {
    openScreen(koordinator, world => {
      world.onInvite = () => Promise.reject(new Problem(problem));
    });
    await userEvent.type(nameField(), 'Sari Kahayan');
    await choose('bahitom');

    await press('Buat undangan');

    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(nameField().value).toBe('Sari Kahayan');
    expect(screen.getByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Buat undangan' }).ariaBusy).not.toBe('true');
  },
);

test('a coordinator invites a trainer, to a training or to the libraries of a regency', async () => {
  const { world, asked } = openScreen(koordinator);
  await holdTraining(world, []);
  await userEvent.type(nameField(), 'Wulan');
  await userEvent.click(screen.getByRole('radio', { name: 'Fasilitator' }));
  await press('Buat undangan');
  expect(screen.getByRole('alert').textContent).toContain('Pilih dulu tempat tugasnya');

  await userEvent.click(await screen.findByRole('radio', { name: 'Bimtek SPP-TIK' }));
  await press('Buat undangan');
  expect(await screen.findByText('Bimtek SPP-TIK')).toBeTruthy();
  await press('Undangan lain');
  await userEvent.type(nameField(), 'Wulan');
  await userEvent.click(screen.getByRole('radio', { name: 'Fasilitator' }));
  await userEvent.click(
    await screen.findByRole('radio', { name: 'Perpustakaan di satu kabupaten' }),
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Kab. Murung Raya' }));
  expect(await accessibilityViolations()).toEqual([]);
  await press('Buat undangan');

  expect(await screen.findByText('Kab. Murung Raya')).toBeTruthy();
  expect(asked).toEqual([
    { role: 'fasilitator', name: 'Wulan', stream },
    { role: 'fasilitator', name: 'Wulan', stream: 'region:62.12' },
  ]);
});

test('a trainer of a region begins with its districts, and invites but librarians', async () => {
  openScreen(murungRaya);

  const districts = await screen.findByRole('list', {
    name: 'Pilih kecamatan di Kab. Murung Raya',
  });
  expect(within(districts).getByRole('button', { name: 'Kec. Murung' })).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('the way there is on the first page of whoever may invite, and of nobody else', async () => {
  renderScreen(openScreenWorld(koordinator), <HomeScreen />);
  expect((await screen.findByRole('link', { name: /^Undang orang/ })).getAttribute('href')).toBe(
    '/invite',
  );
  cleanup();
  renderScreen(openScreenWorld(murungRaya), <HomeScreen />);
  expect(await screen.findByRole('link', { name: 'Undang orang' })).toBeTruthy();
  cleanup();

  const coordinatesTraining = [{ id: stream, role: 'koordinator' as const }];
  renderScreen(openScreenWorld({ ...rina, scopes: coordinatesTraining }), <HomeScreen />);
  expect(await screen.findByRole('link', { name: /^Perangkat/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Undang orang/ })).toBeNull();
});
