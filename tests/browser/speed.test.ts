import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolWith, readSheet, rowOf, waitForRecorded } from '../support/app-pages.ts';
import { centreOf, measureLongestTask } from '../support/longest-task.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let tablet: BrowserProfile;

beforeAll(async () => {
  app = await serveApp('demo');
  tablet = await openProfile('tablet');
  await enrolWith(tablet.page, app.url, 'DEMO-FASILITATOR');
});

afterAll(async () => {
  await tablet.dispose();
  await app.dispose();
});

test('the scripts of the first screen are at most 90 kB, gzipped', async () => {
  const visitor = await openProfile('phone');
  const scripts: string[] = [];
  visitor.page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await visitor.page.goto(`${app.url}/enrol`);
  await visitor.page.getByRole('button', { name: 'Masuk' }).waitFor();
  await visitor.dispose();
  const bytes = scripts
    .map(path => gzipSync(readFileSync(`dist/client${path}`), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
  process.stdout.write(`shell: ${scripts.length} scripts, ${(bytes / 1024).toFixed(1)} kB gzip\n`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(readdirSync('dist/client/assets').length).toBeGreaterThan(scripts.length);
  expect(bytes).toBeLessThanOrEqual(90 * 1024);
});

test('a sheet of 49 people is marked, scrolled and searched without a task over 50 ms on a slow CPU', async () => {
  const { page, context } = tablet;
  await page.goto(`${app.url}/trainings/palangka-raya-2021/sessions/sesi-2-1`);
  await waitForRecorded(page, 0);
  const names = Object.keys(await readSheet(page));
  const cdp = await context.newCDPSession(page);

  // Raw touches and keys only: looking for elements would be work of its own on the page.
  const search = await centreOf(page.getByLabel('Cari nama atau asal'));
  const rows = await Promise.all(
    names.slice(0, 10).map(name => centreOf(rowOf(page, name).getByText(name))),
  );

  // Whatever else runs on this machine only adds: the least of up to ten rounds is the page's own.
  const rounds: number[] = [];
  for (const row of rows) {
    const longest = await measureLongestTask(page, cdp, async () => {
      await page.mouse.click(row.x, row.y);
      for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, turn < 4 ? 500 : -900);
      await page.mouse.click(search.x, search.y);
      await page.keyboard.type('kahayan', { delay: 40 });
      for (const _ of 'kahayan') await page.keyboard.press('Backspace');
    });
    rounds.push(Math.round(longest));
    if (longest <= 50) break;
  }
  await waitForRecorded(page, rounds.length);
  process.stdout.write(`longest task on a 4 times slower CPU, by round: ${rounds.join(', ')} ms\n`);
  expect(Math.min(...rounds)).toBeLessThanOrEqual(50);
});
