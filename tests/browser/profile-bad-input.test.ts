import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { enrolWith, expectNoComplaints, waitUntilOfflineReady } from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { openLibraryWriter } from '../support/filled-profile.ts';
import { openOwnProfile, openSectionOf, expectValue, write } from '../support/profile-pages.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let phone: BrowserProfile;
let page: Page;
let village: string;

beforeAll(async () => {
  app = await serveApp('demo');
  phone = await openProfile('phone');
  page = phone.page;
  await enrolWith(page, app.url, 'DEMO-PENGELOLA');
  await waitUntilOfflineReady(page);
  village = await openOwnProfile(page);
});

afterAll(async () => {
  await phone.dispose();
  await app.dispose();
});

describe('where the library stands', () => {
  const place = () => page.getByRole('group', { name: 'Titik lokasi' });
  const record = () => place().getByRole('button', { name: /Rekam/ }).click();
  const front = { latitude: -2.2096, longitude: 113.9135, accuracy: 8 };

  beforeAll(async () => {
    await openSectionOf(page, app.url, village, 'identitas');
    await write(page, 'Alamat', 'Jl. Tjilik Riwut');
  });

  test('is asked for in vain where the phone does not allow it, and nothing else is lost', async () => {
    await phone.context.clearPermissions();
    await record();
    await page.getByText(/HP tidak mengizinkan.*Isian lain tetap aman/).waitFor();
    await expectValue(page, 'Alamat', 'Jl. Tjilik Riwut');
  });

  test('is taken once the phone allows it, with how far it may be off', async () => {
    await phone.context.grantPermissions(['geolocation'], { origin: app.url });
    await phone.context.setGeolocation(front);
    await record();
    await place().getByText('Lintang -2.20960, bujur 113.91350. Akurasi 8 meter.').waitFor();
    expect(await page.getByText(/HP tidak mengizinkan/).count()).toBe(0);
  });

  test('is refused where it is in Java, and the place before stays', async () => {
    await phone.context.setGeolocation({ latitude: -6.2, longitude: 106.8, accuracy: 10 });
    await record();
    await page.getByText(/di luar Kalimantan Tengah/).waitFor();
    expect(await place().textContent()).toContain('Lintang -2.20960');
  });

  test('is taken with a warning where it is 2 km inaccurate, until it is recorded again', async () => {
    await phone.context.setGeolocation({ ...front, accuracy: 2_000 });
    await record();
    await place()
      .getByText(/Akurasi 2.000 meter/)
      .waitFor();
    await page.getByText(/Kurang tepat: melenceng lebih dari 100 meter/).waitFor();
    await phone.context.setGeolocation(front);
    await record();
    await page.getByText(/Kurang tepat/).waitFor({ state: 'detached' });
    expect(await place().textContent()).toContain('Akurasi 8 meter');
  });
});

test('10 MB of pasted text are refused in words, and neither the old answer nor the page is lost', async () => {
  await openSectionOf(page, app.url, village, 'dampak');
  await write(page, 'Kendala & solusi', 'Listrik padam tiap sore.');
  const home = await openLibraryWriter(app.url, village);
  await home.expectHeads('kendala', ['Listrik padam tiap sore.']);
  await paste(page, 'Kendala & solusi', 10_000_000);
  await page.getByText('Terlalu panjang: paling banyak 1.000 huruf.').waitFor();
  // The next answer is taken as ever, and the old one still stands.
  await write(page, 'Kegiatan pelibatan masyarakat dalam 1 tahun', '4');
  await home.expectHeads('kegiatan', [4]);
  await home.expectHeads('kendala', ['Listrik padam tiap sore.']);
  // What was pasted is hers to shorten, also after the phone was off; put right, it is an answer.
  await openSectionOf(page, app.url, village, 'dampak');
  await page.getByText('Terlalu panjang: paling banyak 1.000 huruf.').waitFor();
  const length = await page
    .getByLabel('Kendala & solusi', { exact: true })
    .evaluate(place => (place as HTMLTextAreaElement).value.length);
  expect(length).toBe(10_000_000);
  await write(page, 'Kendala & solusi', 'Listrik padam.');
  await home.expectHeads('kendala', ['Listrik padam.']);
});

/** Pastes so many letters into a question's place, and leaves it. */
async function paste(on: Page, label: string, letters: number): Promise<void> {
  const place = on.getByLabel(label, { exact: true });
  await place.evaluate((element, length) => {
    const area = element as HTMLTextAreaElement;
    area.focus();
    area.value = 'x'.repeat(length);
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, letters);
  await place.blur();
}

test.each([
  ['emoji', 'Taman 📚👩‍👩‍👧 Baca'],
  ['text from right to left', 'مكتبة القرية ‮abc'],
  ['HTML', '<b>Maju</b><img src=x onerror="window.isTaken=true">'],
  ['a formula', '=HYPERLINK("http://x.id";"Klik")'],
])('%s is text like any other, kept and shown as it is', async (_what, text) => {
  await openSectionOf(page, app.url, village, 'identitas');
  await write(page, 'Nama perpustakaan', text);
  const home = await openLibraryWriter(app.url, village);
  await home.expectHeads('nama_perpustakaan', [text]);
  await page.getByRole('link', { name: 'Kembali' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await vi.waitFor(async () => expect(await title.textContent()).toBe(text));
  expect(await title.locator('*').count()).toBe(0);
  expect(await page.evaluate(() => 'isTaken' in window)).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.each(['62.99.99.9999', '62.12.01.0000', '62.12', 'desa', '..%2F..', '%00'])(
  'an address with the village code %s is said to be none, and nothing is written',
  async code => {
    for (const path of [`/libraries/${code}`, `/libraries/${code}/sections/identitas`]) {
      await page.goto(app.url + path);
      await page
        .getByText(/Tidak ada (profil|halaman)/)
        .first()
        .waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
    }
    await openSectionOf(page, app.url, village, 'identitas');
    await expectValue(page, 'Alamat', 'Jl. Tjilik Riwut');
  },
);

test('nothing complained', () => {
  expectNoComplaints(phone);
});
