import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAt } from '../../src/domain/day.ts';
import {
  choose,
  enrolWith,
  expectNoComplaints,
  readSheet,
  rowOf,
  waitForDelivery,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

const training = '/trainings/palangka-raya-2021';
const everyone = 49;
let app: ServedApp;
const profiles: BrowserProfile[] = [];

beforeAll(async () => {
  app = await serveApp('demo');
});

afterAll(async () => {
  for (const profile of profiles) await profile.dispose();
  await app.dispose();
});

async function newProfile(code: string, screen: 'tablet' | 'laptop'): Promise<BrowserProfile> {
  const profile = await openProfile(screen);
  profiles.push(profile);
  await enrolWith(profile.page, app.url, code);
  return profile;
}

/** What somebody who wrote everything down beside would have: who was how, by session and name. */
class Oracle {
  readonly sheets = new Map<string, Map<string, string>>();

  mark(session: string, name: string, state: string): void {
    const sheet = this.sheets.get(session) ?? new Map<string, string>();
    this.sheets.set(session, sheet.set(name, state));
  }

  /** A sheet as it must read: whoever nothing was said of is not recorded. */
  sheet(session: string, names: readonly string[]): Record<string, string> {
    const said = this.sheets.get(session);
    return Object.fromEntries(names.map(name => [name, said?.get(name) ?? 'Belum dicatat']));
  }
}

const sheetOf = (session: string) => `${app.url}${training}/sessions/${session}`;

async function openSheet(page: Page, session: string, total = everyone): Promise<void> {
  await page.goto(sheetOf(session));
  await page.getByText(new RegExp(`^\\d+ dari ${total}$`)).waitFor();
}

/** Adds an empty session to today, gives it a title, and tells its id. */
async function addSession(page: Page, title: string): Promise<string> {
  await page.goto(app.url + training);
  const today = page.getByRole('region').filter({ hasText: 'Hari ini' });
  await today.getByRole('button', { name: 'Tambah sesi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sesi kosong' }).click();
  await page.getByLabel('Judul sesi').fill(title);
  await page.getByLabel('Judul sesi').blur();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return page.url().split('/').at(-2) ?? '';
}

async function allPresent(page: Page, oracle: Oracle, session: string): Promise<string[]> {
  await openSheet(page, session);
  await page.getByRole('button', { name: 'Semua hadir' }).click();
  await waitForRecorded(page, everyone);
  const names = Object.keys(await readSheet(page, everyone));
  for (const name of names) oracle.mark(session, name, 'Hadir');
  return names;
}

/** Somebody who is not on the list; one that looks like somebody who is asks to be added all the same. */
async function walkIn(page: Page, name: string, isLikeAnother = false): Promise<void> {
  await page.getByRole('button', { name: 'Tambah peserta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Nama' }).fill(name);
  if (isLikeAnother) await dialog.getByText('Mungkin sudah ada:').waitFor();
  await dialog
    .getByRole('button', {
      name: isLikeAnother ? 'Orang lain, tetap tambah' : 'Tambah',
      exact: true,
    })
    .click();
  await page.getByText(`${name} ditambahkan dan ditandai Hadir`).first().waitFor();
}

async function tick(page: Page, list: string, items: number): Promise<void> {
  await page.goto(`${app.url}${training}/checklists/${list}`);
  const answers = page.getByRole('radio', { name: 'Sudah' });
  await answers.first().waitFor();
  for (let item = 0; item < items; item += 1) {
    if (await answers.nth(item).isChecked()) continue;
    const what = await page.getByRole('group').nth(item).locator('legend').textContent();
    await answers.nth(item).check();
    await page.getByText(`${what}: Sudah. Tersimpan.`).waitFor();
  }
}

/** How many items of a list say that they are done. */
async function ticksOn(page: Page, list: string): Promise<number> {
  await page.goto(`${app.url}${training}/checklists/${list}`);
  await page.getByRole('radio', { name: 'Sudah' }).first().waitFor();
  return page.getByRole('radio', { name: 'Sudah', checked: true }).count();
}

/** A hand goes over the pad. */
async function signOnce(page: Page, swing: number): Promise<void> {
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('no pad');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1)
    await page.mouse.move(
      box.x + box.width * (0.2 + 0.075 * step),
      box.y + box.height * (0.5 + 0.3 * Math.sin(step * swing)),
    );
  await page.mouse.up();
}

test('a full day of two trainers without a network ends the same on both tablets, at the coordinator’s, and on paper', async () => {
  const oracle = new Oracle();
  const [amina, budi] = [
    await newProfile('DEMO-FASILITATOR', 'tablet'),
    await newProfile('DEMO-FASILITATOR', 'tablet'),
  ];
  for (const { page } of [amina, budi]) await waitUntilOfflineReady(page);

  // The evening before, two more sessions are planned; both tablets have them.
  const fourth = await addSession(amina.page, 'Diskusi kelompok');
  const fifth = await addSession(amina.page, 'Penutupan hari kedua');
  await waitForDelivery(amina.page, /^Terkirim$/);
  const sessions = ['sesi-2-1', 'sesi-2-2', 'sesi-2-3', fourth, fifth];
  await openSheet(budi.page, fifth);
  for (const { page } of [amina, budi]) await openSheet(page, 'sesi-2-1');
  for (const tablet of [amina, budi]) await tablet.setOffline(true);

  // Amina: the first, third and fifth session. Budi: the second and fourth, and a look at the first.
  const names = await allPresent(amina.page, oracle, 'sesi-2-1');
  const [late = '', excused = '', sick = '', absent = ''] = names.slice(3);
  const exceptions = [
    [late, 'Terlambat'],
    [excused, 'Izin'],
    [sick, 'Sakit'],
    [absent, 'Tanpa keterangan'],
  ] as const;
  for (const [name, state] of exceptions) {
    await choose(amina.page, name, state);
    oracle.mark('sesi-2-1', name, state);
  }
  await allPresent(budi.page, oracle, 'sesi-2-2');
  await choose(budi.page, sick, 'Sakit');
  oracle.mark('sesi-2-2', sick, 'Sakit');
  await allPresent(amina.page, oracle, 'sesi-2-3');
  await allPresent(budi.page, oracle, fourth);
  await allPresent(amina.page, oracle, fifth);

  // Budi saw somebody whom Amina excused: the one thing they will not agree on.
  await openSheet(budi.page, 'sesi-2-1');
  await rowOf(budi.page, excused).getByRole('button', { name: excused }).first().click();
  await waitForRecorded(budi.page, 1);

  // Three come without being on the list; one of them is on it, written otherwise.
  const known = names.find(name => /^[A-Za-z]+ [A-Za-z]+$/.test(name) && name.includes('i')) ?? '';
  const written = known.replace('i', 'ii').toUpperCase();
  await openSheet(amina.page, fifth);
  await walkIn(amina.page, 'Yohanes Tamban');
  await walkIn(amina.page, 'Siti Rahmah Basarang');
  oracle.mark(fifth, 'Yohanes Tamban', 'Hadir');
  oracle.mark(fifth, 'Siti Rahmah Basarang', 'Hadir');
  await openSheet(budi.page, fourth);
  await walkIn(budi.page, written, true);

  // Checklists: the preparation between them, and a list for two sessions.
  const preparation = 'persiapan:palangka-raya-2021:1';
  const before = await ticksOn(amina.page, preparation);
  await tick(amina.page, preparation, 13);
  await tick(amina.page, 'sesi:sesi-2-1:1', 4);
  await tick(budi.page, 'sesi:sesi-2-2:1', 3);
  expect(before).toBeLessThan(13);

  // The tablet goes round.
  await amina.page.goto(`${app.url}${training}/days/${dayAt(Date.now())}/signatures`);
  await amina.page.getByText('Serahkan tablet ke').waitFor();
  const signers = everyone + 2;
  for (let done = 1; done <= signers; done += 1) {
    await signOnce(amina.page, done / 7);
    await amina.page.getByRole('button', { name: 'Simpan & berikutnya' }).click();
    await amina.page
      .getByText(done < signers ? `${done} dari ${signers}` : `Selesai: ${signers} dari ${signers}`)
      .first()
      .waitFor();
  }

  // The battery of one is empty meanwhile. Then the hotel.
  await budi.kill();
  await budi.reopen({ isOffline: true });
  await openSheet(budi.page, fourth, everyone + 1);
  for (const tablet of [amina, budi]) {
    await tablet.setOffline(false);
    // Some fifty pictures go up behind the rest.
    await waitForDelivery(tablet.page, /^Terkirim$/, 90_000);
  }
  const office = await newProfile('DEMO-KOORDINATOR', 'laptop');

  // The one who was written twice becomes one again, and the one disagreement is settled.
  await amina.page.goto(`${app.url}${training}/participants`);
  await amina.page.getByRole('link', { name: written }).click();
  await amina.page.getByRole('button', { name: 'Ini orang yang sama dengan …' }).click();
  await amina.page
    .getByRole('dialog')
    .getByRole('region', { name: 'Mungkin orang ini:' })
    .getByRole('button', { name: 'Jadikan satu' })
    .first()
    .click();
  await amina.page.getByText(/dijadikan satu orang/).waitFor();
  const total = everyone + 2;
  await openSheet(amina.page, 'sesi-2-1', total);
  const line = amina.page.getByRole('group', { name: `Perbedaan data: ${excused}` });
  await line.getByText(/: Izin \d\d\.\d\d$/).waitFor();
  await line.getByText(/: Hadir \d\d\.\d\d$/).waitFor();
  await line.getByText(/: Izin \d\d\.\d\d$/).click();
  await line.waitFor({ state: 'detached' });
  await waitForDelivery(amina.page, /^Terkirim$/);

  const all = [...names, 'Yohanes Tamban', 'Siti Rahmah Basarang'];
  for (const session of sessions) {
    const expected = oracle.sheet(session, all);
    for (const { page } of [office, amina, budi]) {
      await page.goto(sheetOf(session));
      await expect
        .poll(() => readSheet(page, total), { timeout: 60_000, interval: 500 })
        .toEqual(expected);
    }
  }
  for (const { page } of [office, amina, budi]) {
    expect(await ticksOn(page, preparation)).toBe(13);
    expect(await ticksOn(page, 'sesi:sesi-2-1:1')).toBe(4);
    expect(await ticksOn(page, 'sesi:sesi-2-2:1')).toBe(3);
    await page.goto(`${app.url}${training}/days/${dayAt(Date.now())}/signatures`);
    await page.getByText(`Selesai: ${signers} dari ${signers}`).waitFor();
  }
  for (const profile of [office, amina, budi]) expectNoComplaints(profile);
});
