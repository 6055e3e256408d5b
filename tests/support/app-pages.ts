import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** What a person does in the app, in a person's words. */

/** Comes in with a code's link and waits until home is there with everything it shows. */
export async function enrolWith(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/enrol#${code}`);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page
    .getByRole('heading', { name: /Bimtek|Perpustakaan/ })
    .first()
    .waitFor();
}

/** Waits until the app can start without a network. */
export async function waitUntilOfflineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Everybody on the open sheet with what is recorded, by name. Waits until all of it is drawn. */
export async function readSheet(page: Page, total = 49): Promise<Record<string, string>> {
  const sheet = page.getByLabel('Daftar Hadir', { exact: true });
  await sheet
    .getByRole('listitem')
    .nth(total - 1)
    .waitFor({ state: 'attached' });
  return sheet.evaluate(list => {
    const people: Record<string, string> = {};
    for (const row of list.querySelectorAll('li')) {
      // Class names of CSS modules keep the name they were given. What follows the mark is its delivery.
      const text = (part: string) =>
        row.querySelector(`[class*="_${part}_"]`)?.firstChild?.textContent ?? '';
      people[text('name')] = text('state');
    }
    return people;
  });
}

/** The row of one person. */
export function rowOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name });
}

/** Taps somebody's name. */
export async function tap(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole('button', { name }).first().click();
}

/** Opens the states of somebody who is recorded already, and picks one. */
export async function choose(page: Page, name: string, state: string): Promise<void> {
  await rowOf(page, name)
    .getByRole('button', { name: `Keadaan lain: ${name}` })
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: state }).click();
  // Only for whoever is late does it stay open: the minutes come next.
  if (state === 'Terlambat') await sheet.getByRole('button', { name: 'Selesai' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

/** Waits until the bar says that so many are recorded. */
export async function waitForRecorded(page: Page, recorded: number, total = 49): Promise<void> {
  await page.getByText(`${recorded} dari ${total}`, { exact: true }).waitFor();
}

/** Waits until the chip at the top says so. */
export async function waitForDelivery(page: Page, words: RegExp, timeout = 30_000): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words }).waitFor({ timeout });
}

/** Nothing was thrown and nothing stands on the console. */
export function expectNoComplaints(profile: { complaints: string[] }): void {
  expect(profile.complaints).toEqual([]);
}
