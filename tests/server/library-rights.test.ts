import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/records/member.ts';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

const hour = 3_600_000;
const day = 24 * hour;
const stream = 'region:62.11';
const [buntoi, mantaren] = ['62.11.05.2001', '62.11.05.2014'];

let home: TestHome;
let koordinator: EnrolResponse;
let trainer: EnrolResponse;
let wati: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ koordinator } = await openTraining(home));
  trainer = await home.letIn('fasilitator', { name: 'Arif', stream }, 'tablet-f');
  wati = await home.letIn('pengelola', { name: 'Wati', stream, village: buntoi }, 'phone-w');
  home.now += 10 * day;
});
afterEach(() => home.close());

const deviceOf = ({ person }: EnrolResponse) =>
  ({ koordinator: 'laptop-k', fasilitator: 'tablet-f', pengelola: 'phone-w' })[person.role];

const profile = (who: EnrolResponse, village: string, changes: Partial<Operation> = {}) =>
  operation({
    by: who.person.id,
    dev: deviceOf(who),
    wall: home.now,
    stream,
    t: 'library',
    r: village,
    f: { nama_perpustakaan: 'Perpustakaan Desa' },
    ...changes,
  });

const verdicts = async (who: EnrolResponse, ops: unknown[]) =>
  (await push(home, who.token, ops, report(home, deviceOf(who)))).results.map(result =>
    'code' in result ? result.code : result.s,
  );

const setMember = (person: string, fields: Member) =>
  push(
    home,
    koordinator.token,
    [profile(koordinator, '', { t: 'member', r: person, f: { ...fields } })],
    report(home, 'laptop-k'),
  );

test('6.14 a librarian is told the names of those who wrote in her profile, and of nobody else', async () => {
  await verdicts(trainer, [profile(trainer, buntoi)]);
  await verdicts(trainer, [profile(trainer, mantaren)]);
  const told = await pull(home, wati.token, {});
  expect(told.end.names).toEqual({ [trainer.person.id]: 'Arif' });
  const kinds = told.pages.flatMap(({ records }) => records.map(({ t }) => t));
  expect(kinds).not.toContain('member');
  // Whoever reads the whole stream has its members.
  expect((await pull(home, trainer.token, {})).end.names).toBeUndefined();
});

const ofEveryKind = (who: EnrolResponse, village: string) => [
  profile(who, village),
  profile(who, village, { t: 'libraryYear', r: `${village}:2020`, f: { judul_cetak: 700 } }),
  profile(who, village, { t: 'advocacy', r: `${village}:a1`, f: { mitra: 'Pemerintah Desa' } }),
  profile(who, village, { t: 'followUp', r: `${village}:f1`, f: { mulai: '2030-01-01' } }),
  profile(who, village, { t: 'libraryReview', r: `${village}:tik`, f: { reviewed: true } }),
];

describe('4.16 the right to write a library', () => {
  test('is a pengelola’s in her own village, but not to look herself over', async () => {
    expect(await verdicts(wati, ofEveryKind(wati, buntoi))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'forbidden',
    ]);
  });

  test('is not hers in another village, where her work waits for a coordinator to see it', async () => {
    const lines = ofEveryKind(wati, mantaren);
    expect(await verdicts(wati, lines)).toEqual(lines.map(() => 'forbidden'));
    const [line] = lines;
    const accept = profile(koordinator, '', {
      t: 'decision',
      r: line?.id ?? '',
      f: { outcome: 'accept' },
    });
    expect(await verdicts(koordinator, [accept])).toEqual(['ok']);
    const { pages } = await pull(home, koordinator.token);
    const records = pages.find(({ scope }) => scope === stream)?.records ?? [];
    expect(records.filter(({ t }) => t === 'library')).toMatchObject([
      { r: mantaren, f: { nama_perpustakaan: { h: [{ by: wati.person.id }] } } },
    ]);
  });

  test('is judged village by village within one push', async () => {
    const lines = [buntoi, mantaren, buntoi].map(village => profile(wati, village));
    expect(await verdicts(wati, lines)).toEqual(['ok', 'forbidden', 'ok']);
  });

  test('is a trainer’s in every village of the region', async () => {
    const lines = [...ofEveryKind(trainer, buntoi), ...ofEveryKind(trainer, mantaren)];
    expect(await verdicts(trainer, lines)).toEqual(lines.map(() => 'ok'));
    const elsewhere = profile(trainer, '62.12.01.2010', { stream: 'region:62.12' });
    expect(await verdicts(trainer, [elsewhere])).toEqual(['forbidden']);
  });

  test('moves with the village that is said of her, a day before and after', async () => {
    await setMember(wati.person.id, { village: mantaren });
    const movedAt = home.now;
    home.now += 3 * day;
    expect(
      await verdicts(wati, [
        profile(wati, buntoi, { wall: movedAt + day - 1 }),
        profile(wati, buntoi, { wall: movedAt + day + 1 }),
        profile(wati, mantaren, { wall: movedAt - day + 1 }),
        profile(wati, mantaren, { wall: movedAt - day - 1 }),
      ]),
    ).toEqual(['ok', 'forbidden', 'ok', 'forbidden']);
  });

  test('4.8 comes to what waits when the right village is told later', async () => {
    const line = profile(wati, mantaren);
    expect(await verdicts(wati, [line])).toEqual(['forbidden']);
    await setMember(wati.person.id, { village: mantaren });
    expect(await verdicts(wati, [line])).toEqual(['dup']);
  });

  test('reaches nothing where no village is said', async () => {
    await setMember(wati.person.id, { village: null as never });
    home.now += 3 * day;
    expect(await verdicts(wati, [profile(wati, buntoi)])).toEqual(['forbidden']);
  });
});

describe('4.17 what may not lie in the future', () => {
  const filledOn = (date: string) =>
    profile(trainer, buntoi, { f: { tanggal_isi: date, tahun_data: Number(date.slice(0, 4)) } });

  test('is held against home’s day in Kalimantan, and one more', async () => {
    home.now = Date.parse('2021-12-30T23:59:00+07:00');
    expect(
      await verdicts(trainer, [
        filledOn('2021-12-30'),
        filledOn('2021-12-31'),
        filledOn('2022-01-01'),
        profile(trainer, buntoi, { f: { tahun_berdiri: 2022 } }),
        profile(trainer, buntoi, { t: 'advocacy', r: `${buntoi}:a`, f: { tanggal: '2022-01-01' } }),
      ]),
    ).toEqual(['ok', 'ok', 'invalid-value', 'invalid-value', 'invalid-value']);
  });

  test('is kept apart, in full, from a device whose clock is years ahead', async () => {
    const line = profile(trainer, buntoi, {
      wall: home.now + 4 * 365 * day,
      f: { tanggal_isi: '2025-07-08' },
    });
    expect(await verdicts(trainer, [line])).toEqual(['invalid-value']);
    const [kept] = await home.store.findOperationsOf([{ stream, kind: 'library', record: buntoi }]);
    expect(JSON.parse(kept?.body ?? '')).toEqual(line);
    // The day comes; what was said of the line stays said.
    home.now += 5 * 365 * day;
    expect(await verdicts(trainer, [line])).toEqual(['invalid-value']);
  });
});
