import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readPictureHeader } from '../../src/worker/picture-header.ts';
import { enrolWith, expectNoComplaints, waitUntilOfflineReady } from '../support/app-pages.ts';
import { openProfile, type BrowserProfile } from '../support/browser-profile.ts';
import {
  choosePhoto,
  drawCameraPhoto,
  drawClearPng,
  keptPictures,
  measurePeak,
  photoGroup,
  seePhoto,
  takePhoto,
} from '../support/photo-page.ts';
import { heicHead, joined, jpegHead, pngHead, withNotes } from '../support/picture-heads.ts';
import { openOwnProfile, openSectionOf } from '../support/profile-pages.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

const front = 'Foto tampak depan';
const shelves = 'Foto koleksi';

let app: ServedApp;
let phone: BrowserProfile;
let village: string;
/** 12 megapixels, held upright: the camera lay on its side. */
let upright: Uint8Array;
let small: Uint8Array;

beforeAll(async () => {
  app = await serveApp('demo');
  // Drawn in a browser of its own, so that the phone's memory holds nothing of it.
  const studio = await openProfile('phone');
  await studio.page.goto(`${app.url}/enrol`);
  upright = withNotes(await drawCameraPhoto(studio.page, 4000, 3000), 6);
  small = await drawCameraPhoto(studio.page, 160, 120);
  await studio.dispose();
  phone = await openProfile('phone');
  village = await letIn(phone);
});

afterAll(async () => {
  await phone.dispose();
  await app.dispose();
});

/** Lets a librarian in and opens the photos of her library. */
async function letIn(profile: BrowserProfile): Promise<string> {
  await enrolWith(profile.page, app.url, 'DEMO-PENGELOLA');
  await waitUntilOfflineReady(profile.page);
  const own = await openOwnProfile(profile.page);
  await openSectionOf(profile.page, app.url, own, 'bukti');
  return own;
}

const hasText = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes).includes(Buffer.from(text, 'latin1'));

describe('a photo of 12 megapixels from a camera held upright', () => {
  let kept: Uint8Array;

  beforeAll(async () => {
    await phone.setOffline(true);
    await takePhoto(phone.page, front, upright);
    kept = (await keptPictures(phone.page)).at(-1) ?? new Uint8Array();
  });

  test('is shown at once, as it was seen, and said to wait until it is sent', async () => {
    // Red, green, blue, yellow from the upper left; turned clockwise, blue comes first.
    const corners = ['blue', 'red', 'yellow', 'green'];
    expect(await seePhoto(phone.page, front)).toEqual({ w: 960, h: 1280, corners });
    const group = photoGroup(phone.page, front);
    await group.getByText('Tersimpan di HP ini, belum terkirim').waitFor();
    await phone.setOffline(false);
    await group.getByText('Terkirim', { exact: true }).waitFor();
  });

  test('is kept with at most 250 kB and 1,280 pixels', () => {
    expect(readPictureHeader(kept)).toMatchObject({ type: 'jpeg', w: 960, h: 1280, notes: [] });
    expect(kept.length).toBeLessThanOrEqual(250_000);
    expect(kept.length).toBeGreaterThan(50_000);
  });

  test('tells nothing of where it was taken', () => {
    expect(hasText(upright, 'Exif')).toBe(true);
    for (const note of ['Exif', 'GPS', 'http://ns.adobe.com'])
      expect(hasText(kept, note)).toBe(false);
  });

  test('is seen on another device, which says where it came from', async () => {
    const office = await openProfile('laptop');
    await enrolWith(office.page, app.url, 'DEMO-KOORDINATOR');
    await openSectionOf(office.page, app.url, village, 'bukti');
    expect(await seePhoto(office.page, front)).toMatchObject({ w: 960, h: 1280 });
    await photoGroup(office.page, front).getByText('Dikirim dari perangkat lain').waitFor();
    expectNoComplaints(office);
    await office.dispose();
  });
});

test.each([
  [1, ['red', 'green', 'blue', 'yellow']],
  [2, ['green', 'red', 'yellow', 'blue']],
  [3, ['yellow', 'blue', 'green', 'red']],
  [4, ['blue', 'yellow', 'red', 'green']],
  [5, ['red', 'blue', 'green', 'yellow']],
  [6, ['blue', 'red', 'yellow', 'green']],
  [7, ['yellow', 'green', 'blue', 'red']],
  [8, ['green', 'yellow', 'red', 'blue']],
])('a photo noted with orientation %i stands upright', async (orientation, corners) => {
  await takePhoto(phone.page, shelves, withNotes(small, orientation));
  const [w, h] = orientation < 5 ? [160, 120] : [120, 160];
  expect(await seePhoto(phone.page, shelves)).toEqual({ w, h, corners });
});

test('a PNG that lets light through becomes a photo on white', async () => {
  await takePhoto(phone.page, shelves, await drawClearPng(phone.page, 1600, 400));
  const corners = ['white', 'white', 'white', 'white'];
  expect(await seePhoto(phone.page, shelves)).toEqual({ w: 1280, h: 320, corners });
});

let turned = 0;
const noise = Uint8Array.from({ length: 50_000 }, (_zero, at) => (at * 7919) % 251);
const pdf = joined('%PDF-1.7\n', new Uint8Array(10_000_000));
const broken = /Berkas ini rusak atau bukan foto.*Isian lain tetap aman/;
const tooLarge = /terlalu besar untuk HP.*Isian lain tetap aman/;

test.each([
  ['a corrupt JPEG', broken, () => joined(jpegHead(4000, 3000), noise)],
  ['a photo that breaks off half-way', broken, () => upright.slice(0, upright.length / 2)],
  ['a photo that breaks off in its notes', broken, () => upright.slice(0, 60)],
  ['a HEIC', /HEIC.*pilih JPEG.*Isian lain tetap aman/, () => joined(heicHead(4000, 3000), noise)],
  ['a JPEG of 50 megapixels', tooLarge, () => joined(jpegHead(8160, 6144), noise)],
  ['a PNG of 50 megapixels', tooLarge, () => joined(pngHead(8160, 6144), noise)],
  ['a HEIC of 50 megapixels', tooLarge, () => joined(heicHead(8160, 6144), noise)],
  ['a PDF of 10 MB', broken, () => pdf],
  ['a film', broken, () => joined([0, 0, 0, 24], 'ftypisom', noise)],
  ['an empty file', broken, () => new Uint8Array()],
] as const)(
  '%s is refused with plain words, and the photo before it stays',
  async (_what, words, make) => {
    const { page } = phone;
    const group = photoGroup(page, front);
    const before = await seePhoto(page, front);
    const pictures = await keptPictures(page);
    await choosePhoto(page, front, make());
    await vi.waitFor(
      async () => expect(await group.getByRole('alert').textContent()).toMatch(words),
      { timeout: 20_000 },
    );
    expect(await seePhoto(page, front)).toEqual(before);
    expect(await keptPictures(page)).toEqual(pictures);

    // The next one takes the words away.
    turned = (turned % 8) + 1;
    await takePhoto(page, front, withNotes(small, turned));
    await group.getByRole('alert').waitFor({ state: 'detached' });
  },
);

test('a photo taken again and then deleted comes back, one step at a time', async () => {
  const { page } = phone;
  const group = photoGroup(page, front);
  await takePhoto(page, front, withNotes(small, 1));
  const first = await seePhoto(page, front);
  await takePhoto(page, front, withNotes(small, 3));
  const second = await seePhoto(page, front);
  expect(second.corners).not.toEqual(first.corners);
  await page.getByText('Foto diganti').waitFor();

  await group.getByRole('button', { name: 'Hapus' }).click();
  await page.getByText('Foto dihapus').waitFor();
  expect(await group.getByRole('img').count()).toBe(0);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await group.getByRole('img').waitFor();
  expect(await seePhoto(page, front)).toEqual(second);

  await takePhoto(page, front, withNotes(small, 1));
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await vi.waitFor(async () => expect(await seePhoto(page, front)).toEqual(second));
});

test('a phone that is full keeps the old photo and says so, and the next try works', async () => {
  const full = await openProfile('phone');
  const own = await letIn(full);
  await takePhoto(full.page, front, small);
  const before = await seePhoto(full.page, front);
  const pictures = await keptPictures(full.page);
  const { usage = 0 } = await full.page.evaluate(() => navigator.storage.estimate());
  // Room is asked for anew by a browser that was closed.
  await full.kill();
  await full.reopen();
  const limit = await full.context.newCDPSession(full.page);
  const setRoom = (room?: number) =>
    limit.send('Storage.overrideQuotaForOrigin', {
      origin: app.url,
      ...(room !== undefined && { quotaSize: usage + room }),
    });
  await setRoom(60_000);
  await openSectionOf(full.page, app.url, own, 'bukti');
  await choosePhoto(full.page, front, upright);
  const group = photoGroup(full.page, front);
  await vi.waitFor(
    async () =>
      expect(await group.getByRole('alert').textContent()).toMatch(
        /HP penuh, foto ini tidak tersimpan.*Semua isian tetap aman/,
      ),
    { timeout: 20_000 },
  );
  expect(await seePhoto(full.page, front)).toEqual(before);
  expect(await keptPictures(full.page)).toEqual(pictures);

  await setRoom();
  await takePhoto(full.page, front, upright);
  expect(await seePhoto(full.page, front)).toMatchObject({ w: 960, h: 1280 });
  await full.dispose();
});

test.skipIf(process.platform !== 'linux')(
  'five photos of 12 megapixels, one after the other, never raise the memory of the page past 300 MB',
  async () => {
    // A phone that has done nothing else: what the other tests left behind is not the photos'.
    const fresh = await openProfile('phone');
    await letIn(fresh);
    const labels = [front, 'Foto ruang baca', shelves, 'Foto komputer/TIK', 'Foto kegiatan'];
    const { peakMb, beforeMb } = await measurePeak(fresh, async () => {
      for (const [at, label] of labels.entries())
        await takePhoto(fresh.page, label, joined(upright, `${at}`));
    });
    expectNoComplaints(fresh);
    await fresh.dispose();
    process.stdout.write(`memory of the page: ${beforeMb} MB, at most ${peakMb} MB\n`);
    expect(peakMb).toBeLessThanOrEqual(300);
  },
);

test('nothing complained', () => {
  expectNoComplaints(phone);
});
