import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  enrolWith,
  expectNoComplaints,
  waitForDelivery,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { openLibraryWriter } from '../support/filled-profile.ts';
import { drawCameraPhoto, seePhoto, takePhoto } from '../support/photo-page.ts';
import { openOwnProfile, openSectionOf, expectValue, write } from '../support/profile-pages.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let hers: BrowserProfile;
let his: BrowserProfile;
let village: string;

beforeAll(async () => {
  app = await serveApp('demo');
  [hers, his] = await Promise.all([openProfile('phone'), openProfile('phone')]);
  await enrolWith(hers.page, app.url, 'DEMO-PENGELOLA');
  village = await openOwnProfile(hers.page);
  await enrolWith(his.page, app.url, 'DEMO-KOORDINATOR');
  for (const { page } of [hers, his]) await waitUntilOfflineReady(page);
});

afterAll(async () => {
  await hers.dispose();
  await his.dispose();
  await app.dispose();
});

const phones = () => [hers, his];

describe('a profile that is open on two phones without a signal', () => {
  const titles = 'Judul koleksi tercetak';
  const sides = (page: Page) => page.getByRole('group', { name: /Ada dua jawaban/ });

  beforeAll(async () => {
    for (const { page } of phones()) await openSectionOf(page, app.url, village, 'koleksi');
    for (const phone of phones()) await phone.setOffline(true);
    await write(hers.page, titles, '1250');
    await write(hers.page, 'Eksemplar koleksi tercetak', '2400');
    await write(his.page, titles, '1300');
    await write(his.page, 'Judul koleksi digital', '40');
    for (const { page } of phones()) await waitForDelivery(page, /Belum terkirim: 2/);
    for (const phone of phones()) await phone.setOffline(false);
  });

  test('has the answers of both to different questions on both, without a word', async () => {
    for (const { page } of phones()) {
      await expectValue(page, 'Eksemplar koleksi tercetak', '2.400');
      await expectValue(page, 'Judul koleksi digital', '40');
      await sides(page).waitFor();
      expect(await sides(page).count()).toBe(1);
    }
  });

  test('shows both answers to the same question side by side on both, and who gave them', async () => {
    for (const { page } of phones()) {
      const shown = sides(page).getByRole('button');
      await vi.waitFor(async () => expect(await shown.count()).toBe(2), { timeout: 20_000 });
      const words = (await shown.allTextContents()).join(' | ');
      expect(words).toMatch(/1\.250/);
      expect(words).toMatch(/1\.300/);
    }
  });

  test('is settled on both by one tap', async () => {
    await sides(hers.page)
      .getByRole('button', { name: /1\.300/ })
      .click();
    await sides(hers.page).waitFor({ state: 'detached' });
    await waitForDelivery(hers.page, /^Terkirim$/);
    // His phone rests for up to a minute; whoever looks again sees it at once.
    await his.page.reload();
    for (const { page } of phones()) {
      await expectValue(page, titles, '1.300');
      await sides(page).waitFor({ state: 'detached' });
    }
    const home = await openLibraryWriter(app.url, village);
    await home.expectHeads('judul_cetak', [1300]);
    await home.expectHeads('eks_cetak', [2400]);
    await home.expectHeads('judul_digital', [40]);
  });
});

test('a profile of the wrong village moves with everything, half an answer too, and nothing is typed again', async () => {
  const { page } = his;
  await his.setOffline(true);
  await openSectionOf(page, app.url, village, 'bukti');
  await takePhoto(page, 'Foto tampak depan', await drawCameraPhoto(page, 1600, 1200));
  await openSectionOf(page, app.url, village, 'identitas');
  await write(page, 'Nama perpustakaan', 'Taman Baca Maju');
  await write(page, 'Nomor HP/WhatsApp', '0812');
  await page.getByText(/Nomor HP diawali 08/).waitFor();
  await page.getByRole('button', { name: 'Desa salah? Ganti desa' }).click();
  const sheet = page.getByRole('dialog');
  await sheet
    .getByRole('button', { name: /^Kec\./ })
    .first()
    .click();
  await sheet
    .getByRole('button', { name: /^(Desa|Kelurahan) / })
    .last()
    .click();
  await sheet.getByRole('button', { name: 'Pindahkan profil' }).click();
  await page
    .getByRole('paragraph')
    .filter({ hasText: /pindah ke .*Semua isian ikut/ })
    .waitFor();
  await page.waitForURL(url => !url.pathname.includes(village));
  const moved = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(moved).toMatch(/^62\.\d\d\.\d\d\.\d{4}$/);
  expect(moved).not.toBe(village);

  // Offline, and after the phone was off.
  await his.kill();
  await his.reopen({ isOffline: true });
  await openSectionOf(his.page, app.url, moved, 'identitas');
  await expectValue(his.page, 'Nama perpustakaan', 'Taman Baca Maju');
  await expectValue(his.page, 'Nomor HP/WhatsApp', '0812');
  await openSectionOf(his.page, app.url, moved, 'koleksi');
  await expectValue(his.page, 'Judul koleksi tercetak', '1.300');
  await openSectionOf(his.page, app.url, moved, 'bukti');
  expect(await seePhoto(his.page, 'Foto tampak depan')).toMatchObject({ w: 1280, h: 960 });

  await his.setOffline(false);
  await waitForDelivery(his.page, /^Terkirim$/);
  const home = await openLibraryWriter(app.url, moved, { device: 'meja-lain' });
  await home.expectHeads('nama_perpustakaan', ['Taman Baca Maju']);
  await home.expectHeads('eks_cetak', [2400]);
  // Her place went along: her old address leads her there.
  await hers.page.goto(`${app.url}/libraries/${village}`);
  const link = hers.page.getByRole('link', { name: /Buka profil(nya| desa Anda)/ });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe(`/libraries/${moved}`);
});

test('nothing complained', () => {
  for (const phone of phones()) expectNoComplaints(phone);
});
