// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { LibraryScreen } from '../../../src/client/features/library/LibraryScreen.tsx';
import { regionStream } from '../../../src/domain/stream.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { everyAnswer } from '../../support/filled-profile.ts';
import { openScreenWorld, renderScreen } from '../../support/screen-world.tsx';

const village = '62.12.01.2008';
const stream = regionStream('62.12');
const sari: Person = {
  id: 'sari',
  name: 'Sari',
  role: 'pengelola',
  scopes: [{ id: `${stream}/${village}`, role: 'pengelola' }],
};

const whole = {
  ...everyAnswer(),
  tahun_data: 2020,
  persetujuan: { version: '2026-11', at: 1, name: 'Sari' },
};

afterEach(cleanup);

test('the overview says where something typed is no answer yet', async () => {
  const world = openScreenWorld(sari);
  const { records, loadDrafts } = world.services;
  const fields = { komputer: 4, komputer_baik: 3, internet: 'starlink', listrik: ['pln'] };
  await records.write([{ stream, t: 'library', r: village, fields, seen: undefined }]);
  renderScreen(world, <LibraryScreen village={village} />);
  const tik = await screen.findByRole('link', { name: /TIK & listrik/ });
  await waitFor(() => expect(tik.textContent).toContain('Isian wajib lengkap'));
  await (await loadDrafts()).put(`library|${village}|komputer`, 'lima belas');
  await waitFor(() => expect(tik.textContent).toContain('1 perlu diperiksa'));
});

test('a whole profile with something to look at leads there instead of saying that all is done', async () => {
  const world = openScreenWorld(sari);
  const { records, loadDrafts } = world.services;
  await records.write([{ stream, t: 'library', r: village, fields: whole, seen: undefined }]);
  renderScreen(world, <LibraryScreen village={village} />);
  await screen.findByText('Lengkap');
  await (await loadDrafts()).put(`library|${village}|komputer`, 'lima belas');
  const link = await screen.findByRole('link', { name: 'Periksa: Komputer/laptop' });
  expect(link.getAttribute('href')).toBe(`/libraries/${village}/sections/tik?field=komputer`);
  expect(screen.getByText('Draf')).toBeTruthy();
  expect(screen.queryByText(/Semua isian wajib sudah lengkap/)).toBeNull();
});

test('the overview says in which section answers differ and a trainer wrote something', async () => {
  const world = openScreenWorld(sari);
  const jam = [
    { by: 'sari', v: 6 },
    { by: 'dewi', v: 7 },
  ];
  await world.hold('library', { [village]: { jam_buka: jam } }, stream);
  const note = { reviewed: true, note: 'Hitung lagi.' };
  await world.hold('libraryReview', { [`${village}:koleksi`]: note }, stream);
  renderScreen(world, <LibraryScreen village={village} />);
  const row = async (name: RegExp) => (await screen.findByRole('link', { name })).textContent;
  await waitFor(async () => expect(await row(/^.*Layanan/)).toContain('1 perbedaan'));
  await waitFor(async () => expect(await row(/Koleksi/)).toContain('Catatan fasilitator'));
  expect(await accessibilityViolations()).toEqual([]);
});
