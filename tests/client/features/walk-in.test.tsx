// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { readTrainingOverview } from '../../../src/client/parts/training-overview.ts';
import { AttendanceScreen } from '../../../src/client/features/attendance/AttendanceScreen.tsx';
import type { Person } from '../../../src/client/app-services.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const names = ['Amina Salsabila', 'Hj. Soekarti Noegroho, S.Pd.', 'Citra Lestari'];

async function openSheet(
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
  person: Person = rina,
) {
  const world = openScreenWorld(person);
  await holdTraining(world, names);
  await prepare(world);
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await screen.findByRole('region', { name: 'Daftar Hadir' });
  return world;
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const dialog = () => within(screen.getByRole('dialog'));
const pressIn = (name: string | RegExp) => userEvent.click(dialog().getByRole('button', { name }));
const nameField = () => dialog().getByRole('textbox', { name: 'Nama' });
const listed = () =>
  within(screen.getByRole('region', { name: 'Daftar Hadir' }))
    .getAllByRole('listitem')
    .map(row => row.querySelector('[class*="name"]')?.textContent);

async function written(world: ScreenWorld) {
  return (await world.readWritten()).map(({ t, r, f }) => ({ t, r, f }));
}

test('a name is enough: who came is added, present at once, and stands in their place', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);

  await pressIn('Tambah');
  dialog().getByText('Tulis namanya dulu.');
  await userEvent.type(nameField(), " Bu  Ma'rifah{Enter}");

  await screen.findByText("Bu Ma'rifah ditambahkan dan ditandai Hadir. Tersimpan.");
  expect(screen.queryByRole('dialog')).toBeNull();
  const [person, mark] = await written(world);
  expect(person).toMatchObject({ t: 'participant', f: { name: "Bu Ma'rifah" } });
  expect(mark).toEqual({
    t: 'attendance',
    r: `s2:${person?.r}`,
    f: { mark: { status: 'hadir' } },
  });
  await waitFor(() => expect(listed()?.[1]).toBe("Bu Ma'rifah"));
  await screen.findByText('1 dari 4');
});

test('adding somebody is undone like anything else, and the mark goes with them', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'Yohana Tundan');
  await pressIn('Tambah');
  await screen.findByText('1 dari 4');

  await press('Urungkan');

  await screen.findByText('Dikembalikan seperti semula');
  await screen.findByText('0 dari 3');
  expect((await written(world)).slice(2).map(({ f }) => f)).toEqual([
    { deleted: true },
    { mark: null },
  ]);
});

test('who is likely on the list already is told while typing, however the name is spelled', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'sukarti nugroho');
  await waitFor(() => dialog().getByText('Hj. Soekarti Noegroho, S.Pd.'));
  dialog().getByText('Namanya sama');
  expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);

  await pressIn('Pakai yang ini');

  await screen.findByText(/^Hj\. Soekarti Noegroho, S\.Pd\.: Hadir\. Tersimpan/);
  expect(await written(world)).toEqual([
    { t: 'attendance', r: 's2:p002', f: { mark: { status: 'hadir' } } },
  ]);
});

test('another person of the same name is added all the same', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'Citra Lestari');
  await waitFor(() => dialog().getByText('Mungkin sudah ada:'));
  await pressIn('Orang lain, tetap tambah');

  await screen.findByText('1 dari 4');
  expect((await written(world))[0]?.f).toEqual({ name: 'Citra Lestari', firstSession: 's2' });
});

test('marking present can be left off, and what more is known is asked for only when wanted', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'Markus Rungan');
  await userEvent.click(dialog().getByRole('radio', { name: 'Jangan dulu' }));
  await pressIn('Isi asal dan keterangan lain');
  await userEvent.click(dialog().getByRole('radio', { name: 'Laki-laki' }));
  await userEvent.type(dialog().getByRole('textbox', { name: 'Instansi' }), 'Dinas Kominfo');
  await pressIn('Dari kantor kabupaten atau kota, bukan desa');
  await userEvent.click(dialog().getByRole('radio', { name: 'Kab. Murung Raya' }));
  expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);
  await pressIn('Tambah');

  await screen.findByText('Markus Rungan ditambahkan. Tersimpan.');
  expect((await written(world)).map(({ f }) => f)).toEqual([
    { name: 'Markus Rungan', gender: 'L', institution: 'Dinas Kominfo', regency: '62.12' },
  ]);
  await screen.findByText('0 dari 4');
});

test('a name that was searched in vain is there already, and a sheet closed by mistake loses nothing', async () => {
  await openSheet();
  await userEvent.type(screen.getByRole('textbox', { name: 'Cari nama atau asal' }), 'Yohana');
  await screen.findByText('Tidak ada nama yang cocok.');
  await press('Tambah peserta');
  await userEvent.type(nameField(), ' Tundan');
  await pressIn('Tutup');

  await press('Tambah peserta');
  expect(nameField()).toHaveProperty('value', 'Yohana Tundan');
});

test('names of one letter, of 200 letters and of nothing but a title are taken as they are', async () => {
  const world = await openSheet();
  for (const name of ['O', 'Kahayan '.repeat(25).trim(), 'Hj.']) {
    await press('Tambah peserta');
    await userEvent.click(nameField());
    await userEvent.paste(name);
    await userEvent.click(
      dialog().getByRole('button', { name: /^(Tambah|Orang lain, tetap tambah)$/ }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  const people = (await written(world)).filter(({ t }) => t === 'participant');
  expect(people.map(({ f }) => f['name'])).toEqual(['O', 'Kahayan '.repeat(25).trim(), 'Hj.']);
});

test('a full device keeps what was typed and says that it is not saved', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'Yohana Tundan');
  world.setFull(true);
  await pressIn('Tambah');

  await screen.findByText(/penuh/);
  expect(nameField()).toHaveProperty('value', 'Yohana Tundan');
  expect(await written(world)).toEqual([]);
});

test('somebody who was entered twice stands on the sheet once, and their two marks are settled by a tap', async () => {
  const world = await openSheet(async held => {
    await held.hold('participant', {
      p001: { name: 'Amina Salsabila', sameAs: 'p003' },
      p003: { name: 'Aminah Salsabila' },
    });
    await held.hold('attendance', {
      's2:p001': { mark: [{ by: 'rina', v: { status: 'hadir' } }], note: 'Pagi' },
      's2:p003': { mark: [{ by: 'budi', v: { status: 'izin' } }], note: 'Surat' },
    });
  });
  expect(listed()).toEqual(['Amina Salsabila', 'Hj. Soekarti Noegroho, S.Pd.']);
  screen.getByText('1 dari 2');
  screen.getByText('Pagi · Surat');

  await press(/^Budi Fasilitator: Izin \d\d\.\d\d$/);

  await screen.findByText(/Amina Salsabila: Izin\. Tersimpan/);
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Budi/ })).toBeNull());
  expect(await written(world)).toEqual([
    { t: 'attendance', r: 's2:p001', f: { mark: { status: 'izin' } } },
    { t: 'attendance', r: 's2:p003', f: { mark: { status: 'izin' } } },
  ]);
});

test('the states of a line lead to the page of the person', async () => {
  await openSheet();
  await press('Keadaan lain: Citra Lestari');
  expect(dialog().getByRole('link', { name: 'Lihat data peserta' }).getAttribute('href')).toBe(
    `/trainings/${training}/participants/p003`,
  );
});

test('who watches adds nobody', async () => {
  await openSheet(() => Promise.resolve(), koordinator);
  expect(screen.queryByRole('button', { name: 'Tambah peserta' })).toBeNull();
});

test('whoever came later leaves the sheets of before as they were, and can still be recorded there', async () => {
  const world = await openSheet();
  await press('Tambah peserta');
  await userEvent.type(nameField(), 'Yohana Tundan{Enter}');
  await screen.findByText('1 dari 4');
  const overview = await readTrainingOverview(world.services.records, training);
  const missing = Object.fromEntries(
    overview?.sessions.map(one => [one.id, one.summary.missing]) ?? [],
  );
  // The first session was over; of this one and the next, four are waited for.
  expect(missing).toEqual({ s1: 3, s2: 3, s3: 4 });
  cleanup();

  renderScreen(world, <AttendanceScreen training={training} session="s1" />);
  const row = await screen.findByRole('button', { name: /^Yohana Tundan/ });
  expect(row.textContent).toContain('Datang sesudah sesi ini');
  await press('Semua hadir');
  await screen.findByText('3 dari 3');
  await userEvent.click(row);
  await screen.findByText('4 dari 4');
});
