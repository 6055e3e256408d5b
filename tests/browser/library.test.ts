import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  enrolWith,
  expectNoComplaints,
  waitForDelivery,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
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

/** Writes into a question's place, and leaves it. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const place = page.getByLabel(label, { exact: true });
  await place.fill(text);
  await place.blur();
}

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

/** A photo as a camera writes it: sideways, with where it was taken. Made in the page. */
async function takePhoto(page: Page, group: string, colour: string): Promise<void> {
  const bytes = await page.evaluate(async fill => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 4000, 3000);
    pen.fillStyle = '#fff';
    pen.fillRect(100, 100, 900, 700);
    const photo = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
    );
    // An EXIF block that says "turn me by 90 degrees" and, in plain letters, where it was.
    const letters = (text: string) => Array.from(text, letter => letter.charCodeAt(0));
    const head = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
    const turned = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
    const exif = head.concat(turned, letters('GPS-PALANGKA'));
    const length = exif.length + 2;
    return Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff, ...exif]).concat(
      Array.from(photo.subarray(2)),
    );
  }, colour);
  await page
    .getByRole('group', { name: group })
    .getByLabel(/Pilih foto/)
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await page.getByRole('group', { name: group }).getByRole('img').waitFor();
}

test('a librarian fills in her profile offline over three restarts, and the coordinator sees it', async () => {
  const phone = await openProfile('phone');
  profiles.push(phone);
  await enrolWith(phone.page, app.url, 'DEMO-PENGELOLA');
  await waitUntilOfflineReady(phone.page);
  await phone.page.getByRole('link', { name: 'Buka profil' }).click();
  await phone.page.getByText('dari 27 isian wajib').first().waitFor();
  village = new URL(phone.page.url()).pathname.split('/').at(-1) ?? '';
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
  await takePhoto(phone.page, 'Foto tampak depan', '#0a7');
  await takePhoto(phone.page, 'Foto ruang baca', '#a70');
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
  const photo = office.page.getByRole('group', { name: 'Foto tampak depan' }).getByRole('img');
  await photo.waitFor();
  // Upright: the camera held it sideways. And nothing of what it wrote beside the picture is left.
  const size = await photo.evaluate(image => {
    const { naturalWidth: w, naturalHeight: h } = image as HTMLImageElement;
    return { w, h };
  });
  expect(size).toEqual({ w: 960, h: 1280 });
  const pictures = await Promise.all(received);
  expect(pictures.length).toBeGreaterThan(0);
  for (const bytes of pictures) {
    expect(bytes.length).toBeLessThanOrEqual(250_000);
    expect(bytes.includes('GPS-PAL')).toBe(false);
  }
  expectNoComplaints(office);
});
