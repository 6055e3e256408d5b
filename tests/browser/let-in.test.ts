import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolWith, waitUntilOfflineReady } from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let coordinator: BrowserProfile;
let librarian: BrowserProfile;

beforeAll(async () => {
  app = await serveApp('demo');
  coordinator = await openProfile('phone');
  librarian = await openProfile('phone');
  await enrolWith(coordinator.page, app.url, 'DEMO-KOORDINATOR');
});

afterAll(async () => {
  await coordinator.dispose();
  await librarian.dispose();
  await app.dispose();
});

test('a coordinator lets a librarian in, whose phone first has no signal', async () => {
  const { page } = coordinator;
  await page.getByRole('link', { name: /^Undang orang/ }).click();
  await page.getByLabel('Nama orang yang diundang').fill('Sari Kahayan');
  await page.getByLabel('Cari desa atau kecamatan').fill('bahitom');
  await page.getByRole('button', { name: /^Desa Bahitom/ }).click();
  await page.getByRole('button', { name: 'Buat undangan' }).click();
  const link = (await page.getByText(`${app.url}/enrol#`).textContent()) ?? '';

  await librarian.page.goto(app.url);
  await waitUntilOfflineReady(librarian.page);
  await librarian.setOffline(true);
  await librarian.page.goto(link);
  await librarian.page.getByRole('button', { name: 'Masuk' }).click();
  await librarian.page.getByText(/Kode tersimpan di sini dan tetap berlaku/).waitFor();
  await librarian.kill();

  await librarian.reopen();
  await librarian.page.goto(app.url);
  const code = link.slice(link.indexOf('#') + 1);
  expect(await librarian.page.getByLabel('Kode undangan').inputValue()).toBe(code);
  await librarian.page.getByRole('button', { name: 'Masuk' }).click();

  await librarian.page.getByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya').waitFor();
  expect([...coordinator.complaints, ...librarian.complaints]).toEqual([]);
});
