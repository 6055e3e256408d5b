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
    '/checklist-templates',
    '/checklist-templates/persiapan',
    '/checklist-templates/new',
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

/** What is on the page can be used by everybody, in every theme, on every screen, with big letters. */
async function expectFitForAll(page: Page): Promise<void> {
  for (const theme of ['light', 'dark', 'sun']) {
    await page.evaluate(wanted => (document.documentElement.dataset['theme'] = wanted), theme);
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
