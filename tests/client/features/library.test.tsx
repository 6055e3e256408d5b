// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import { LibraryScreen } from '../../../src/client/features/library/LibraryScreen.tsx';
import { moveLibrary } from '../../../src/client/features/library/move-library.ts';
import { SectionScreen } from '../../../src/client/features/library/SectionScreen.tsx';
import { StandardScreen } from '../../../src/client/features/library/StandardScreen.tsx';
import { regionStream } from '../../../src/domain/stream.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { openScreenWorld, renderScreen, type ScreenWorld } from '../../support/screen-world.tsx';

const village = '62.12.01.2008';
const stream = regionStream('62.12');
const sari: Person = {
  id: 'sari',
  name: 'Sari',
  role: 'pengelola',
  scopes: [{ id: `${stream}/${village}`, role: 'pengelola' }],
};

afterEach(cleanup);

const open = (world: ScreenWorld, section: string) =>
  renderScreen(world, <SectionScreen village={village} section={section} />);

/** A walk through two sections, there and back, on one and the same screen. */
function Walk() {
  const [section, setSection] = useState('identitas');
  return (
    <>
      <button onClick={() => setSection('koleksi')}>Sana</button>
      <button onClick={() => setSection('identitas')}>Sini</button>
      <SectionScreen village={village} section={section} />
    </>
  );
}

async function walkThereAndBack(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(screen.getByText('Sana'));
  await screen.findByLabelText('Judul koleksi tercetak');
  await user.click(screen.getByText('Sini'));
}

const held = async (world: ScreenWorld, at = village) =>
  valuesOf<Record<string, unknown>>(await world.services.records.readRecord(stream, 'library', at));

test('every answer is saved when its place is left, and the draft goes', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  open(world, 'koleksi');
  await user.type(await screen.findByLabelText('Judul koleksi tercetak'), '1.250');
  await user.tab();
  await waitFor(async () => expect(await held(world)).toEqual({ judul_cetak: 1250 }));
  const drafts = await world.services.loadDrafts();
  await waitFor(async () => expect(await drafts.read('')).toEqual({}));
  expect(await accessibilityViolations()).toEqual([]);
});

test('the last stroke counts, also when the place is left before the screen is drawn again', async () => {
  const world = openScreenWorld(sari);
  open(world, 'gedung');
  const place = await screen.findByLabelText<HTMLInputElement>('Luas gedung/ruang');
  place.focus();
  place.value = '56,5';
  // One after the other in one task: nothing is drawn in between.
  place.dispatchEvent(new InputEvent('input', { bubbles: true }));
  place.dispatchEvent(new FocusEvent('blur'));
  await waitFor(async () => expect(await held(world)).toEqual({ luas: 56.5 }));
});

test('two ticks in quick succession are both kept', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  open(world, 'koleksi');
  const kinds = within(await screen.findByRole('group', { name: 'Jenis koleksi' }));
  // Nothing is waited for in between: on a slow phone the first is still being saved.
  const first = user.click(kinds.getByLabelText('Bacaan anak'));
  const second = user.click(kinds.getByLabelText('Majalah'));
  await Promise.all([first, second]);
  await waitFor(async () =>
    expect((await held(world))['jenis_koleksi']).toEqual(['anak', 'majalah']),
  );
});

test('what cannot be an answer stays as it was typed, also after another section', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  renderScreen(world, <Walk />);
  await user.type(await screen.findByLabelText('Nomor HP/WhatsApp'), 'bukan nomor');
  await user.tab();
  await screen.findByText(/Nomor HP diawali 08/);
  await walkThereAndBack(user);
  const place = await screen.findByLabelText<HTMLInputElement>('Nomor HP/WhatsApp');
  expect(place.value).toBe('bukan nomor');
  expect(await held(world)).toEqual({});
});

test('a draft of an earlier sitting never comes back over a newer answer', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  const drafts = await world.services.loadDrafts();
  await drafts.put(`library|${village}|alamat`, 'Jl. Lama');
  renderScreen(world, <Walk />);
  const place = await screen.findByLabelText<HTMLTextAreaElement>('Alamat');
  expect(place.value).toBe('Jl. Lama');
  await waitFor(async () => expect((await held(world))['alamat']).toBe('Jl. Lama'));
  await user.clear(place);
  await user.type(place, 'Jl. Baru');
  await user.tab();
  await waitFor(async () => expect((await held(world))['alamat']).toBe('Jl. Baru'));
  await walkThereAndBack(user);
  const again = await screen.findByLabelText<HTMLTextAreaElement>('Alamat');
  await waitFor(() => expect(again.value).toBe('Jl. Baru'));
  expect((await held(world))['alamat']).toBe('Jl. Baru');
});

test('a profile moved to another village takes everything along, says where it went, and can come back', async () => {
  const world = openScreenWorld(sari);
  const { records } = world.services;
  const other = '62.12.01.2009';
  const answers = { nama_perpustakaan: 'Taman Baca', komputer: 0 };
  const plan = { stream, t: 'followUp', r: `${village}:rencana`, fields: { kegiatan: 'Kelas' } };
  await records.write([
    { stream, t: 'library', r: village, fields: answers, seen: undefined },
    { ...plan, seen: undefined },
  ]);
  const move = async (from: string, to: string) => {
    const view = await records.readRecord(stream, 'library', from);
    return moveLibrary(records, { village: from, stream, view }, to);
  };
  expect(await move(village, other)).toBe(false);
  expect(await held(world, other)).toMatchObject(answers);
  const moved = await records.readRecord(stream, 'followUp', `${other}:rencana`);
  expect(valuesOf(moved)).toMatchObject({ kegiatan: 'Kelas' });
  renderScreen(world, <LibraryScreen village={village} />);
  const follow = await screen.findByRole('link', { name: 'Buka profilnya' });
  expect(follow.getAttribute('href')).toBe(`/libraries/${other}`);
  cleanup();

  expect(await move(other, village)).toBe(false);
  expect(await held(world)).toEqual(answers);
  renderScreen(world, <LibraryScreen village={village} />);
  await screen.findByRole('heading', { name: 'Taman Baca' });
});

test.each([
  ['the same kabupaten', '62.12.01.2009'],
  ['another kabupaten', '62.11.05.2014'],
])('a coordinator who moves a profile to %s takes its librarian along', async (_, to) => {
  const world = openScreenWorld({ ...sari, id: 'office', role: 'koordinator', scopes: [] });
  const { records } = world.services;
  const member = { name: 'Sari', role: 'pengelola', village };
  await records.write([
    { stream, t: 'library', r: village, fields: { komputer: 1 }, seen: undefined },
    { stream, t: 'member', r: 'sari', fields: member, seen: undefined },
    {
      stream,
      t: 'member',
      r: 'lain',
      fields: { ...member, village: '62.12.01.2010' },
      seen: undefined,
    },
  ]);
  const view = await records.readRecord(stream, 'library', village);
  await moveLibrary(records, { village, stream, view }, to, { mayGrant: true });

  const there = regionStream(to.slice(0, 5));
  const place = async (at: string, r: string) =>
    valuesOf<Record<string, unknown>>(await records.readRecord(at, 'member', r));
  expect(await place(there, 'sari')).toEqual({ ...member, village: to });
  const left = there === stream ? 'pengelola' : undefined;
  expect((await place(stream, 'sari'))['role']).toBe(left);
  expect(await place(stream, 'lain')).toMatchObject({ village: '62.12.01.2010' });
});

test('what is answered at the old village by a phone that did not know of the move is brought along', async () => {
  const world = openScreenWorld(sari);
  const { records } = world.services;
  const other = '62.12.01.2009';
  const answers = { nama_perpustakaan: 'Taman Baca', komputer: 0 };
  await records.write([{ stream, t: 'library', r: village, fields: answers, seen: undefined }]);
  const before = await records.readRecord(stream, 'library', village);
  await moveLibrary(records, { village, stream, view: before }, other);
  await records.write([
    { stream, t: 'library', r: other, fields: { alamat: 'Jl. Baru' }, seen: undefined },
  ]);
  const unknowing = { komputer: 2, kontak_hp: '081234567890' };
  await records.write([{ stream, t: 'library', r: village, fields: unknowing, seen: before }]);

  renderScreen(world, <LibraryScreen village={village} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Bawa ke profil yang sekarang' }));
  await waitFor(async () =>
    expect(await held(world, other)).toMatchObject({ ...unknowing, alamat: 'Jl. Baru' }),
  );
  await waitFor(() => expect(screen.queryByText(/belum ikut/)).toBeNull());
});

test('what was begun before the invitation moves into the profile, half a word included', async () => {
  const world = openScreenWorld(sari);
  const drafts = await world.services.loadDrafts();
  await drafts.put('begun|answer|nama_perpustakaan', 'Taman Baca');
  await drafts.put('begun|typed|kontak_hp', '0812');
  renderScreen(world, <LibraryScreen village={village} />);
  await screen.findByText(/sudah dipindahkan ke sini/);
  expect(await held(world)).toEqual({ nama_perpustakaan: 'Taman Baca' });
  expect(await drafts.read('')).toEqual({ [`library|${village}|kontak_hp`]: '0812' });
});

test('a full device keeps what was begun where it is', async () => {
  const world = openScreenWorld(sari);
  const drafts = await world.services.loadDrafts();
  await drafts.put('begun|answer|nama_perpustakaan', 'Taman Baca');
  world.setFull(true);
  renderScreen(world, <LibraryScreen village={village} />);
  await screen.findByText('Bagian profil');
  expect(await drafts.read('begun|')).toEqual({ 'answer|nama_perpustakaan': 'Taman Baca' });
});

test('an address that is no village writes nothing and says so', async () => {
  const world = openScreenWorld(sari);
  renderScreen(world, <LibraryScreen village="62.99" />);
  expect(await screen.findByText('Tidak ada profil di alamat ini')).toBeTruthy();
});

test('the standing shows no data for what nobody answered, and no zero', async () => {
  const world = openScreenWorld(sari);
  renderScreen(world, <StandardScreen village={village} />);
  expect(await screen.findByText('0 dari 12 memenuhi')).toBeTruthy();
  const unknown = within(screen.getByRole('region', { name: 'Belum ada data' }));
  expect(unknown.getAllByRole('listitem')).toHaveLength(12);
  expect(screen.queryByText(/Belum memenuhi|\b0 judul/)).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test('going on to another year keeps the figures of the one before, to compare with', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  const before = { tahun_data: 2020, judul_cetak: 600, jenis: 'desa' };
  await world.services.records.write([
    { stream, t: 'library', r: village, fields: before, seen: undefined },
  ]);
  open(world, 'bukti');
  const year = await screen.findByLabelText('Data untuk tahun');
  await user.clear(year);
  await user.type(year, '2021');
  await user.tab();
  await waitFor(async () => {
    const [kept] = await world.services.records.readShelf(stream, 'libraryYear', village);
    expect(kept?.r).toBe(`${village}:2020`);
    expect(valuesOf(kept)).toEqual({ judul_cetak: 600 });
  });
  cleanup();
  renderScreen(world, <StandardScreen village={village} />);
  expect(await screen.findByText('Perubahan sejak 2020')).toBeTruthy();
});

test('what is typed in a line of advocacy outlives a closed app, even if nothing of it was an answer yet', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  open(world, 'dampak');
  await user.click(await screen.findByRole('button', { name: /Tambah hasil advokasi/ }));
  await user.type(await screen.findByLabelText('Mitra'), 'BUMDes');
  const drafts = await world.services.loadDrafts();
  await waitFor(async () =>
    expect(Object.values(await drafts.read('advocacy|'))).toEqual(['BUMDes']),
  );
  const kept = await drafts.read('');
  cleanup();
  // A killed app makes no answer of it: only the draft is there.
  const restarted = openScreenWorld(sari);
  const after = await restarted.services.loadDrafts();
  for (const [key, body] of Object.entries(kept)) await after.put(key, body);

  open(restarted, 'dampak');
  await user.click(await screen.findByRole('button', { name: /Tambah hasil advokasi/ }));
  expect((await screen.findByLabelText<HTMLInputElement>('Mitra')).value).toBe('BUMDes');
  await waitFor(async () => {
    const lines = await restarted.services.records.readShelf(stream, 'advocacy', village);
    expect(lines.map(line => valuesOf(line))).toEqual([{ mitra: 'BUMDes' }]);
  });
  await waitFor(async () => expect(await after.read('')).toEqual({}));
});

test('the limit of a year is said as a year', async () => {
  const world = openScreenWorld(sari);
  const user = userEvent.setup();
  open(world, 'identitas');
  await user.type(await screen.findByLabelText('Tahun berdiri'), '1800');
  await user.tab();
  expect(await screen.findByText(/paling awal tahun 1945\./)).toBeTruthy();
});
