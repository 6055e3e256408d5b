import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/domain/day.ts';
import { libraryProfile } from '../../src/domain/forms/library-profile.ts';
import { enrolWith, waitForRecorded } from '../support/app-pages.ts';
import { openProfile, screens, type BrowserProfile } from '../support/browser-profile.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
const people = new Map<string, BrowserProfile>();

const codes = ['DEMO-FASILITATOR', 'DEMO-PENGELOLA', 'DEMO-KOORDINATOR'] as const;

beforeAll(async () => {
  app = await serveApp('demo');
  for (const code of codes) {
    const profile = await openProfile('phone');
    people.set(code, profile);
    await enrolWith(profile.page, app.url, code);
  }
});

afterAll(async () => {
  for (const profile of people.values()) await profile.dispose();
  await app.dispose();
});

const history = `/history/${encodeURIComponent('training:palangka-raya-2021')}/session/sesi-1-1`;

/** The demonstration's profile that is told of in whole. */
const library = '/libraries/62.11.05.2014';
const sections = libraryProfile.sections.map(({ id }) => `${library}/sections/${id}`);

const addresses = {
  'DEMO-FASILITATOR': [
    '/',
    '/enrol',
    '/device',
    '/attention',
    '/receipts',
    '/leaving',
    history,
    '/trainings/palangka-raya-2021',
    '/trainings/palangka-raya-2021/sessions/sesi-1-1',
    '/trainings/palangka-raya-2021/checklists',
    '/trainings/palangka-raya-2021/checklists/persiapan:palangka-raya-2021:1',
    '/trainings/palangka-raya-2021/checklists/unknown',
    '/visits',
    '/visits/62.12.01.2008',
    '/visits/62.12.01.2008/2021-06-30',
    `/trainings/palangka-raya-2021/days/${addDays(dayAt(Date.now()), -1)}/signatures`,
    '/trainings/palangka-raya-2021/sessions/sesi-2-1/scan',
    '/trainings/palangka-raya-2021/badges',
    '/trainings/palangka-raya-2021/participants/peserta-01/badge',
    '/trainings/unknown',
    '/trainings/palangka-raya-2021/sessions/unknown',
    '/libraries',
    library,
    ...sections,
    `${library}/standard`,
  ],
  'DEMO-PENGELOLA': ['/', '/device', '/libraries/draft', '/libraries/draft/sections/identitas'],
  'DEMO-KOORDINATOR': [
    '/',
    '/attention',
    '/devices',
    '/devices/unknown',
    '/invite',
    '/trainings/new',
    '/trainings/palangka-raya-2021',
    '/trainings/palangka-raya-2021/edit',
    '/trainings/palangka-raya-2021/people',
    '/trainings/palangka-raya-2021/import',
    '/trainings/palangka-raya-2021/invitations',
    '/checklist-templates',
    '/checklist-templates/persiapan',
    '/checklist-templates/new',
    '/trainings/palangka-raya-2021/board',
    '/libraries',
    // Nothing is known there yet.
    '/libraries/62.02.04.2009/standard',
    history,
    '/trainings/palangka-raya-2021/activity',
    '/regions/62.11/activity',
    '/trainings/palangka-raya-2021/sessions/sesi-1-1',
  ],
};

const rows = codes.flatMap(code => addresses[code].map(address => [code, address] as const));

test.each(rows)(
  '%s at %s: accessible in every theme, nothing wider than the screen',
  async (code, address) => {
    const { page } = people.get(code) as BrowserProfile;
    await page.goto(app.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (/\/sessions\/sesi-\d-\d$/.test(address)) await waitForRecorded(page, 49);
    if (/\/libraries|\/activity/.test(address)) await waitForList(page);
    if (address.endsWith('/board')) await page.getByText(/perangkat sudah masuk/).waitFor();
    if (address === '/leaving') await page.getByText(/Diperiksa pukul/).waitFor();
    await expectFitForAll(page);
  },
);

test('an invitation that was made is fit to be held up by everybody', async () => {
  const { page } = people.get('DEMO-KOORDINATOR') as BrowserProfile;
  await page.goto(`${app.url}/invite`);
  await page.getByLabel('Nama orang yang diundang').fill('Sari Kahayan');
  await page.getByLabel('Cari desa atau kecamatan').fill('bahitom');
  await page.getByRole('button', { name: /^Desa Bahitom/ }).click();
  await page.getByRole('button', { name: 'Buat undangan' }).click();
  await page.getByText(`${app.url}/enrol#`).waitFor();
  await expectFitForAll(page);
});

test('a list that was read, with everything there is to say of it, is fit for everybody', async () => {
  const { page } = people.get('DEMO-KOORDINATOR') as BrowserProfile;
  await page.goto(`${app.url}/trainings/palangka-raya-2021/import`);
  await page
    .getByLabel('Baris dari lembar kerja')
    .fill(
      [
        'Nama\tNIP\tL/P\tDesa\tKabupaten\tNo. HP',
        'Dewi Kristina\t6201010101800001\tx\tSidomulyo\tKapuas\t12',
        'Dewi Cristina\t198001012005012000\tP\tSidomulyo\tKapuas\t0812 1111 2222',
        '\t130345678\tP\tAntah Berantah\tKapuas\t',
      ].join('\n'),
    );
  await page.getByRole('button', { name: 'Baca yang ditempel' }).click();
  await page.getByRole('heading', { name: 'Perlu diperiksa' }).waitFor();
  for (const note of await page.locator('details').all()) await note.locator('summary').click();
  await expectFitForAll(page);
});

test('invitation cards are fit for everybody', async () => {
  const { page } = people.get('DEMO-KOORDINATOR') as BrowserProfile;
  await page.goto(`${app.url}/trainings/palangka-raya-2021/invitations`);
  await page.getByLabel('Fasilitator').fill('Yunita Bahandang, S.I.Pust.');
  for (const tick of await page.getByRole('checkbox').all()) await tick.uncheck();
  await page.getByRole('button', { name: 'Buat 1 kartu' }).click();
  await page.getByRole('list', { name: 'Kartu yang akan dicetak' }).waitFor();
  await expectFitForAll(page);
});

/** What is on the page can be used by everybody, in every theme, on every screen, with big letters. */
async function expectFitForAll(page: Page): Promise<void> {
  for (const theme of ['light', 'dark', 'sun']) {
    await page.evaluate(wanted => (document.documentElement.dataset['theme'] = wanted), theme);
    // Colours that are still on their way to the theme's are nobody's.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    );
    expect(await findViolations(page), theme).toEqual([]);
  }
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size);
    expect(await widthBeyond(page), `${size.width} px`).toBe(0);
  }
  // Text twice as large, as somebody without glasses sets it.
  await page.setViewportSize(screens.phone);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await widthBeyond(page), 'at 200 % text').toBe(0);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
}

/** A profile, and what home is asked for, is there after its heading. */
async function waitForList(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('listitem').or(main.getByRole('textbox')).first().waitFor();
}

/** What axe finds wrong, one line each. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
    );
  });
}

/** By how many px the page could be scrolled sideways. */
function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
