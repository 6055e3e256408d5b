import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  choose,
  enrolWith,
  expectNoComplaints,
  readSheet,
  rowOf,
  tap,
  waitForDelivery,
  waitForRecorded,
  waitUntilOfflineReady,
} from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
const profiles: BrowserProfile[] = [];

async function newProfile(...screen: Parameters<typeof openProfile>): Promise<BrowserProfile> {
  const profile = await openProfile(...screen);
  profiles.push(profile);
  return profile;
}

beforeAll(async () => {
  app = await serveApp('demo');
});

afterAll(async () => {
  for (const profile of profiles) await profile.dispose();
  await app.dispose();
});

const sheetOf = (session: string) => `${app.url}/trainings/palangka-raya-2021/sessions/${session}`;

test('7.1 a day marked offline outlives the browser and reaches the coordinator', async () => {
  const trainer = await newProfile('tablet');
  await enrolWith(trainer.page, app.url, 'DEMO-FASILITATOR');
  await waitUntilOfflineReady(trainer.page);
  await trainer.page.getByText('Bimtek SPP-TIK TPBIS').first().waitFor();

  // In the boat: no network, and the page opened anew.
  await trainer.setOffline(true);
  await trainer.page.goto(sheetOf('sesi-2-1'));
  await waitForRecorded(trainer.page, 0);

  // One session with "all present" and then the exceptions, the other name by name.
  await trainer.page.getByRole('button', { name: 'Semua hadir' }).click();
  await waitForRecorded(trainer.page, 49);
  const names = Object.keys(await readSheet(trainer.page));
  expect(names).toHaveLength(49);
  const [late, excused, sick, absent] = names as [string, string, string, string];
  await choose(trainer.page, late, 'Terlambat');
  await choose(trainer.page, excused, 'Izin');
  await choose(trainer.page, sick, 'Sakit');
  await choose(trainer.page, absent, 'Tanpa keterangan');
  // A mark is asked for at the tap and saved a moment later; only then may the page be left.
  await waitForDelivery(trainer.page, /Belum terkirim: 53/);
  await trainer.page.goto(sheetOf('sesi-2-2'));
  await waitForRecorded(trainer.page, 0);
  for (const name of names) await tap(trainer.page, name);
  await waitForRecorded(trainer.page, 49);
  await waitForDelivery(trainer.page, /Belum terkirim: 102/);
  const second = await readSheet(trainer.page);
  expect(new Set(Object.values(second))).toEqual(new Set(['Hadir']));

  // The battery is empty; later the tablet starts again, still without a network, the server gone too.
  expectNoComplaints(trainer);
  await trainer.kill();
  await app.kill();
  await trainer.reopen({ isOffline: true });
  await trainer.page.goto(sheetOf('sesi-2-2'));
  await waitForRecorded(trainer.page, 49);
  expect(await readSheet(trainer.page)).toEqual(second);
  await trainer.page.goto(sheetOf('sesi-2-1'));
  await waitForRecorded(trainer.page, 49);
  const first = await readSheet(trainer.page);
  expect([first[late], first[excused], first[sick], first[absent]]).toEqual([
    'Terlambat',
    'Izin',
    'Sakit',
    'Tanpa keterangan',
  ]);

  // At the hotel.
  await app.restart();
  await trainer.setOffline(false);
  await waitForDelivery(trainer.page, /^Terkirim$/);

  const coordinator = await newProfile('laptop');
  await enrolWith(coordinator.page, app.url, 'DEMO-KOORDINATOR');
  await coordinator.page.goto(sheetOf('sesi-2-1'));
  await waitForRecorded(coordinator.page, 49);
  expect(await readSheet(coordinator.page)).toEqual(first);
  await coordinator.page.goto(sheetOf('sesi-2-2'));
  await waitForRecorded(coordinator.page, 49);
  expect(await readSheet(coordinator.page)).toEqual(second);
  expectNoComplaints(trainer);
  expectNoComplaints(coordinator);
});

test('2.5 two trainers mark the same session offline: one record a person, and a real disagreement is shown to both', async () => {
  const [amina, budi, watcher] = [
    await newProfile('tablet'),
    await newProfile('phone'),
    await newProfile('laptop'),
  ];
  for (const trainer of [amina, budi]) {
    await enrolWith(trainer.page, app.url, 'DEMO-FASILITATOR');
    await waitUntilOfflineReady(trainer.page);
    await trainer.page.goto(sheetOf('sesi-2-3'));
    await waitForRecorded(trainer.page, 0);
    await trainer.setOffline(true);
  }
  await enrolWith(watcher.page, app.url, 'DEMO-KOORDINATOR');
  await watcher.page.goto(sheetOf('sesi-2-3'));
  await waitForRecorded(watcher.page, 0);

  const names = Object.keys(await readSheet(amina.page));
  const [disputed] = names as [string];
  await amina.page.getByRole('button', { name: 'Semua hadir' }).click();
  await waitForRecorded(amina.page, 49);
  await budi.page.getByRole('button', { name: 'Semua hadir' }).click();
  await waitForRecorded(budi.page, 49);
  await choose(budi.page, disputed, 'Izin');
  await waitForDelivery(amina.page, /Belum terkirim: 49/);
  await waitForDelivery(budi.page, /Belum terkirim: 50/);

  // The coordinator sees the sheet fill up without touching anything.
  await amina.setOffline(false);
  await waitForDelivery(amina.page, /^Terkirim$/);
  await waitForRecorded(watcher.page, 49);
  await budi.setOffline(false);
  await waitForDelivery(budi.page, /^Terkirim$/);

  // Both see it, with both names; those who agreed without knowing see nothing.
  for (const { page } of [amina, budi]) {
    // Opened anew, the app asks home at once.
    await page.reload();
    const difference = rowOf(page, disputed).getByRole('group');
    await difference.getByText(/: Izin \d\d\.\d\d$/).waitFor();
    await difference.getByText(/: Hadir \d\d\.\d\d$/).waitFor();
    expect(await page.getByRole('listitem').getByRole('group').count()).toBe(1);
  }
  await rowOf(watcher.page, disputed)
    .getByText(/: Izin \d\d\.\d\d$/)
    .waitFor();

  // One tap settles it, for everybody.
  await rowOf(amina.page, disputed)
    .getByRole('button', { name: /: Hadir \d\d\.\d\d$/ })
    .click();
  await rowOf(amina.page, disputed).getByRole('group').waitFor({ state: 'detached' });
  await waitForDelivery(amina.page, /^Terkirim$/);
  await rowOf(watcher.page, disputed)
    .getByText(/: Izin \d\d\.\d\d$/)
    .waitFor({ state: 'detached' });
  expect((await readSheet(watcher.page))[disputed]).toBe('Hadir');
  expect(Object.keys(await readSheet(watcher.page))).toHaveLength(49);
  for (const profile of [amina, budi, watcher]) expectNoComplaints(profile);
});
