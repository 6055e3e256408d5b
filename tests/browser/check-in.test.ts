import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badgeText } from '../../src/domain/badge.ts';
import { qrOutline } from '../../src/client/parts/qr/qr-outline.ts';
import {
  enrolWith,
  expectNoComplaints,
  waitForDelivery,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { cameraPlaying } from '../support/fake-camera.ts';
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

async function newTrainer(...screen: Parameters<typeof openProfile>): Promise<BrowserProfile> {
  const profile = await openProfile(...screen);
  profiles.push(profile);
  await enrolWith(profile.page, app.url, 'DEMO-FASILITATOR');
  return profile;
}

const training = () => `${app.url}/trainings/palangka-raya-2021`;
const scan = () => `${training()}/sessions/sesi-2-1/scan`;

/** The badge of somebody as their phone shows it. */
async function badgeOn(page: Page, participant: string): Promise<{ name: string; svg: string }> {
  await page.goto(`${training()}/participants/${participant}/badge`);
  const picture = page.locator('main svg[viewBox="0 0 37 37"]');
  await picture.waitFor();
  return {
    name: (await page.locator('[data-size="phone"] [class*="_name_"]').textContent()) ?? '',
    svg: await picture.evaluate(svg => new XMLSerializer().serializeToString(svg)),
  };
}

function qrOf(text: string): string {
  const { size, path } = qrOutline(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}

/** Keeps every camera that the page opens, to see whether it was given back. */
async function watchCameras(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async wishes => {
      const stream = await open(wishes);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(track => track.readyState),
    );
}

/** The page goes out of sight, or comes back. */
function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

test('a badge held up to the camera is marked within 300 ms, offline, and anything else says what it is', async () => {
  const phone = await newTrainer('phone');
  const { name, svg } = await badgeOn(phone.page, 'peserta-07');
  const elsewhere = badgeText({ training: 'lain', participant: 'peserta-07', number: 1 });
  const wall = { svg: undefined, seconds: 1 };
  const camera = await cameraPlaying(phone.page, [
    { svg, seconds: 3 },
    wall,
    { svg: qrOf('https://iklan.example/gratis'), seconds: 3 },
    wall,
    { svg: qrOf(elsewhere), seconds: 3 },
    wall,
  ]);

  const tablet = await newTrainer('tablet', camera);
  const { page } = tablet;
  await waitUntilOfflineReady(page);
  await tablet.setOffline(true);
  const cameras = await watchCameras(page);
  await page.goto(scan());

  const result = page.locator('main [aria-live]');
  await result.getByText(name, { exact: true }).waitFor();
  await result.getByText('Tersimpan', { exact: true }).waitFor();
  expect(await result.textContent()).toContain('Hadir');
  const [took] = await page.evaluate(() =>
    performance.getEntriesByName('check-in').map(({ duration }) => duration),
  );
  process.stdout.write(`check-in, from the camera's frame to saved: ${took?.toFixed(0)} ms\n`);
  expect(took).toBeLessThan(300);
  await waitForDelivery(page, /Belum terkirim: 1/);

  await result.getByText('Ini alamat web, bukan kartu peserta').waitFor();
  await result.getByText('Kartu dari pelatihan lain').waitFor();
  await result.getByText(/^Sudah tercatat: Hadir, \d\d\.\d\d/).waitFor();
  await waitForDelivery(page, /Belum terkirim: 1/);

  // Out of sight the camera rests; in sight it looks again; on another screen it is given back.
  expect(await cameras()).toEqual(['live']);
  await setHidden(page, true);
  await expect.poll(cameras).toEqual(['ended']);
  await setHidden(page, false);
  await expect.poll(cameras).toEqual(['ended', 'live']);
  await page.getByRole('link', { name: 'Kembali' }).click();
  await waitForRecorded(page, 1);
  await expect.poll(cameras).toEqual(['ended', 'ended']);

  await tablet.setOffline(false);
  await page.reload();
  await waitForDelivery(page, /^Terkirim$/);
  expectNoComplaints(tablet);
});

test('without a camera, or without leave to use it, the name is found right there', async () => {
  const without = await newTrainer('phone');
  await without.context.grantPermissions(['camera']);
  await without.page.goto(scan());
  await without.page.getByText('Tidak ada kamera').waitFor();
  await without.page.getByLabel('Tanpa kartu? Cari nama').fill('sari');
  await without.page
    .getByRole('list', { name: 'Nama yang cocok' })
    .getByRole('button')
    .first()
    .click();
  await without.page.locator('main [aria-live]').getByText('Tersimpan', { exact: true }).waitFor();

  const refused = await newTrainer('phone', [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream=deny',
  ]);
  await refused.page.goto(scan());
  await refused.page.getByText('Kamera tidak diizinkan').waitFor();
  expectNoComplaints(without);
  expectNoComplaints(refused);
});
