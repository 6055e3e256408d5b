import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enrolWith,
  expectNoComplaints,
  readSheet,
  tap,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

/** A build of its own, because it is going to change. Below node_modules, where its packages are found. */
let build: string;
let app: ServedApp;
let tablet: BrowserProfile;

beforeAll(async () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  build = mkdtempSync(join('node_modules/.cache', 'jukung-build-'));
  cpSync('dist', build, { recursive: true });
  app = await serveApp('demo', { build });
  tablet = await openProfile('tablet');
});

afterAll(async () => {
  await tablet.dispose();
  await app.dispose();
  rmSync(build, { recursive: true, force: true });
});

test('a new version waits while a sheet is open, is offered afterwards, and loses nothing', async () => {
  const { page } = tablet;
  await enrolWith(page, app.url, 'DEMO-FASILITATOR');
  await waitUntilOfflineReady(page);
  await page.goto(`${app.url}/trainings/palangka-raya-2021/sessions/sesi-2-1`);
  await waitForRecorded(page, 0);
  const [first, second] = Object.keys(await readSheet(page)) as [string, string];
  await tap(page, first);
  await waitForRecorded(page, 1);

  await app.stop();
  appendFileSync(join(build, 'client/sw.js'), '\n// the next version\n');
  await app.restart();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const installed = new Promise(resolve => {
      registration?.addEventListener('updatefound', () => {
        const next = registration.installing;
        next?.addEventListener('statechange', () => next.state === 'installed' && resolve(true));
      });
    });
    await registration?.update();
    await installed;
  });

  // The sheet is open: nothing moves under the trainer's hands.
  await tap(page, second);
  await waitForRecorded(page, 2);
  await page.getByText(`${second}: Hadir. Tersimpan.`).waitFor();
  expect(await page.getByText('Versi baru sudah siap').count()).toBe(0);

  await page.getByRole('link', { name: 'Kembali' }).click();
  await page.getByText('Versi baru sudah siap').waitFor();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Pakai versi baru' }).click();
  await reloaded;
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Versi baru sudah siap').count()).toBe(0);

  await tablet.setOffline(true);
  await page.goto(`${app.url}/trainings/palangka-raya-2021/sessions/sesi-2-1`);
  await waitForRecorded(page, 2);
  expectNoComplaints(tablet);
});
