import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enrolWith,
  expectNoComplaints,
  readSheet,
  waitForDelivery,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { effort } from '../support/effort.ts';
import { markQuickly } from '../support/quick-hands.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

const chance = createChance(announceSeed('killed browser'));
const kills = effort({ share: 4, whole: 18 });

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
  await enrolWith(tablet.page, app.url, 'DEMO-FASILITATOR');
  await waitUntilOfflineReady(tablet.page);
});

afterAll(async () => {
  await tablet.dispose();
  await app.dispose();
  rmSync(build, { recursive: true, force: true });
});

const sheetOf = (session: string) => `${app.url}/trainings/palangka-raya-2021/sessions/${session}`;

/** Sessions that are enough for so many kills. */
const sessions = ['sesi-2-1', 'sesi-2-2', 'sesi-2-3', 'sesi-3-1', 'sesi-3-2', 'sesi-3-3'] as const;

test(
  '7.1 whatever the screen said was saved is there after the browser was killed in the middle of writing',
  async () => {
    const heard = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const session = sessions[kill % sessions.length] as string;
      await tablet.page.goto(sheetOf(session));
      const before = await readSheet(tablet.page);
      const hands = await markQuickly(tablet.page);
      await hands.hears(1 + chance.below(12));
      await tablet.kill();

      const saved = hands.said.flatMap(text => /^(.*): Hadir\. Tersimpan\.$/.exec(text)?.[1] ?? []);
      expect(saved.length).toBe(hands.said.length);
      await tablet.reopen({ isOffline: chance.happens(0.5) });
      await tablet.page.goto(sheetOf(session));
      const after = await readSheet(tablet.page);
      for (const name of saved) {
        heard.add(`${session} ${name}`);
        expect(after[name], `${name} was said to be saved`).toBe('Hadir');
      }
      const marked = Object.entries(before).filter(([, state]) => state === 'Hadir');
      expect(after).toMatchObject(Object.fromEntries(marked));
    }
    await tablet.setOffline(false);
    await tablet.page.reload();
    await waitForDelivery(tablet.page, /^Terkirim$/);
    expectNoComplaints(tablet);
    process.stdout.write(`${kills} kills, ${heard.size} marks said to be saved, all there\n`);
    expect(heard.size).toBeGreaterThan(0);
  },
  effort({ share: 120_000, whole: 400_000 }),
);

test('7.8 two tabs that write the same sheet at once lose nothing, and agree', async () => {
  const { page, context } = tablet;
  await tablet.setOffline(true);
  await page.goto(sheetOf('sesi-4-1'));
  await waitForRecorded(page, 0);
  const other = await context.newPage();
  await other.goto(sheetOf('sesi-4-1'));
  await waitForRecorded(other, 0);
  await Promise.all([markQuickly(page, 'top'), markQuickly(other, 'bottom')]);
  await waitForRecorded(page, 49);
  await waitForRecorded(other, 49);
  await waitForDelivery(page, /Belum terkirim: \d{2,}/);
  const sheet = await readSheet(page);
  expect(new Set(Object.values(sheet))).toEqual(new Set(['Hadir']));
  expect(await readSheet(other)).toEqual(sheet);
  expect(await page.getByRole('listitem').getByRole('group').count()).toBe(0);

  await tablet.setOffline(false);
  await waitForDelivery(page, /^Terkirim$/);
  await waitForDelivery(other, /^Terkirim$/);
  await other.close();
  expectNoComplaints(tablet);
});

test('7.2 one tab takes the new version while another goes on writing with the old one: nothing is lost', async () => {
  const { page, context } = tablet;
  await page.goto(sheetOf('sesi-4-2'));
  await waitForRecorded(page, 0);
  const other = await context.newPage();
  await other.goto(app.url);
  await other.getByRole('heading', { level: 1 }).waitFor();

  await app.stop();
  appendFileSync(join(build, 'client/sw.js'), '\n// the next version\n');
  await app.restart();
  await other.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await other.getByText('Versi baru sudah siap').waitFor();
  const hands = await markQuickly(page);
  await hands.hears(3);
  const reloaded = other.waitForEvent('load');
  await other.getByRole('button', { name: 'Pakai versi baru' }).click();
  await reloaded;
  await other.goto(sheetOf('sesi-4-2'));

  // The old one was not touched: it is still the page that marks.
  await waitForRecorded(page, 49);
  await waitForRecorded(other, 49);
  expect(await readSheet(other)).toEqual(await readSheet(page));
  await waitForDelivery(page, /^Terkirim$/);
  await waitForDelivery(other, /^Terkirim$/);
  expectNoComplaints(tablet);
});
