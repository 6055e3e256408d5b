import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trainingStream } from '../../src/domain/stream.ts';
import type { TerritoryFile } from '../../src/domain/territory.ts';
import { enrolWith, expectNoComplaints } from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { createDevice } from '../support/device.ts';
import { measureLongestTask } from '../support/longest-task.ts';
import { createChance } from '../support/seed.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

const training = 'palangka-raya-2021';
const people = 2_000;

let app: ServedApp;
let tablet: BrowserProfile;

beforeAll(async () => {
  app = await serveApp('demo');
  await fillRoster();
  tablet = await openProfile('tablet');
  await enrolWith(tablet.page, app.url, 'DEMO-FASILITATOR');
}, 120_000);

afterAll(async () => {
  await tablet.dispose();
  await app.dispose();
});

/** Puts so many made-up people on the demonstration's roster, from villages all over the province. */
async function fillRoster(): Promise<void> {
  const { next, uuid } = createChance(2_000);
  const { villages } = JSON.parse(readFileSync('public/territory.json', 'utf8')) as TerritoryFile;
  const codes = Object.keys(villages);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] as string;
  const first = 'Siti Sri Muhammad Ahmad Nor Dewi Citra Yohana Markus Bernadus Lidia'.split(' ');
  const syllables = 'ka ra sa ta wa ma na la ba di ri si ti wi mi ni bi du ru su'.split(' ');
  const last = () => {
    const word = pick(syllables) + pick(syllables) + pick(syllables);
    return word[0]?.toUpperCase() + word.slice(1);
  };
  const device = await createDevice({
    name: 'laptop',
    clock: Date.now,
    newId: uuid,
    fetch: (path, init) => fetch(new URL(path, app.url), init),
  });
  await device.account.enrol('DEMO-KOORDINATOR');
  await device.records.write(
    Array.from({ length: people }, (_, at) => ({
      stream: trainingStream(training),
      t: 'participant',
      r: `many-${at}`,
      fields: { name: `${pick(first)} ${last()} ${last()}`, village: pick(codes) },
      seen: undefined,
    })),
  );
  do await device.runRound();
  while (device.sync.status.value.waiting > 0);
  device.close();
}

/** The least of a few rounds is the page's own: whatever else runs on this machine only adds. */
async function measure(round: () => Promise<void>): Promise<number> {
  const cdp = await tablet.context.newCDPSession(tablet.page);
  const rounds: number[] = [];
  while (rounds.length < 8 && !rounds.some(longest => longest <= 50)) {
    rounds.push(Math.round(await measureLongestTask(tablet.page, cdp, round)));
  }
  process.stdout.write(`longest task with 2,000 people, by round: ${rounds.join(', ')} ms\n`);
  return Math.min(...rounds);
}

test('2,000 people are searched, and more of them shown, without a task over 50 ms on a slow CPU', async () => {
  const { page } = tablet;
  await page.goto(`${app.url}/trainings/${training}/participants`);
  await page.getByText('2.049 peserta').waitFor();
  const search = page.getByLabel('Cari nama atau asal');

  const longest = await measure(async () => {
    await search.click();
    await page.keyboard.type('kahayan', { delay: 60 });
    for (const _ of 'kahayan') await page.keyboard.press('Backspace', { delay: 30 });
    await page.getByRole('button', { name: /^Tampilkan lagi/ }).click();
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, turn < 4 ? 900 : -900);
  });

  expect(longest).toBeLessThanOrEqual(50);
  expectNoComplaints(tablet);
});

test('who is likely here already is told among 2,000 without a task over 50 ms on a slow CPU', async () => {
  const { page } = tablet;
  await page.goto(`${app.url}/trainings/${training}/participants`);
  await page.getByText('2.049 peserta').waitFor();

  const longest = await measure(async () => {
    await page.getByRole('button', { name: 'Tambah peserta' }).click();
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Nama' });
    await name.fill('');
    await name.click();
    await page.keyboard.type('agoestinus langkaian', { delay: 60 });
    await page.getByRole('dialog').getByText('Agustinus Langkaian, S.E.').waitFor();
    await page.getByRole('button', { name: 'Tutup' }).click();
  });

  expect(longest).toBeLessThanOrEqual(50);
  expectNoComplaints(tablet);
});
