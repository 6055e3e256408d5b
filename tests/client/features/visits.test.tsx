// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { isDeletedView, valuesOf } from '../../../src/client/data/record-view.ts';
import { VillageScreen } from '../../../src/client/features/visits/VillageScreen.tsx';
import { VisitScreen } from '../../../src/client/features/visits/VisitScreen.tsx';
import { VisitsScreen } from '../../../src/client/features/visits/VisitsScreen.tsx';
import type { JsonValue } from '../../../src/domain/records/kind.ts';
import { regionStream } from '../../../src/domain/stream.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  koordinator,
  openScreenWorld,
  renderScreen,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

const village = '62.12.01.2008';
const region = regionStream('62.12');
const today = '2021-06-30';
const rini: Person = {
  id: 'rini',
  name: 'Rini',
  role: 'fasilitator',
  scopes: [{ id: region, role: 'fasilitator' }],
};

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  history.replaceState(null, '', '/visits');
  user = userEvent.setup();
});
afterEach(cleanup);
// For a machine that has other work to do.
configure({ asyncUtilTimeout: 10_000 });

const put = (world: ScreenWorld, t: string, r: string, fields: Record<string, JsonValue>) =>
  world.services.records.write([{ stream: region, t, r, fields, seen: undefined }]);

async function held(world: ScreenWorld, t: string, r: string): Promise<Record<string, unknown>> {
  return valuesOf<Record<string, unknown>>(await world.services.records.readRecord(region, t, r));
}

async function openVillage(person = rini): Promise<ScreenWorld> {
  const world = openScreenWorld(person);
  await put(world, 'library', village, { nama_perpustakaan: 'Bahitom Cerdas' });
  await put(world, 'visit', `${village}:2021-03-02`, { day: '2021-03-02', purpose: 'Awal' });
  await put(world, 'followUp', `${village}:a`, { kegiatan: 'Kelas menjahit', status: 'berjalan' });
  await put(world, 'followUp', `${village}:b`, { kegiatan: 'Pojok baca', status: 'selesai' });
  return world;
}

test('a village shows its profile, its last visit and its open plan, and a visit begins', async () => {
  const world = await openVillage();
  renderScreen(world, <VillageScreen village={village} />);
  const profile = await screen.findByRole('link', { name: /Profil Perpustakaan/ });
  expect(profile.textContent).toMatch(/\d+ dari \d+ isian wajib/);
  expect(screen.getByText('Kelas menjahit')).toBeDefined();
  expect(screen.queryByText('Pojok baca')).toBeNull();
  expect(screen.getByText('1 belum selesai')).toBeDefined();
  expect(screen.getByRole('link', { name: /2 Maret 2021/ }).textContent).toContain('Terakhir');
  expect(await accessibilityViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Mulai kunjungan hari ini' }));
  await waitFor(() => expect(location.pathname).toBe(`/visits/${village}/${today}`));
  expect(await held(world, 'visit', `${village}:${today}`)).toEqual({ day: today });
});

test('a visit begun by mistake is deleted, and comes back by one tap', async () => {
  const world = await openVillage();
  await put(world, 'visit', `${village}:${today}`, { day: today });
  const visit = () => world.services.records.readRecord(region, 'visit', `${village}:${today}`);
  renderScreen(world, <VisitScreen village={village} day={today} />);
  await user.click(await screen.findByRole('button', { name: 'Hapus kunjungan ini' }));
  await waitFor(async () => expect(isDeletedView((await visit())!)).toBe(true));
  expect(location.pathname).toBe(`/visits/${village}`);
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect(isDeletedView((await visit())!)).toBe(false));
});

test('whoever begins twice on a day goes on with the same visit', async () => {
  const world = await openVillage();
  await put(world, 'visit', `${village}:${today}`, { day: today });
  const before = (await world.readWritten()).length;
  renderScreen(world, <VillageScreen village={village} />);
  await user.click(await screen.findByRole('button', { name: 'Lanjutkan kunjungan hari ini' }));
  await waitFor(() => expect(location.pathname).toBe(`/visits/${village}/${today}`));
  expect(await world.readWritten()).toHaveLength(before);
});

test('the visit’s list is ticked, and the plan checked: what was found stays, and the line follows', async () => {
  const world = await openVillage();
  renderScreen(world, <VisitScreen village={village} day={today} />);
  const sim = within(await screen.findByRole('group', { name: 'Input SIM bulan ini' }));
  await user.click(sim.getByRole('radio', { name: 'Belum' }));
  const line = within(screen.getByRole('group', { name: 'Kelas menjahit' }));
  await user.click(line.getByRole('radio', { name: 'Selesai' }));
  await screen.findByText('Kelas menjahit: Selesai. Tersimpan.');
  expect(await held(world, 'checklistItem', `${village}:${today}:kunjungan:sim`)).toEqual({
    state: 'belum',
  });
  expect(await held(world, 'followUp', `${village}:a`)).toMatchObject({ status: 'selesai' });
  expect(await held(world, 'followUpCheck', `${village}:${today}:a`)).toEqual({
    status: 'selesai',
  });
  // What is done at this visit stays in sight at this visit.
  expect(screen.getByRole('group', { name: 'Kelas menjahit' })).toBeDefined();
  expect(await accessibilityViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Urungkan' }));
  await waitFor(async () =>
    expect(await held(world, 'followUp', `${village}:a`)).toMatchObject({ status: 'berjalan' }),
  );
  expect(await held(world, 'followUpCheck', `${village}:${today}:a`)).toEqual({});
});

test('notes of the visit and of a plan are saved when the screen closes', async () => {
  const world = await openVillage();
  await put(world, 'followUpCheck', `${village}:2021-03-02:a`, {
    status: 'direncanakan',
    catatan: 'Mesin belum datang',
  });
  renderScreen(world, <VisitScreen village={village} day={today} />);
  await screen.findByText(/2 Mar 2021: Direncanakan · Mesin belum datang/);
  await user.type(screen.getByLabelText('Catatan tentang rencana ini'), 'Mesin datang');
  await user.type(screen.getByLabelText('Tujuan kunjungan'), 'Pendampingan');
  await user.type(screen.getByLabelText('Catatan'), 'Kades hadir');
  cleanup();
  await waitFor(async () => {
    expect(await held(world, 'followUpCheck', `${village}:${today}:a`)).toEqual({
      catatan: 'Mesin datang',
    });
    expect(await held(world, 'visit', `${village}:${today}`)).toEqual({
      day: today,
      purpose: 'Pendampingan',
      note: 'Kades hadir',
    });
  });
});

test('a village of another region is not visited from here; a coordinator visits any', async () => {
  const elsewhere = '62.03.01.2001';
  renderScreen(openScreenWorld(rini), <VillageScreen village={elsewhere} />);
  await screen.findByText('Desa ini di luar wilayah Anda');
  expect(screen.queryByRole('button', { name: /Mulai kunjungan/ })).toBeNull();
  cleanup();
  renderScreen(openScreenWorld(rini), <VisitScreen village={village} day="besok" />);
  await screen.findByText('Desa ini di luar wilayah Anda');
  cleanup();
  renderScreen(openScreenWorld(koordinator), <VillageScreen village={elsewhere} />);
  await screen.findByRole('button', { name: 'Mulai kunjungan hari ini' });
  await screen.findByText('Belum pernah dikunjungi');
});

test('a village is chosen by name, and the latest visits stand below', async () => {
  const world = await openVillage();
  renderScreen(world, <VisitsScreen />);
  await screen.findByRole('link', { name: /Bahitom.*2 Maret 2021 · Awal/ });
  await user.type(await screen.findByLabelText('Cari desa atau kecamatan'), 'bahitom');
  await user.click(await screen.findByRole('button', { name: /Bahitom/ }));
  await waitFor(() => expect(location.pathname).toBe(`/visits/${village}`));
});

test('a coordinator brings a changed list to the regions that lack it', async () => {
  const world = await openVillage(koordinator);
  const content = {
    title: { id: 'Kunjungan' },
    for: 'visit',
    number: 2,
    items: [{ key: 'sim', text: { id: 'Input SIM' } }],
  };
  const r = 'kunjungan:b';
  await world.services.records.write([
    { stream: 'programme', t: 'checklistTemplate', r, fields: { content }, seen: undefined },
  ]);
  renderScreen(world, <VisitsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Pakai di sini' }));
  await waitFor(async () => expect(await held(world, 'checklistTemplate', r)).toEqual({ content }));
  await waitFor(() => expect(screen.queryByText('Pakai di sini')).toBeNull());
});
