// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import { LibraryScreen } from '../../../src/client/features/library/LibraryScreen.tsx';
import { SectionScreen } from '../../../src/client/features/library/SectionScreen.tsx';
import { regionStream } from '../../../src/domain/stream.ts';
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

const held = async (world: ScreenWorld, at = village) =>
  valuesOf<Record<string, unknown>>(await world.services.records.readRecord(stream, 'library', at));

test('a wrong village is changed after a look at what lies there, and undone by one tap', async () => {
  const world = openScreenWorld({ ...sari, id: 'office', role: 'koordinator', scopes: [] });
  const { records } = world.services;
  const other = '62.12.01.2009';
  await records.write([
    { stream, t: 'library', r: village, fields: { komputer: 1 }, seen: undefined },
    { stream, t: 'library', r: other, fields: { komputer: 9 }, seen: undefined },
  ]);
  const user = userEvent.setup();
  open(world, 'identitas');
  await user.click(await screen.findByRole('button', { name: 'Desa salah? Ganti desa' }));
  const territory = await world.services.loadTerritory();
  const name = territory.villageLabel(other)?.village.name ?? '';
  await user.type(await screen.findByLabelText(/Cari/), name);
  await user.click(
    (await screen.findAllByRole('button', { name: new RegExp(name) }))[0] as Element,
  );
  expect(await screen.findByText(/Sudah ada profil di sana/)).toBeTruthy();
  expect(await held(world)).toEqual({ komputer: 1 });

  await user.click(screen.getByRole('button', { name: 'Pindahkan profil' }));
  await waitFor(async () => expect(await held(world)).toEqual({ movedTo: other }));
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect(await held(world)).toMatchObject({ komputer: 1 }));
});

test('a librarian at another village’s address is led to her own, and begins nothing there', async () => {
  const world = openScreenWorld(sari);
  renderScreen(world, <LibraryScreen village="62.12.01.2010" />);
  const link = await screen.findByRole('link', { name: 'Buka profil desa Anda' });
  expect(link.getAttribute('href')).toBe(`/libraries/${village}`);
  expect(await world.readWritten()).toEqual([]);
});

test('somebody who chose another village before she was let in is told so', async () => {
  const world = openScreenWorld(sari);
  const drafts = await world.services.loadDrafts();
  await drafts.put('begun|answer|kode_wilayah', '62.12.01.2010');
  await drafts.put('begun|answer|komputer', 2);
  renderScreen(world, <LibraryScreen village={village} />);
  expect(
    await screen.findByText(/Sebelum masuk Anda memilih .*isian sekarang ada di sini/),
  ).toBeTruthy();
  expect(await held(world)).toEqual({ komputer: 2 });
});
