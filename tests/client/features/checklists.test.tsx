// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChecklistScreen } from '../../../src/client/features/checklists/ChecklistScreen.tsx';
import { ChecklistsScreen } from '../../../src/client/features/checklists/ChecklistsScreen.tsx';
import { TemplateScreen } from '../../../src/client/features/checklists/TemplateScreen.tsx';
import { TemplatesScreen } from '../../../src/client/features/checklists/TemplatesScreen.tsx';
import { checklistId } from '../../../src/domain/checklists/checklist-id.ts';
import type { TemplateContent } from '../../../src/domain/checklists/template.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
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

const preparation = checklistId('persiapan', training);

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  history.replaceState(null, '', '/');
  user = userEvent.setup();
});
afterEach(cleanup);
// For a machine that has other work to do.
configure({ asyncUtilTimeout: 10_000 });

async function openList(id = preparation, person = rina): Promise<ScreenWorld> {
  const world = openScreenWorld(person);
  await holdTraining(world, ['Ani']);
  renderScreen(world, <ChecklistScreen training={training} id={id} />);
  await screen.findAllByRole('group');
  return world;
}

const item = (name: string) => within(screen.getByRole('group', { name }));
const writtenBy = async (world: ScreenWorld) =>
  (await world.readWritten()).map(({ t, r, f }) => ({ t, r, f }));

test('one tap answers an item; the first one begins the list with its version', async () => {
  const world = await openList();
  await user.click(item('SK panitia').getByRole('radio', { name: 'Sudah' }));
  await screen.findByText('SK panitia: Sudah. Tersimpan.');
  await user.click(item('Wi-Fi hotel sudah diuji').getByRole('radio', { name: 'Tidak berlaku' }));
  await screen.findByText('2 dari 13 selesai');
  expect(await writtenBy(world)).toEqual([
    { t: 'checklist', r: preparation, f: { template: 'persiapan:1' } },
    { t: 'checklistItem', r: `${preparation}:panitia`, f: { state: 'sudah' } },
    { t: 'checklistItem', r: `${preparation}:wifi`, f: { state: 'tidak-berlaku' } },
  ]);
  expect(screen.getAllByText('Rina Fasilitator · 30 Jun 2021, 08.30')).toHaveLength(2);
  expect(await accessibilityViolations()).toEqual([]);
});

test('a tap is taken back from the toast, to what was there before', async () => {
  const world = await openList();
  await user.click(item('SK panitia').getByRole('radio', { name: 'Belum' }));
  await screen.findByText('SK panitia: Belum. Tersimpan.');
  await user.click(item('SK panitia').getByRole('radio', { name: 'Sudah' }));
  await screen.findByText('SK panitia: Sudah. Tersimpan.');
  await user.click(screen.getByRole('button', { name: 'Urungkan' }));
  const belum = item('SK panitia').getByRole<HTMLInputElement>('radio', { name: 'Belum' });
  await waitFor(() => expect(belum.checked).toBe(true));
  await waitFor(async () => expect((await writtenBy(world)).at(-1)?.f).toEqual({ state: 'belum' }));
});

test('what leaving waits for is marked and counted, and an overdue list stays calm', async () => {
  await openList();
  await screen.findByText('7 hal lagi sebelum berangkat');
  expect(screen.getAllByText('Penting sebelum berangkat')).toHaveLength(7);
  await screen.findByText('Lewat 2 hari');
  await user.click(item('Modul dan bahan ajar').getByRole('radio', { name: 'Sudah' }));
  await screen.findByText('6 hal lagi sebelum berangkat');
  expect(screen.getAllByText('Penting sebelum berangkat')).toHaveLength(6);
});

test('a note is kept, and a photo with the picture’s place', async () => {
  const world = await openList();
  const bytes = new ArrayBuffer(8);
  world.services.preparePhoto = () => Promise.resolve({ bytes, mime: 'image/jpeg', w: 4, h: 3 });
  const image = { sha256: 'a'.repeat(64), size: 8, mime: 'image/jpeg' as const, w: 4, h: 3 };
  world.services.pictures.keep = () => Promise.resolve(image);
  const [row] = screen.getAllByRole('listitem');
  await user.click(within(row as HTMLElement).getByRole('button', { name: 'Catatan, foto' }));
  await user.type(await screen.findByLabelText('Catatan'), 'Tinggal stempel');
  await user.upload(
    screen.getByLabelText('Pilih foto'),
    new File(['x'], 'foto.jpg', { type: 'image/jpeg' }),
  );
  await waitFor(async () =>
    expect((await writtenBy(world)).map(({ f }) => f)).toContainEqual({ photo: { image } }),
  );
  await user.click(screen.getByRole('button', { name: 'Selesai' }));
  await waitFor(async () =>
    expect((await writtenBy(world)).map(({ f }) => f)).toContainEqual({ note: 'Tinggal stempel' }),
  );
  await screen.findByText('Tinggal stempel');
});

test('two who say different things stand side by side, and one tap settles it', async () => {
  const world = await openList();
  await world.hold('checklist', { [preparation]: { template: 'persiapan:1' } });
  await world.hold('checklistItem', {
    [`${preparation}:atk`]: {
      state: [
        { by: 'rina', v: 'sudah' },
        { by: 'budi', v: 'belum' },
      ],
    },
  });
  const question = await screen.findByText('Dicatat berbeda. Ketuk yang benar:');
  const sides = question.closest('fieldset');
  await user.click(within(sides as HTMLElement).getByRole('button', { name: /^Sudah/ }));
  await waitFor(async () =>
    expect((await world.readWritten()).at(-1)?.f).toEqual({ state: 'sudah' }),
  );
  expect(Object.values((await world.readWritten()).at(-1)?.p ?? {})[0]).toHaveLength(2);
});

test('a list keeps its version; one that is not begun takes the newest', async () => {
  const world = await openList();
  const content: TemplateContent = {
    title: { id: 'Persiapan' },
    for: 'training',
    number: 2,
    items: [{ key: 'spanduk', text: { id: 'Spanduk' } }],
  };
  await world.hold('checklistTemplate', { 'persiapan:b': { content: content as never } });
  await screen.findByRole('group', { name: 'Spanduk' });
  expect(screen.queryByRole('group', { name: 'SK panitia' })).toBeNull();
  await world.hold('checklist', { [preparation]: { template: 'persiapan:1' } });
  await screen.findByRole('group', { name: 'SK panitia' });
  expect(screen.getByText('Versi 1')).toBeDefined();
  expect(screen.queryByRole('group', { name: 'Spanduk' })).toBeNull();
});

test('while the version has not arrived the newest stands in, and it says so', async () => {
  const world = await openList();
  await world.hold('checklist', { [preparation]: { template: 'persiapan:z' } });
  await screen.findByText(/Versi daftar ini masih dalam perjalanan/);
  expect(screen.getByRole('group', { name: 'SK panitia' })).toBeDefined();
});

test('the due day can be moved, and back to what the template says', async () => {
  const world = await openList();
  await user.click(screen.getByRole('button', { name: 'Ubah tenggat' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Paling lambat tanggal');
  expect(field.value).toBe('2021-06-28');
  await user.clear(field);
  await user.type(field, '2021-07-01');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByText('Paling lambat besok');
  expect((await world.readWritten()).at(-1)?.f).toEqual({
    due: '2021-07-01',
    template: 'persiapan:1',
  });
});

test('a full device says so, and nothing seems answered', async () => {
  const world = await openList();
  world.setFull(true);
  await user.click(item('SK panitia').getByRole('radio', { name: 'Sudah' }));
  await screen.findByText(/Ruang simpan perangkat penuh/);
  expect(await writtenBy(world)).toEqual([]);
});

test('a training shows its lists, and one for each session', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Ani']);
  await world.hold('checklist', { [preparation]: { template: 'persiapan:1' } });
  await world.hold('checklistItem', { [`${preparation}:atk`]: { state: 'sudah' } });
  renderScreen(world, <ChecklistsScreen training={training} />);
  const row = await screen.findByRole('link', { name: /Persiapan/ });
  expect(row.textContent).toContain('1 dari 13 selesai');
  expect(row.getAttribute('href')).toBe(
    `/trainings/${training}/checklists/${encodeURIComponent(preparation)}`,
  );
  expect(screen.getByText('7 hal lagi sebelum penutupan')).toBeDefined();
  const session = screen.getByRole('link', { name: /Literasi digital/ });
  expect(session.textContent).toContain('0 dari 8 selesai');
  expect(screen.queryByText('Ubah isi daftar periksa')).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test('a session that did not take place asks for no list, but keeps one that was begun', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Ani']);
  await world.hold('session', { s2: { title: 'Literasi digital', notHeld: 'Listrik padam' } });
  renderScreen(world, <ChecklistsScreen training={training} />);
  await screen.findByRole('link', { name: /Persiapan/ });
  expect(screen.queryByRole('link', { name: /Literasi digital/ })).toBeNull();

  const list = checklistId('sesi', 's2');
  await world.hold('checklist', { [list]: { template: 'sesi:1' } });
  const row = await screen.findByRole('link', { name: /Literasi digital/ });
  expect(row.textContent).toContain('Tidak terlaksana');
});

test('a list that no template knows says that it may be on its way', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Ani']);
  renderScreen(world, <ChecklistScreen training={training} id={checklistId('asing', training)} />);
  expect(await screen.findByText('Daftar ini belum ada di perangkat')).toBeDefined();
});

const coordinating = {
  ...koordinator,
  scopes: [...koordinator.scopes, { id: stream, role: 'koordinator' as const }],
};

test('a coordinator renames, moves, drops and adds; saving makes another version everywhere', async () => {
  const world = openScreenWorld(coordinating);
  await holdTraining(world, ['Ani']);
  renderScreen(world, <TemplateScreen id="peralatan-tik" />);
  const first = await screen.findByLabelText<HTMLInputElement>('Hal ke-1');
  await user.clear(first);
  await user.type(first, 'Laptop dan charger');
  await user.click(screen.getByRole('button', { name: 'Turunkan hal ke-1' }));
  const rows = screen.getAllByRole('listitem');
  await user.click(within(rows[3] as HTMLElement).getByRole('button', { name: 'Buang' }));
  await user.click(screen.getByRole('button', { name: 'Tambah hal' }));
  await user.type(await screen.findByLabelText('Hal ke-6'), '  Kabel   LAN ');
  await user.click(screen.getByRole('button', { name: 'Simpan sebagai versi 2' }));
  await waitFor(async () => expect(await world.readWritten()).toHaveLength(2));
  const written = await world.readWritten();
  expect(written.map(({ stream: at, t }) => [at, t])).toEqual([
    ['programme', 'checklistTemplate'],
    [stream, 'checklistTemplate'],
  ]);
  expect(written[0]?.r).toBe(written[1]?.r);
  expect(written[0]?.r).toMatch(/^peralatan-tik:(?!1$)/);
  const content = written[0]?.f['content'] as unknown as TemplateContent;
  expect(content.number).toBe(2);
  expect(content.items.map(({ text }) => text.id)).toEqual([
    'Akun yang diperlukan',
    'Laptop dan charger',
    'Printer',
    'Modem cadangan',
    'UPS atau stabilizer',
    'Kabel LAN',
  ]);
  // What was not touched keeps its key, its English and what waits for it; what was renamed keeps its key.
  expect(content.items[1]).toEqual({
    key: 'laptop',
    text: { id: 'Laptop dan charger' },
    blocks: 'leaving',
  });
  expect(content.items[0]?.text.en).toBe('Accounts that are needed');
});

test('what is being changed outlives the closed screen, and can be discarded', async () => {
  const world = openScreenWorld(coordinating);
  renderScreen(world, <TemplateScreen id="sesi" />);
  const first = await screen.findByLabelText('Hal ke-1');
  await user.type(first, ' pukul 08.00');
  await waitFor(async () =>
    expect(
      Object.keys(await (await world.services.loadDrafts()).read('checklist-template|')),
    ).toEqual(['sesi']),
  );
  cleanup();
  renderScreen(world, <TemplateScreen id="sesi" />);
  const again = await screen.findByLabelText<HTMLInputElement>('Hal ke-1');
  expect(again.value).toBe('Mulai tepat waktu pukul 08.00');
  await user.click(screen.getByRole('button', { name: 'Batalkan perubahan' }));
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Hal ke-1').value).toBe('Mulai tepat waktu'),
  );
  expect(await world.readWritten()).toEqual([]);
});

test('a list is retired by a version of its own, and a trainer cannot change any', async () => {
  const world = openScreenWorld(coordinating);
  renderScreen(world, <TemplateScreen id="sesi" />);
  await user.click(await screen.findByRole('button', { name: 'Jangan pakai daftar ini lagi' }));
  await waitFor(async () =>
    expect((await world.readWritten())[0]?.f['content']).toMatchObject({
      number: 2,
      retired: true,
    }),
  );
  cleanup();
  renderScreen(world, <TemplatesScreen />);
  await screen.findByText('Tidak dipakai');
  expect(await accessibilityViolations()).toEqual([]);
  cleanup();
  renderScreen(openScreenWorld(rina), <TemplateScreen id="sesi" />);
  await screen.findByText('Hanya koordinator yang dapat mengubah isi daftar periksa.');
});

test('a version that lies elsewhere is brought into the training by its coordinator', async () => {
  const world = openScreenWorld(coordinating);
  await holdTraining(world, ['Ani']);
  const content = {
    title: { id: 'Oleh-oleh' },
    for: 'training',
    number: 1,
    items: [{ key: 'a', text: { id: 'A' } }],
  };
  const r = 'oleh:a';
  await world.services.records.write([
    { stream: 'programme', t: 'checklistTemplate', r, fields: { content }, seen: undefined },
  ]);
  renderScreen(world, <ChecklistsScreen training={training} />);
  await user.click(await screen.findByRole('button', { name: 'Pakai di sini' }));
  await waitFor(async () =>
    expect((await world.readWritten()).at(-1)).toMatchObject({ stream, t: 'checklistTemplate', r }),
  );
  await waitFor(() => expect(screen.queryByText('Pakai di sini')).toBeNull());
});
