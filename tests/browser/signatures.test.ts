import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/domain/day.ts';
import {
  enrolWith,
  expectNoComplaints,
  waitForDelivery,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, screens, type BrowserProfile } from '../support/browser-profile.ts';
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

async function newProfile(code: string, screen: keyof typeof screens): Promise<BrowserProfile> {
  const profile = await openProfile(screen);
  profiles.push(profile);
  await enrolWith(profile.page, app.url, code);
  return profile;
}

/** The demonstration's first day, which was yesterday and whose attendance is recorded. */
const round = () =>
  `${app.url}/trainings/palangka-raya-2021/days/${addDays(dayAt(Date.now()), -1)}/signatures`;

const nameOnTurn = (page: Page) => page.locator('main section h2').first().textContent();

/** Signs with the mouse: so many loops from left to right, in so many steps. */
async function sign(page: Page, steps: number, loops: number): Promise<void> {
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('no pad');
  const at = (step: number) => {
    const share = step / steps;
    const swing = Math.sin(share * loops * 6.3);
    return [
      box.x + box.width * (0.1 + 0.8 * share),
      box.y + box.height * (0.5 + 0.3 * swing),
    ] as const;
  };
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) await page.mouse.move(...at(step));
  await page.mouse.up();
}

/** How many of the pad's pixels are inked, in percent. */
const inkOn = (page: Page) =>
  page.locator('canvas').evaluate(async (canvas: HTMLCanvasElement) => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) inked += 1;
    return (inked * 100) / (canvas.width * canvas.height);
  });

/** Bytes of each picture that the device keeps. */
const pictureSizes = (page: Page) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('IndexedDB'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      if (!database.objectStoreNames.contains('bytes')) continue;
      const rows = await settled(database.transaction('bytes').objectStore('bytes').getAll());
      database.close();
      return (rows as { body: ArrayBuffer }[]).map(({ body }) => body.byteLength);
    }
    return [];
  });

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('the tablet goes from hand to hand, offline, until everybody who was there has signed', async () => {
  const tablet = await newProfile('DEMO-FASILITATOR', 'tablet');
  const { page } = tablet;
  await waitUntilOfflineReady(page);
  await page.goto(round());
  await page.getByText('Serahkan tablet ke').waitFor();
  // From here on in the village: the page sees the network go, and later come back.
  await tablet.setOffline(true);
  const total = Number(
    /dari (\d+)/.exec((await page.getByText(/^0 dari \d+$/).textContent()) ?? '')?.[1],
  );
  expect(total).toBeGreaterThan(40);
  const first = await nameOnTurn(page);

  // Nothing, and a dot, are no signature.
  await press(page, 'Simpan & berikutnya');
  await page.getByText('Bidang masih kosong. Tanda tangan dahulu.').waitFor();
  await page.locator('canvas').click();
  await press(page, 'Simpan & berikutnya');
  await page.getByText(/^Itu baru satu titik/).waitFor();
  await press(page, 'Ulangi');

  // Turning the tablet keeps what is drawn.
  await sign(page, 600, 6);
  const upright = await inkOn(page);
  expect(upright).toBeGreaterThan(1);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(Math.abs((await inkOn(page)) - upright)).toBeLessThan(upright / 3);
  await page.setViewportSize(screens.tablet);
  await press(page, 'Simpan & berikutnya');
  await page.getByText(`1 dari ${total}`, { exact: true }).waitFor();
  expect(await nameOnTurn(page)).not.toBe(first);

  // Taken back, and signed again; one is skipped and comes again at the end.
  await press(page, 'Urungkan');
  await expect.poll(() => nameOnTurn(page)).toBe(first);
  await sign(page, 30, 6);
  await press(page, 'Simpan & berikutnya');
  await page.getByText(`1 dari ${total}`, { exact: true }).waitFor();
  const skipped = await nameOnTurn(page);
  await press(page, 'Lewati');
  for (let done = 2; done < total; done += 1) {
    await sign(page, 8, done / 10);
    await press(page, 'Simpan & berikutnya');
    await page.getByText(`${done} dari ${total}`, { exact: true }).waitFor();
  }
  await page.getByText('1 orang dilewati').waitFor();
  await press(page, 'Lanjutkan yang dilewati');
  await expect.poll(() => nameOnTurn(page)).toBe(skipped);
  await press(page, 'Tidak bisa tanda tangan di sini');
  await page.getByLabel('Mengapa?').fill('Tangan kanan digips');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(`Selesai: ${total} dari ${total}`).waitFor();
  expectNoComplaints(tablet);

  const sizes = await pictureSizes(page);
  process.stdout.write(`${sizes.length} signatures of at most ${Math.max(...sizes)} bytes\n`);
  expect(sizes).toHaveLength(total);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);

  // The pictures follow, and stand at the coordinator's.
  await tablet.setOffline(false);
  await waitForDelivery(page, /^Terkirim$/);
  const coordinator = await newProfile('DEMO-KOORDINATOR', 'laptop');
  await coordinator.page.goto(round());
  await coordinator.page.getByText(`Selesai: ${total} dari ${total}`).waitFor();
  await coordinator.page
    .getByRole('button', { name: first ?? '' })
    .first()
    .click();
  const picture = coordinator.page.getByRole('img', { name: `Tanda tangan ${first}` });
  await picture.waitFor();
  const seen = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(seen[0]).toBeGreaterThanOrEqual(360);
  expect(seen[0]).toBe((seen[1] ?? 0) * 2);
  expectNoComplaints(coordinator);
});
