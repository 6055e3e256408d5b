import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** What a librarian does in her profile, in her words. */

/** Opens her own profile from home and gives its village's code. */
export async function openOwnProfile(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Buka profil' }).click();
  await page.getByText('dari 27 isian wajib').first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Opens one section of a profile by its address, as a bookmark does. */
export async function openSectionOf(
  page: Page,
  url: string,
  village: string,
  section: string,
): Promise<void> {
  await page.goto(`${url}/libraries/${village}/sections/${section}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('fieldset, label').first().waitFor();
}

/** Writes into a question's place, and leaves it. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  const place = page.getByLabel(label, { exact: true });
  await place.fill(text);
  await place.blur();
}

/** Waits until a question's place holds exactly this. */
export async function expectValue(page: Page, label: string, text: string): Promise<void> {
  const place = page.getByLabel(label, { exact: true });
  await vi.waitFor(async () => expect(await place.inputValue()).toBe(text), { timeout: 30_000 });
}
