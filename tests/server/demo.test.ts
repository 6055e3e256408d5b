import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryProfile, libraryRules } from '../../src/domain/forms/library-profile.ts';
import { progressOf } from '../../src/domain/forms/progress.ts';
import { judgeLibrary } from '../../src/domain/standard/judge-library.ts';
import type { EnrolResponse, PulledRecord } from '../../src/protocol/messages.ts';
import { shownValue } from '../../src/protocol/merge.ts';
import { demoCodes, demoFolder, fillDemonstration } from '../../src/server/demo/demo.ts';
import { openHome, pull, push, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
const today = Date.parse('2026-11-23T00:30:00+07:00');
const stream = 'training:palangka-raya-2021';

beforeAll(async () => {
  home = await openHome({ at: today });
  await fillDemonstration(home.home);
});
afterAll(() => home.close());

const comeIn = async (code: string, device: string) =>
  (await (await home.tryEnrol(code, device)).json()) as EnrolResponse;

const shown = (records: PulledRecord[], kind: string, field: string) =>
  records.filter(({ t }) => t === kind).map(({ f }) => shownValue(f[field]));

const valuesOf = (fields: PulledRecord['f']) =>
  Object.fromEntries(Object.entries(fields).map(([field, state]) => [field, shownValue(state)]));

describe('the demonstration', () => {
  test('is the training of 2021 on its second day, with its first day recorded', async () => {
    const { token } = await comeIn('DEMO-KOORDINATOR', 'laptop');
    const { pages } = await pull(home, token);
    const records = pages.find(({ scope }) => scope === stream)?.records ?? [];
    expect(shown(records, 'training', 'startsOn')).toEqual(['2026-11-22']);
    expect(new Set(shown(records, 'session', 'day'))).toEqual(
      new Set(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']),
    );
    expect(shown(records, 'participant', 'name')).toHaveLength(49);
    const villages = shown(records, 'participant', 'village').filter(Boolean);
    expect(new Set(villages).size).toBe(17);
    const sessionsOfDayOne = shown(records, 'session', 'day').filter(day => day === '2026-11-22');
    expect(shown(records, 'attendance', 'mark')).toHaveLength(49 * sessionsOfDayOne.length);
    const marks = records
      .filter(({ t }) => t === 'attendance')
      .flatMap(({ f }) => f['mark']?.h ?? []);
    expect(marks.every(({ s, by }) => s < today && by !== 'home')).toBe(true);
    expect(shown(records, 'checklist', 'template')).toEqual(['persiapan:1']);
    expect(shown(records, 'checklistItem', 'state')).toHaveLength(11);
  });

  test('lets each fasilitator and pengelola in as another person, the koordinator as one', async () => {
    const [one, two] = [
      await comeIn('DEMO-FASILITATOR', 'a'),
      await comeIn('demo fasilitator', 'b'),
    ];
    expect(one.person.id).not.toBe(two.person.id);
    expect(one.person.name).not.toBe(two.person.name);
    expect(one.scopes).toContainEqual({ id: stream, role: 'fasilitator' });
    // The libraries of those who take part are theirs to look after, too.
    expect(one.scopes).toContainEqual({ id: 'region:62.12', role: 'fasilitator' });
    const [sari, mega] = [await comeIn('DEMO-PENGELOLA', 'c'), await comeIn('DEMO-PENGELOLA', 'd')];
    expect(sari.scopes[0]?.id).toMatch(/^region:62\.\d\d\/62\.\d\d\.\d\d\.\d{4}$/);
    expect(mega.scopes).not.toEqual(sari.scopes);
    const [first, second] = [
      await comeIn('DEMO-KOORDINATOR', 'e'),
      await comeIn('DEMO-KOORDINATOR', 'f'),
    ];
    expect(second.person).toEqual(first.person);
    expect(first.scopes.map(({ id }) => id)).toContain(stream);
  });

  test('shows two libraries: one told of in whole, with the year before, and one begun', async () => {
    const { token } = await comeIn('DEMO-FASILITATOR', 'g');
    const { pages } = await pull(home, token);
    const records = pages.flatMap(page => page.records);
    const libraries = records.filter(({ t }) => t === 'library');
    expect(libraries.map(({ r }) => r)).toEqual(['62.11.05.2014', '62.13.01.2006']);
    const answers = libraries.map(({ r, f }) => ({ ...valuesOf(f), kode_wilayah: r }));
    const [whole, begun] = answers.map(each =>
      progressOf(libraryProfile, libraryRules, each, '2026-11-23'),
    );
    expect(whole).toMatchObject({ requiredAnswered: 27, isComplete: true });
    expect(begun).toMatchObject({ isComplete: false });
    expect([whole, begun].flatMap(it => it?.sections.flatMap(({ issues }) => issues))).toEqual([]);
    expect(shown(records, 'library', 'tahun_data')).toEqual([2025, 2025]);
    const states = judgeLibrary(answers[0] ?? {}).map(({ state }) => state);
    expect(states.filter(state => state === 'meets')).toHaveLength(9);
    const beside = records.filter(({ t }) => /^(libraryYear|advocacy|followUp)$/.test(t));
    expect(beside.map(({ t, r }) => `${t} ${r.slice(0, 13)}`).toSorted()).toEqual([
      'advocacy 62.11.05.2014',
      'advocacy 62.11.05.2014',
      'followUp 62.11.05.2014',
      'followUp 62.11.05.2014',
      'libraryYear 62.11.05.2014',
    ]);
    expect(shown(records, 'libraryReview', 'reviewed')).toEqual([true]);
    // Everything told stands under a name.
    const members = new Set(records.filter(({ t }) => t === 'member').map(({ r }) => r));
    const authors = records
      .filter(({ t }) => /^(library|advocacy|followUp)/.test(t))
      .flatMap(({ f }) => Object.values(f).flatMap(({ h }) => h.map(({ by }) => by)));
    expect(authors.filter(author => !members.has(author))).toEqual([]);
  });

  test('lets every librarian begin an empty profile of her own, and a trainer write in it', async () => {
    const first = await openHome({ at: today });
    try {
      await fillDemonstration(first.home);
      const enrol = async (code: string, device: string) =>
        (await (await first.tryEnrol(code, device)).json()) as EnrolResponse;
      const edit = (who: EnrolResponse, dev: string, village: string) =>
        operation({
          by: who.person.id,
          dev,
          stream: `region:${village.slice(0, 5)}`,
          t: 'library',
          r: village,
          f: { jenis: 'desa' },
          wall: today,
        });
      const verdict = async (who: EnrolResponse, dev: string, village: string) =>
        (await push(first, who.token, [edit(who, dev, village)])).results[0]?.s;
      const trainer = await enrol('DEMO-FASILITATOR', 'i');
      const villages = new Set<string>();
      for (let index = 0; index < 15; index++) {
        const librarian = await enrol('DEMO-PENGELOLA', `hp-${index}`);
        const village = librarian.scopes[0]?.id.split('/')[1] ?? '';
        villages.add(village);
        const { pages } = await pull(first, librarian.token);
        expect(pages.flatMap(page => page.records).filter(({ t }) => t === 'library')).toEqual([]);
        expect(await verdict(librarian, `hp-${index}`, village)).toBe('ok');
        expect(await verdict(trainer, 'i', village)).toBe('ok');
      }
      expect(villages.size).toBe(15);
    } finally {
      await first.close();
    }
  });

  test('takes what somebody who came in records', async () => {
    const { token, person } = await comeIn('DEMO-FASILITATOR', 'a');
    const mark = operation({
      by: person.id,
      dev: 'a',
      stream,
      r: 'sesi-2-1:peserta-01',
      wall: today,
    });
    expect((await push(home, token, [mark])).results).toMatchObject([{ s: 'ok' }]);
  });

  test('is filled once, and lies in a folder of its day in Kalimantan', async () => {
    const before = await home.store.readHeads();
    await fillDemonstration(home.home);
    expect(await home.store.readHeads()).toEqual(before);
    expect(demoFolder('/data', today)).toBe('/data/demo/2026-11-23');
    expect(demoCodes.map(({ code }) => code)).toEqual([
      'DEMO-FASILITATOR',
      'DEMO-PENGELOLA',
      'DEMO-KOORDINATOR',
    ]);
  });
});
