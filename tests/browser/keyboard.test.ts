import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectNoComplaints, waitForDelivery, waitForRecorded } from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { keyboardOn, type Keyboard } from '../support/keyboard.ts';
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

/** Somebody with a keyboard, on a screen of that size. */
async function sitDown(screen: 'phone' | 'laptop') {
  const profile = await openProfile(screen);
  profiles.push(profile);
  return { profile, page: profile.page, keys: keyboardOn(profile.page) };
}

/** Comes in without touching anything. */
async function comeIn(page: Page, keys: Keyboard, code: string): Promise<void> {
  await page.goto(`${app.url}/enrol#${code}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await keys.tabTo(/^Masuk$/);
  await keys.press('Enter');
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

const valueOf = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();

test('a profile is filled in with the keyboard alone', async () => {
  const { profile, page, keys } = await sitDown('phone');
  /** Back to the whole profile, and on into another section. */
  async function goInto(section: string): Promise<void> {
    await keys.tabTo(/^Kembali/, 'back');
    await keys.press('Enter');
    await page.getByRole('list', { name: 'Bagian profil' }).waitFor();
    await keys.expectAt(/content/);
    await keys.tabTo(new RegExp(section));
    await keys.press('Enter');
    await heading(page, section);
  }
  await comeIn(page, keys, 'DEMO-PENGELOLA');
  await page.getByRole('link', { name: 'Buka profil' }).waitFor();
  await keys.tabTo(/Buka profil/);
  await keys.press('Enter');
  await page.getByText('dari 27 isian wajib').first().waitFor();
  await keys.expectAt(/content/);

  // The next required question, in one stroke: the focus is in its place already.
  await keys.tabTo(/Lanjut mengisi: Nama perpustakaan/);
  await keys.press('Enter');
  await keys.expectAt(/^Nama perpustakaan/);
  await keys.type('Perpustakaan Desa Sungai Jernih');
  await keys.tabTo(/^Nomor Pokok/);

  // One of several: in with Tab, on with the arrows, and the answer taken back.
  await keys.tabTo(/^Perpustakaan desa/);
  await keys.press('Space', 'ArrowDown');
  await keys.expectAt(/^Perpustakaan kelurahan/);
  await page.getByLabel('Perpustakaan kelurahan').and(page.locator(':checked')).waitFor();
  await keys.press('ArrowUp');
  await page.getByLabel('Perpustakaan desa').and(page.locator(':checked')).waitFor();
  await keys.tabTo(/Kosongkan: Jenis perpustakaan|Jenis perpustakaan.*Kosongkan/);
  await keys.press('Enter');
  await page
    .getByRole('group', { name: 'Jenis perpustakaan' })
    .and(page.locator(':not(:has(:checked))'))
    .waitFor();
  await keys.expectAt(/^Perpustakaan desa/);
  await keys.press('Space');
  await page.getByLabel('Perpustakaan desa').and(page.locator(':checked')).waitFor();

  // The village: the picker opens, is left with Escape, and the focus is where it was.
  await keys.tabTo(/Ganti desa/);
  await keys.press('Enter');
  await keys.expectAt(/Pilih desa/);
  await keys.tabTo(/Cari desa/);
  await keys.type('bahitom');
  await keys.tabTo(/^Desa Bahitom/);
  await keys.press('Escape');
  await keys.expectAt(/Ganti desa/);

  // A text, a day, a telephone number.
  await keys.tabTo(/^Alamat/);
  await keys.type('RT 02, tepi sungai');
  await keys.tabTo(/^Tanggal SK/);
  await keys.type('05052021');
  await keys.tabTo(/^Nama kepala\/pengelola/);
  await keys.type('Sari Lestari');
  await keys.tabTo(/^Nomor HP/);
  await keys.type('bukan nomor');
  await keys.tabTo(/^Surel/);
  await page.getByText(/Nomor HP diawali 08/).waitFor();
  await keys.tabTo(/^Nomor HP/, 'back');
  await keys.press('Control+A');
  await keys.type('081234567890');
  await keys.tabTo(/^Berikutnya: Koleksi/);
  await keys.press('Enter');
  await heading(page, 'Koleksi');
  await keys.expectAt(/content/);

  // Figures, and some of several.
  await keys.tabTo(/^Judul koleksi tercetak/);
  await keys.type('1.250');
  await keys.tabTo(/^Eksemplar koleksi tercetak/);
  await keys.type('2400');
  await keys.tabTo(/^Bacaan anak/);
  await keys.press('Space', 'Tab');
  await keys.expectAt(/^Bacaan remaja/);
  await keys.press('Space', 'Space', 'Tab');
  await keys.press('Space');
  await page.getByLabel('Bacaan dewasa').and(page.locator(':checked')).waitFor();
  expect(await page.getByLabel('Bacaan anak').isChecked()).toBe(true);
  expect(await page.getByLabel('Bacaan remaja').isChecked()).toBe(false);

  // Back, and into another section.
  await goInto('Layanan');

  // Men and women are one answer, given when both have been left.
  await keys.tabTo(/^Laki-laki/);
  await keys.type('118');
  await keys.press('Tab');
  await keys.expectAt(/^Perempuan/);
  await keys.type('164');

  // Consent: read, agreed to, withdrawn and given again, without losing one's place.
  await goInto('Foto & pengisi');
  await keys.tabTo(/Saya sudah membaca dan setuju/);
  await keys.press('Space');
  await page.getByText(/Disetujui oleh/).waitFor();
  await keys.expectAt(/Tarik kembali persetujuan/);
  await keys.press('Enter');
  await page.getByText(/Persetujuan ditarik kembali/).waitFor();
  await keys.expectAt(/Saya sudah membaca dan setuju/);
  await keys.press('Space');
  await page.getByText(/Disetujui oleh/).waitFor();

  // A line of the plan, in a sheet of its own.
  await goInto('TPBIS & dampak');
  await keys.tabTo(/^Tambah rencana/);
  await keys.press('Enter');
  await keys.tabTo(/^Kegiatan/);
  await keys.type('Kelas komputer');
  await keys.press('Tab', 'Escape');
  await keys.expectAt(/^Tambah rencana/);
  await keys.tabTo(/^Kelas komputer/, 'back');

  await waitForDelivery(page, /^Terkirim$/);
  await page.goto(page.url().replace('dampak', 'identitas'));
  expect(await valueOf(page, 'Nama perpustakaan')).toBe('Perpustakaan Desa Sungai Jernih');
  expect(await valueOf(page, 'Tanggal SK')).toBe('2021-05-05');
  expect(await valueOf(page, 'Nomor HP/WhatsApp')).toBe('081234567890');
  await page.goto(page.url().replace('identitas', 'layanan'));
  const members = page.getByRole('group', { name: 'Anggota' });
  expect(await members.getByLabel('Laki-laki').inputValue()).toBe('118');
  expect(await members.getByLabel('Perempuan').inputValue()).toBe('164');
  expectNoComplaints(profile);
});

test('a village is found with the keyboard alone, before anybody was let in', async () => {
  const { profile, page, keys } = await sitDown('laptop');
  await page.goto(`${app.url}/libraries/draft/sections/identitas?field=kode_wilayah`);
  await keys.expectAt(/Pilih desa/);
  await keys.press('Enter');
  await keys.tabTo(/^Kab. Murung Raya/);
  await keys.press('Enter');
  await keys.expectAt(/Pilih kecamatan/);
  await keys.tabTo(/^Kec. Murung$/);
  await keys.press('Enter');
  await keys.tabTo(/^Desa Bahitom/);
  await keys.press('Enter');
  await page.getByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya').waitFor();
  await keys.expectAt(/Ganti desa/);
  expectNoComplaints(profile);
});

test('a session is recorded with the keyboard alone', async () => {
  const { profile, page, keys } = await sitDown('laptop');
  await comeIn(page, keys, 'DEMO-FASILITATOR');
  await page
    .getByRole('heading', { name: /Bimtek/ })
    .first()
    .waitFor();
  await keys.tabTo(/Peningkatan layanan informasi/);
  await keys.press('Enter');
  await page.getByText('0 dari 49', { exact: true }).waitFor();
  await keys.tabTo(/^Bambang Irawadi/);
  await keys.press('Enter');
  await waitForRecorded(page, 1);
  await keys.expectAt(/^Bambang Irawadi/);

  // Another state, with its minutes; and the focus is back where it was.
  await keys.tabTo(/^Keadaan lain: Bambang Irawadi/);
  await keys.press('Enter');
  await page.getByRole('dialog').waitFor();
  await keys.tabTo(/^Terlambat/);
  await keys.press('Enter');
  await keys.tabTo(/^Selesai/);
  await keys.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keys.expectAt(/^Keadaan lain: Bambang Irawadi/);

  await keys.tabTo(/Semua hadir|hadir semua/i);
  await keys.press('Enter');
  await waitForRecorded(page, 49);
  await waitForDelivery(page, /^Terkirim$/);
  expectNoComplaints(profile);
});
