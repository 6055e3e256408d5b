import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paths } from '../../src/protocol/messages.ts';
import {
  enrolWith,
  expectNoComplaints,
  readSheet,
  tap,
  waitForDelivery,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let profile: BrowserProfile;

beforeAll(async () => {
  app = await serveApp('demo');
});

afterEach(async () => {
  await profile.dispose();
});

afterAll(async () => {
  await app.dispose();
});

const sheetOf = (session: string) => `${app.url}/trainings/palangka-raya-2021/sessions/${session}`;

async function openSheetAsTrainer(session: string): Promise<string[]> {
  profile = await openProfile('tablet');
  await enrolWith(profile.page, app.url, 'DEMO-FASILITATOR');
  await waitUntilOfflineReady(profile.page);
  await profile.page.goto(sheetOf(session));
  await waitForRecorded(profile.page, 0);
  return Object.keys(await readSheet(profile.page));
}

async function pressSync(): Promise<void> {
  const { page } = profile;
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sinkronkan' }).click();
}

test("6.9 a hotel's login page is not taken for home: nothing counts as sent, and the person is told", async () => {
  const [name] = (await openSheetAsTrainer('sesi-2-1')) as [string];
  await profile.context.route('**/sync/**', route =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Wi-Fi Hotel</title>' }),
  );
  await tap(profile.page, name);
  await waitForDelivery(profile.page, /Belum terkirim: 1/);
  await pressSync();
  await profile.page.getByText(/bukan server Jukung/).waitFor();
  await waitForDelivery(profile.page, /Belum terkirim: 1/);

  await profile.context.unroute('**/sync/**');
  await profile.page.getByRole('dialog').getByRole('button', { name: 'Sinkronkan' }).click();
  await profile.page.keyboard.press('Escape');
  await waitForDelivery(profile.page, /^Terkirim$/);
  expectNoComplaints(profile);
});

test('7.2 a server that takes the call and never answers hinders nobody', async () => {
  const [first, second] = (await openSheetAsTrainer('sesi-2-2')) as [string, string];
  await profile.context.route('**/sync/**', () => new Promise(() => {}));
  await tap(profile.page, first);
  await pressSync();
  await profile.page.keyboard.press('Escape');
  await tap(profile.page, second);
  await profile.page.getByText(`${second}: Hadir. Tersimpan.`).waitFor();
  await profile.page.goto(sheetOf('sesi-2-2'));
  await waitForRecorded(profile.page, 2);
  await waitForDelivery(profile.page, /Belum terkirim|Mengirim/);
  expectNoComplaints(profile);
});

test('7.1 a full disk takes nothing that is saved, says so, and gives back what was not', async () => {
  const [first, second] = (await openSheetAsTrainer('sesi-2-3')) as [string, string];
  const { page } = profile;
  await tap(page, first);
  await waitForDelivery(page, /Belum terkirim: 1/);
  // The browser's own quota cannot be made small enough to be felt, so its answer is given for it.
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype as unknown as Record<string, unknown>;
    const before = { add: store['add'], put: store['put'] };
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(store, { add: refuse, put: refuse });
    Object.assign(window, { makeRoom: () => Object.assign(store, before) });
  });
  await tap(page, second);
  await page.getByText(/Ruang simpan perangkat penuh/).waitFor();
  await waitForRecorded(page, 1);
  expect((await readSheet(page))[first]).toBe('Hadir');

  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await tap(page, second);
  await waitForRecorded(page, 2);
  await waitForDelivery(page, /^Terkirim$/);
  expectNoComplaints(profile);
});

test('7.8 two tabs of one tablet show the same, and deliver it once', async () => {
  const [first, second] = (await openSheetAsTrainer('sesi-3-1')) as [string, string];
  const other = await profile.context.newPage();
  await other.goto(sheetOf('sesi-3-1'));
  await waitForRecorded(other, 0);
  await tap(profile.page, first);
  await waitForRecorded(other, 1);
  await tap(other, second);
  await waitForRecorded(profile.page, 2);
  await waitForDelivery(profile.page, /Belum terkirim: \d/);
  await waitForDelivery(profile.page, /^Terkirim$/);
  await waitForDelivery(other, /^Terkirim$/);
  expect(await readSheet(other)).toEqual(await readSheet(profile.page));
  expectNoComplaints(profile);
});

test.each(['1970-01-02T00:00:00Z', '2038-01-19T03:14:08Z'])(
  '3.1 a clock in %s loses nothing, and the person is told of it',
  async moment => {
    profile = await openProfile('phone');
    await profile.context.addInitScript(
      `{ const shift = Date.parse('${moment}') - Date.now(); const now = Date.now.bind(Date); Date.now = () => now() + shift; }`,
    );
    await enrolWith(profile.page, app.url, 'DEMO-FASILITATOR');
    const session = moment.startsWith('1970') ? 'sesi-3-2' : 'sesi-3-3';
    await profile.page.goto(sheetOf(session));
    await waitForRecorded(profile.page, 0);
    const [name] = Object.keys(await readSheet(profile.page)) as [string];
    await tap(profile.page, name);
    // Home is asked, not the chip: between saving and sending, "not sent yet" may be too short to be seen.
    await expect.poll(() => stampsAtHome(session), { timeout: 30_000 }).toHaveLength(1);
    await waitForDelivery(profile.page, /^Terkirim$/);
    await profile.page.getByText('Jam perangkat ini tidak cocok').waitFor();

    const stamps = await stampsAtHome(session);
    expect(Math.abs((stamps[0] ?? 0) - Date.now())).toBeLessThan(60_000);
    expectNoComplaints(profile);
  },
);

test('every address of the app starts cold without a network', async () => {
  await openSheetAsTrainer('sesi-4-1');
  await profile.setOffline(true);
  const { page } = profile;
  for (const path of [
    '/',
    '/enrol',
    '/device',
    '/attention',
    '/trainings/palangka-raya-2021',
    '/trainings/palangka-raya-2021/sessions/sesi-4-1',
    '/nowhere',
  ]) {
    await page.goto(`${app.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  expectNoComplaints(profile);
});

/** When home thinks the marks of a session were made, ms. */
async function stampsAtHome(session: string): Promise<number[]> {
  const post = (path: string, body: unknown, token = '') =>
    fetch(app.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const device = { id: 'observer', name: 'Observer' };
  const enrolled = await post(paths.enrol, { code: 'DEMO-KOORDINATOR', device });
  const { token } = (await enrolled.json()) as { token: string };
  const lines = await (await post(paths.pull, { schema: 1, scopes: {}, open: [] }, token)).text();
  return lines
    .trim()
    .split('\n')
    .map(
      line =>
        JSON.parse(line) as { records?: { r: string; f: { mark?: { h: { s: number }[] } } }[] },
    )
    .flatMap(page => page.records ?? [])
    .filter(({ r }) => r.startsWith(`${session}:`))
    .flatMap(({ f }) => f.mark?.h.map(({ s }) => s) ?? []);
}
