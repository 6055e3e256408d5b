// Takes README's pictures of a running demonstration: node .tools/screenshots.mjs http://localhost:8080
// Two trainers disagree on one person, so that the pictures show that too. Use a fresh demonstration.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../tests/support/chromium.mjs';

const url = process.argv[2] ?? 'http://localhost:8080';
const folder = 'public/screenshots';
const sheet = `${url}/trainings/palangka-raya-2021/sessions/sesi-2-1`;

mkdirSync(folder, { recursive: true });
const { executablePath, env } = await findChromium();
const browser = await chromium.launch({ executablePath, env });

const trainer = await enrol('DEMO-FASILITATOR', { width: 800, height: 1280 });
const colleague = await enrol('DEMO-FASILITATOR', { width: 360, height: 740 });
for (const page of [trainer, colleague]) {
  await page.goto(sheet);
  await page.getByText('0 dari 49').waitFor();
  await page.context().setOffline(true);
}
await trainer.getByRole('button', { name: 'Semua hadir' }).click();
await choose(trainer, 1, 'Terlambat');
await choose(trainer, 3, 'Izin');
await choose(trainer, 6, 'Sakit');
await choose(colleague, 4, 'Izin');
for (const page of [colleague, trainer]) {
  await page.context().setOffline(false);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Terkirim$/ })
    .waitFor();
}
await trainer.reload();
await trainer
  .getByRole('group', { name: /Irawadi|./ })
  .first()
  .waitFor();
await take(trainer, 'attendance');
await colleague.goto(url);
await colleague.getByText('Bimtek SPP-TIK').first().waitFor();
await take(colleague, 'home');

// A trainer's evening: what is open, a list half ticked, and the tablet going round for signatures.
await takeEvening(trainer, '');
await colleague.goto(sheet);
await colleague.getByText('49 dari 49').waitFor();
await take(colleague, 'attendance-phone');
await takeEvening(colleague, '-phone');

const coordinator = await enrol('DEMO-KOORDINATOR', { width: 1280, height: 800 });
await coordinator.goto(sheet);
await coordinator.getByText('49 dari 49').waitFor();
await take(coordinator, 'coordinator');

// What a coordinator sets up, and what is left to be settled.
const office = `${url}/trainings/palangka-raya-2021`;
await coordinator.goto(`${office}/differences`);
await coordinator
  .getByText(/Kehadiran ·/)
  .first()
  .waitFor();
await take(coordinator, 'differences');
await coordinator.goto(`${office}/import`);
await coordinator.getByLabel('Baris dari lembar kerja').fill(
  [
    ['No.', 'Nama Lengkap', 'L/P', 'Jabatan', 'Desa/Kelurahan', 'Kecamatan', 'No. HP'],
    [
      '1',
      'Hj. Soelastri Ngabe, S.Pd.',
      'P',
      'Pengelola',
      'Mantaren II',
      'Kahayan Hilir',
      '81250001111',
    ],
    [
      '2',
      'Ardijanto Ngalangan',
      'L',
      'Kaur Umum',
      'Bukit Rawi',
      'Kahayan Tengah',
      '0812-5000-2222',
    ],
    ['3', 'Yuliati Tundan', 'P', 'Pengelola', 'Buntoi', 'Kahayan Hilir', ''],
  ]
    .map(row => row.join('\t'))
    .join('\n'),
);
await coordinator.getByRole('button', { name: 'Baca yang ditempel' }).click();
await coordinator.getByText('Soelastri').last().waitFor();
await take(coordinator, 'roster');

// The profile that is told of in whole, on a phone and on a tablet.
const library = `${url}/libraries/62.11.05.2014`;
const shown = await enrol('DEMO-KOORDINATOR', { width: 360, height: 740 });
await shown.goto(`${library}/sections/layanan`);
await shown.getByLabel('Jam buka per hari').waitFor();
await take(shown, 'profile');
await shown.goto(`${library}/standard`);
await shown.getByText('9 dari 12 memenuhi').waitFor();
await take(shown, 'standard');
await shown.setViewportSize({ width: 800, height: 1000 });
await take(shown, 'standard-tablet');
await browser.close();

async function enrol(code, viewport) {
  const context = await browser.newContext({ viewport, locale: 'id-ID' });
  const page = await context.newPage();
  await page.goto(`${url}/enrol#${code}`);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByText('Bimtek SPP-TIK').first().waitFor();
  return page;
}

/** @param {import('playwright-core').Page} page @param {string} size Ends the pictures' names. */
async function takeEvening(page, size) {
  const training = `${url}/trainings/palangka-raya-2021`;
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await page.goto(`${url}/evening`);
  await page.getByText('Daftar hadir belum lengkap').first().waitFor();
  await take(page, `evening${size}`);
  await page.goto(`${training}/checklists/persiapan:palangka-raya-2021:1`);
  await page.getByRole('radio', { name: 'Sudah' }).first().waitFor();
  await take(page, `checklist${size}`);
  await page.goto(`${training}/days/${today}/signatures`);
  await page.getByText('Serahkan tablet ke').waitFor();
  await sign(page);
  await take(page, `signature${size}`);
}

/** A hand goes over the pad. */
async function sign(page) {
  const { x, y, width, height } = await page.locator('canvas').boundingBox();
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (let step = 1; step <= 90; step += 1) {
    const share = step / 90;
    const loop = Math.sin(share * 38) * (1 - share * 0.6);
    await page.mouse.move(
      x + width * (0.2 + 0.58 * share + 0.05 * Math.cos(share * 38)),
      y + height * (0.52 - 0.25 * loop),
    );
  }
  await page.mouse.up();
}

/** With the pointer out of the way, so that nothing looks pointed at. */
async function take(page, name) {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function choose(page, row, state) {
  await page
    .getByLabel('Daftar Hadir', { exact: true })
    .getByRole('listitem')
    .nth(row)
    .getByRole('button')
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: state }).click();
  if (await page.getByRole('dialog').isVisible())
    await page.getByRole('dialog').getByRole('button', { name: 'Selesai' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
