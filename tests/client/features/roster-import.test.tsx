// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDeletedView, valuesOf } from '../../../src/client/data/record-view.ts';
import { ImportScreen } from '../../../src/client/features/roster-import/ImportScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { rosterFiles } from '../../support/roster-files.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

async function open(people: string[] = [], person = koordinator) {
  const world = openScreenWorld(person);
  await holdTraining(world, people);
  renderScreen(world, <ImportScreen training={training} />);
  return world;
}

const paste = async (rows: string) => {
  const place = await screen.findByLabelText('Baris dari lembar kerja');
  await userEvent.click(place);
  await userEvent.paste(rows);
  await press('Baca yang ditempel');
};
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const card = async (name: string) => within(await screen.findByRole('region', { name }));

/** Everybody on the roster, by name, as a screen sees them. */
const roster = async ({ services: { records } }: ScreenWorld) =>
  (await records.readShelf(stream, 'participant'))
    .filter(view => !isDeletedView(view))
    .map(view => valuesOf<{ name: string }>(view))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

const list = [
  'No\tNama Lengkap\tDesa\tKecamatan\tKabupaten\tNo. HP',
  '1\tCitra Lestari\tJaar\tDusun Timur\tBarito Timur\t81234567890',
  '2\tBernadus Ngabe\tMantaren 2\tKahayan Hilir\tPulpis\t0813 4567 8901',
].join('\n');

test('pasted rows are looked at first, and come in all at once', async () => {
  const world = await open();
  await paste(list);
  const plan = await card('Yang akan terjadi');
  expect((await plan.findByText(/peserta baru/)).textContent).toBe('2 peserta baru');
  expect(await world.readWritten()).toEqual([]);
  expect(await accessibilityViolations()).toEqual([]);

  await press('Masukkan 2 orang');
  await waitFor(async () =>
    expect(await roster(world)).toEqual([
      { name: 'Bernadus Ngabe', village: '62.11.05.2014', phone: '081345678901' },
      { name: 'Citra Lestari', village: '62.13.01.2006', phone: '081234567890' },
    ]),
  );
  expect(location.pathname).toBe(`/trainings/${training}/participants`);
});

test('an import is taken back with one press', async () => {
  const world = await open(['Siti Aminah']);
  await paste('Nama\tDesa\tJabatan\nSiti Aminah\tBahitom\tKepala\nRudi Hartono\tJaar\tKaur');
  await press('Masukkan 2 orang');
  await waitFor(async () => expect(await roster(world)).toHaveLength(2));
  await press('Urungkan');
  await screen.findByText(/Daftar dikeluarkan lagi/);
  expect(await roster(world)).toMatchObject([{ name: 'Siti Aminah' }]);
  expect(await roster(world)).not.toMatchObject([{ position: 'Kepala' }]);
});

test('importing the same list again doubles nobody', async () => {
  const world = await open();
  await paste(list);
  await press('Masukkan 2 orang');
  await waitFor(async () => expect(await roster(world)).toHaveLength(2));
  cleanup();
  renderScreen(world, <ImportScreen training={training} />);
  await paste(list);
  const plan = await card('Yang akan terjadi');
  expect((await plan.findByText(/sudah ada/)).textContent).toBe('2 sudah ada, tidak berubah');
  const button = await screen.findByRole('button', { name: 'Tidak ada yang perlu dimasukkan' });
  expect(button.hasAttribute('disabled')).toBe(true);
});

test('a column that was guessed wrong is put right by hand', async () => {
  const world = await open();
  await paste('Orang\tPanggilan\nCitra Lestari\tCici\nRudi Hartono\tRudi');
  await userEvent.selectOptions(
    await screen.findByLabelText('Judul kolom'),
    'Baris 1: Orang · Panggilan',
  );
  expect(screen.getByText('Pilih dulu kolom mana yang berisi nama.')).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText('Isi kolom Orang'), 'Nama');
  await press('Masukkan 2 orang');
  await waitFor(async () =>
    expect(await roster(world)).toEqual([{ name: 'Citra Lestari' }, { name: 'Rudi Hartono' }]),
  );
});

test('whoever may be there already is asked about before anything is written', async () => {
  const world = await open(['Siti Aminah']);
  await paste('Nama\tDesa\nSiti Aminahh Lestari\tBahitom\nRudi Hartono\tJaar');
  const asked = await card('Orang yang sama?');
  expect(asked.getByText('Baris 2: Siti Aminahh Lestari. Namanya mirip Siti Aminah.')).toBeTruthy();
  const button = () => screen.getByRole('button', { name: /^Masukkan/ });
  expect(button().hasAttribute('disabled')).toBe(true);
  await userEvent.click(asked.getByLabelText('Orang yang sama'));
  expect(button().textContent).toBe('Masukkan 2 orang');
  await userEvent.click(asked.getByLabelText('Orang lain'));
  await press('Masukkan 2 orang');
  await waitFor(async () =>
    expect((await roster(world)).map(({ name }) => name)).toEqual([
      'Rudi Hartono',
      'Siti Aminah',
      'Siti Aminahh Lestari',
    ]),
  );
});

test('problems are named row by row, and hold nothing up', async () => {
  const { bytes } = await rosterFiles[Object.keys(rosterFiles)[0]!]!();
  await open();
  const input = (await screen.findAllByLabelText('Dari berkas')).find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement,
  );
  await userEvent.upload(input!, new File([bytes], 'peserta.xlsx'));
  const notes = await card('Perlu diperiksa');
  expect(notes.getByText(/^NIP tidak diambil/)).toBeTruthy();
  expect(notes.getByText('Baris 15: Drs. Rudi Hartono')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Masukkan 3 orang' })).toBeTruthy();
});

test('people from another regency are pointed out and not refused', async () => {
  const world = await open();
  await world.hold('training', { [training]: { name: 'Bimtek', regency: '62.12' } });
  await paste(list);
  const plan = await card('Yang akan terjadi');
  expect(await plan.findByText(/untuk Murung Raya, tetapi daftar ini juga memuat/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Masukkan 2 orang' })).toBeTruthy();
});

test('a file that is no list says so, and what to do', async () => {
  await open();
  const input = (await screen.findAllByLabelText('Dari berkas')).find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement,
  );
  await userEvent.upload(input!, new File(['%PDF-1.7'], 'peserta.xlsx'));
  expect(await screen.findByText(/^Ini berkas PDF/)).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('on a full disk nothing comes in, and the list stays to be tried again', async () => {
  const world = await open();
  await paste(list);
  world.setFull(true);
  await press('Masukkan 2 orang');
  await screen.findByText(/penuh/);
  expect(await roster(world)).toEqual([]);
  world.setFull(false);
  await press('Masukkan 2 orang');
  await waitFor(async () => expect(await roster(world)).toHaveLength(2));
});

test('a trainer takes over no lists', async () => {
  await open([], rina);
  expect(await screen.findByText('Hanya untuk koordinator')).toBeTruthy();
});
