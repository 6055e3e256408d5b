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

const list = '/trainings/palangka-raya-2021/checklists/persiapan:palangka-raya-2021:1';
let app: ServedApp;
const profiles: BrowserProfile[] = [];

beforeAll(async () => {
  app = await serveApp('demo');
});

afterAll(async () => {
  for (const profile of profiles) await profile.dispose();
  await app.dispose();
});

async function openTablet(): Promise<BrowserProfile> {
  const profile = await openProfile('tablet');
  profiles.push(profile);
  await enrolWith(profile.page, app.url, 'DEMO-FASILITATOR');
  await waitUntilOfflineReady(profile.page);
  await openList(profile.page);
  return profile;
}

async function openList(page: Page): Promise<void> {
  await page.goto(app.url + list);
  await page.getByText('dari 13 selesai').first().waitFor();
}

async function tick(page: Page, item: string, state: string): Promise<void> {
  await page.getByRole('group', { name: item }).getByRole('radio', { name: state }).check();
  await page.getByText(`${item}: ${state}. Tersimpan.`).waitFor();
}

/** What stands at each item that anything was said of. */
function answersOn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const answers: Record<string, string> = {};
    for (const group of document.querySelectorAll('main li fieldset')) {
      const chosen = group.querySelector<HTMLInputElement>('input:checked');
      if (chosen) answers[group.querySelector('legend')?.textContent ?? ''] = chosen.value;
    }
    return answers;
  });
}

test('two tablets tick one preparation without a network, one is killed meanwhile, and both end the same', async () => {
  const [one, other] = [await openTablet(), await openTablet()];
  for (const tablet of [one, other]) await tablet.setOffline(true);
  await tick(one.page, 'Tanda pengenal', 'Sudah');
  await tick(one.page, 'Tablet terisi penuh, power bank dibawa', 'Sudah');
  await tick(other.page, 'Cadangan daftar hadir kertas', 'Sudah');
  await tick(other.page, 'Tanda pengenal', 'Tidak berlaku');

  await one.kill();
  await one.reopen({ isOffline: true });
  await openList(one.page);
  expect(await answersOn(one.page)).toMatchObject({
    'Tanda pengenal': 'sudah',
    'Tablet terisi penuh, power bank dibawa': 'sudah',
  });
  await one.page.getByText('1 hal lagi sebelum berangkat').waitFor();

  for (const tablet of [one, other]) {
    await tablet.setOffline(false);
    await waitForDelivery(tablet.page, /^Terkirim$/);
  }
  for (const tablet of [one, other, one]) {
    await openList(tablet.page);
    await tablet.page.getByText('Siap berangkat').waitFor({ timeout: 30_000 });
    // The badge was said to be two things: both stand there with their names.
    await tablet.page.getByText('Dicatat berbeda. Ketuk yang benar:').waitFor({ timeout: 30_000 });
  }
  await other.setOffline(true);
  await other.page.getByRole('button', { name: /^Sudah/ }).click();
  await waitForDelivery(other.page, /Belum terkirim: 1/);
  await other.setOffline(false);
  await waitForDelivery(other.page, /^Terkirim$/);
  await openList(one.page);
  await one.page.getByText('Dicatat berbeda').waitFor({ state: 'detached', timeout: 60_000 });
  const answers = await answersOn(one.page);
  expect(answers).toEqual(await answersOn(other.page));
  expect(Object.keys(answers)).toHaveLength(13);
  for (const tablet of [one, other]) expectNoComplaints(tablet);
});
