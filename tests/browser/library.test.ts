import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  enrolWith,
  expectNoComplaints,
  waitForDelivery,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { drawCameraPhoto, takePhoto } from '../support/photo-page.ts';
import { withNotes } from '../support/picture-heads.ts';
import { openOwnProfile, write } from '../support/profile-pages.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
const profiles: BrowserProfile[] = [];

beforeAll(async () => {
  app = await serveApp('demo');
});

afterAll(async () => {
  for (const profile of profiles) await profile.dispose();
  await app.dispose();
});

async function pick(page: Page, question: string, option: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(option, { exact: true }).check();
}

/** Back to the whole profile, as a thumb goes there. */
async function goBack(page: Page): Promise<void> {
  if (new URL(page.url()).pathname.includes('/sections/'))
    await page.getByRole('link', { name: 'Kembali' }).click();
  await page.getByText('dari 27 isian wajib').first().waitFor();
}

async function openSection(page: Page, title: string): Promise<void> {
  await goBack(page);
  await page
    .getByRole('list', { name: 'Bagian profil' })
    .getByRole('link', { name: title })
    .click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

let village = '';

/** Waits until the ring says so many of the required answers are there. */
async function waitForRequired(page: Page, answered: number): Promise<void> {
  await goBack(page);
  await expect
    .poll(() => page.getByText('dari 27 isian wajib').first().textContent(), { timeout: 20_000 })
    .toBe(`${answered} dari 27 isian wajib`);
}

test('a librarian fills in her profile offline over three restarts, and the coordinator sees it', async () => {
  const phone = await openProfile('phone');
  profiles.push(phone);
  await enrolWith(phone.page, app.url, 'DEMO-PENGELOLA');
  await waitUntilOfflineReady(phone.page);
  village = await openOwnProfile(phone.page);
  await phone.setOffline(true);

  // The first sitting: who and where, and what there is to read.
  await openSection(phone.page, 'Identitas');
  await write(phone.page, 'Nama perpustakaan', 'Perpustakaan Desa Maju <b>Bersama</b> 📚');
  await pick(phone.page, 'Jenis perpustakaan', 'Perpustakaan desa');
  await write(phone.page, 'Alamat', 'Jl. Tjilik Riwut RT 02');
  await write(phone.page, 'Nama kepala/pengelola', 'Sari Lestari');
  await write(phone.page, 'Nomor HP/WhatsApp', 'bukan nomor');
  await phone.page.getByText(/Nomor HP diawali 08/).waitFor();
  await write(phone.page, 'Nomor HP/WhatsApp', '0812 3456 7890');
  await openSection(phone.page, 'Koleksi');
  await write(phone.page, 'Judul koleksi tercetak', '1.250');
  await write(phone.page, 'Eksemplar koleksi tercetak', '1,250');
  await phone.page.getByText(/Tulis ribuan dengan titik/).waitFor();
  await write(phone.page, 'Eksemplar koleksi tercetak', '2400');
  await write(phone.page, 'Judul terbitan 5 tahun terakhir', '125');
  await pick(phone.page, 'Jenis koleksi', 'Bacaan anak');
  await waitForDelivery(phone.page, /Belum terkirim: 9/);
  // Half a word, and the battery is empty.
  await phone.page.getByLabel('Penambahan judul dalam 1 tahun').fill('4');
  await phone.page.waitForFunction(async () => {
    const open = indexedDB.open('jukung-keep');
    await new Promise(resolve => open.addEventListener('success', resolve, { once: true }));
    const read = open.result.transaction('drafts').objectStore('drafts').getAllKeys();
    await new Promise(resolve => read.addEventListener('success', resolve, { once: true }));
    const isKept = (read.result as string[]).some(key => key.endsWith('|tambah_judul'));
    open.result.close();
    return isKept;
  });
  await phone.kill();
  await phone.reopen({ isOffline: true });

  await phone.page.goto(`${app.url}/libraries/${village}`);
  await waitForRequired(phone.page, 10);
  await openSection(phone.page, 'Koleksi');
  expect(await phone.page.getByLabel('Penambahan judul dalam 1 tahun').inputValue()).toBe('4');

  // The second: the house, its power, its hours.
  await openSection(phone.page, 'Gedung & perabot');
  await write(phone.page, 'Luas gedung/ruang', '56.5');
  await phone.page.getByText(/Tulis pecahan dengan koma/).waitFor();
  await write(phone.page, 'Luas gedung/ruang', '56,5');
  await pick(phone.page, 'Kondisi bangunan', 'Permanen');
  await openSection(phone.page, 'TIK & listrik');
  await write(phone.page, 'Komputer/laptop', '-1');
  await phone.page.getByText('Terlalu kecil: paling sedikit 0.').waitFor();
  await write(phone.page, 'Komputer/laptop', '3');
  await write(phone.page, 'Komputer berfungsi', '5');
  await phone.page.getByText(/Lebih besar daripada “Komputer\/laptop”/).waitFor();
  await write(phone.page, 'Komputer berfungsi', '2');
  await pick(phone.page, 'Akses internet', 'Tidak ada');
  await pick(phone.page, 'Sumber listrik', 'PLTS komunal');
  await openSection(phone.page, 'Layanan');
  await write(phone.page, 'Jam buka per hari', '6');
  await write(phone.page, 'Hari buka per minggu', '5');
  await pick(phone.page, 'Jenis layanan', 'Baca di tempat');
  await write(phone.page, 'Atau jumlah seluruhnya', '840');
  await waitForRequired(phone.page, 20);
  await phone.kill();
  await phone.reopen({ isOffline: true });

  // The third: the people, what they do, the photos, and consent.
  await phone.page.goto(`${app.url}/libraries/${village}`);
  await openSection(phone.page, 'Tenaga');
  await write(phone.page, 'Jumlah tenaga', '2');
  await pick(phone.page, 'Pendidikan kepala perpustakaan', 'SLTA');
  await pick(phone.page, 'Kepala pernah ikut diklat perpustakaan', 'Ya');
  await openSection(phone.page, 'TPBIS & dampak');
  await write(phone.page, 'Kegiatan pelibatan masyarakat dalam 1 tahun', '0');
  await openSection(phone.page, 'Foto & pengisi');
  // The camera lay on its side, and noted where it was.
  const photo = await drawCameraPhoto(phone.page, 4000, 3000);
  await takePhoto(phone.page, 'Foto tampak depan', withNotes(photo, 6));
  await takePhoto(phone.page, 'Foto ruang baca', withNotes(photo, 8));
  await write(phone.page, 'Nama', 'Sari Lestari');
  await write(phone.page, 'Nomor HP/WhatsApp', '081234567890');
  await write(phone.page, 'Data untuk tahun', '2024');
  await phone.page.getByLabel(/Saya sudah membaca dan setuju/).click();
  await phone.page.getByText(/Disetujui oleh Sari Lestari/).waitFor();
  await waitForRequired(phone.page, 27);
  await phone.kill();
  await phone.reopen({ isOffline: true });

  await phone.page.goto(`${app.url}/libraries/${village}`);
  await phone.page.getByText('27 dari 27 isian wajib').first().waitFor();
  await phone.page.getByText('Lengkap', { exact: true }).waitFor();
  await phone.page.getByText('7 memenuhi · 2 belum · 3 belum ada data').waitFor();

  await phone.setOffline(false);
  await waitForDelivery(phone.page, /^Terkirim$/);
  expectNoComplaints(phone);

  // At the hotel: the same values, photos and consent.
  const office = await openProfile('laptop');
  profiles.push(office);
  const received: Promise<Buffer>[] = [];
  office.page.on('response', response => {
    if (response.url().includes('/blobs/')) received.push(response.body());
  });
  await enrolWith(office.page, app.url, 'DEMO-KOORDINATOR');
  await office.page.getByRole('link', { name: /Profil perpustakaan/ }).click();
  await office.page.getByRole('link', { name: /Perpustakaan Desa Maju/ }).click();
  await office.page.getByText('27 dari 27 isian wajib').first().waitFor();
  await openSection(office.page, 'Koleksi');
  expect(await office.page.getByLabel('Judul koleksi tercetak').inputValue()).toBe('1.250');
  expect(await office.page.getByLabel('Penambahan judul dalam 1 tahun').inputValue()).toBe('4');
  await openSection(office.page, 'Foto & pengisi');
  await office.page.getByText(/Disetujui oleh Sari Lestari/).waitFor();
  const shown = office.page.getByRole('group', { name: 'Foto tampak depan' }).getByRole('img');
  await shown.waitFor();
  // Upright: the camera held it sideways. And nothing of what it wrote beside the picture is left.
  const size = await shown.evaluate(image => {
    const { naturalWidth: w, naturalHeight: h } = image as HTMLImageElement;
    return { w, h };
  });
  expect(size).toEqual({ w: 960, h: 1280 });
  const pictures = await Promise.all(received);
  expect(pictures.length).toBeGreaterThan(0);
  for (const bytes of pictures) {
    expect(bytes.length).toBeLessThanOrEqual(250_000);
    expect(bytes.includes('Exif')).toBe(false);
  }
  expectNoComplaints(office);
});
