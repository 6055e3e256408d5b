import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { attendanceId, isIdPart } from '../../src/domain/ids.ts';
import { attendance } from '../../src/domain/records/attendance.ts';
import { isValidValue } from '../../src/domain/records/is-valid-value.ts';
import type { JsonValue, RecordKind } from '../../src/domain/records/kind.ts';
import { participant } from '../../src/domain/records/participant.ts';
import { session } from '../../src/domain/records/session.ts';
import { training } from '../../src/domain/records/training.ts';
import { openTerritory, type TerritoryFile } from '../../src/domain/territory.ts';
import { cast } from '../../src/server/demo/cast.ts';
import { attendanceOfFirstDay } from '../../src/server/demo/first-day.ts';
import { facilitatorNames, librarianNames } from '../../src/server/demo/names.ts';
import { programmeAround } from '../../src/server/demo/programme.ts';

const file = JSON.parse(await readFile('public/territory.json', 'utf8')) as TerritoryFile;
const territory = openTerritory(file);
const programme = programmeAround('2021-06-29');
const marks = attendanceOfFirstDay(programme.sessions, cast);

const fromVillages = cast.filter(({ fields }) => fields.village);
const countBy = (words: readonly string[]) =>
  Object.fromEntries(
    [...new Set(words)].map(word => [word, words.filter(each => each === word).length]),
  );

/** The fields that the kind does not know or does not allow. */
function refusedFields(kind: RecordKind, fields: object): string[] {
  return Object.entries(fields)
    .filter(([name, value]) => !isValidValue(kind.name, name, value as JsonValue, undefined))
    .map(([name]) => name);
}

test('49 people come, each with a name and an id of their own', () => {
  expect(cast).toHaveLength(49);
  expect(new Set(cast.map(({ id }) => id)).size).toBe(49);
  const names = [...cast.map(({ fields }) => fields.name), ...facilitatorNames, ...librarianNames];
  expect(new Set(names).size).toBe(49 + 24 + 24);
});

test('they come from 17 village libraries of the six regencies, two from each', () => {
  const perVillage = countBy(fromVillages.map(({ fields }) => fields.village ?? ''));
  expect(Object.keys(perVillage)).toHaveLength(17);
  expect(new Set(Object.values(perVillage))).toEqual(new Set([2]));
  expect(
    Object.keys(countBy(fromVillages.map(({ fields }) => fields.regency ?? ''))).toSorted(),
  ).toEqual(['62.02', '62.08', '62.10', '62.11', '62.12', '62.13']);
});

test('13 come from the regencies, from every one, and two from the province', () => {
  const staff = cast.filter(({ fields }) => !fields.village);
  expect(new Set(staff.map(({ fields }) => fields.regency)).size).toBe(7);
  expect(staff.filter(({ fields }) => fields.regency)).toHaveLength(13);
  expect(staff.filter(({ fields }) => !fields.regency)).toHaveLength(2);
});

test('every village exists, lies in its regency and is named as the territory names it', () => {
  for (const { fields } of fromVillages) {
    const label = territory.villageLabel(fields.village ?? '');
    expect(label?.village.kind).toBe('desa');
    expect(label?.regency.code).toBe(fields.regency);
    expect(fields.institution).toMatch(new RegExp(` Desa ${label?.village.name}$`));
  }
  for (const { fields } of cast.filter(({ fields }) => fields.regency && !fields.village)) {
    const regency = territory.regency(fields.regency ?? '');
    expect(fields.institution).toMatch(new RegExp(` Kabupaten ${regency?.name}$`));
  }
});

test('two of the villages share a name and a regency', () => {
  const libraries = fromVillages.filter(
    ({ fields }) => fields.institution === 'Perpustakaan Desa Sumber Makmur',
  );
  expect(libraries.map(({ fields }) => fields.village)).toEqual(['62.02.04.2009', '62.02.07.2006']);
});

test('numbers are well formed, different from each other, and cannot be real', () => {
  const numbers = cast.flatMap(({ fields }) => fields.nip ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter(nip => !/^19\d\d0101(19|20)\d\d01[12]000$/.test(nip))).toEqual([]);
  expect(new Set(cast.map(({ fields }) => fields.phone)).size).toBe(49);
  expect(cast.filter(({ fields }) => !/^0810{7}\d\d$/.test(fields.phone))).toEqual([]);
});

test('everything made up is what its kind of record allows', () => {
  expect(cast.flatMap(({ fields }) => refusedFields(participant, fields))).toEqual([]);
  expect(programme.sessions.flatMap(({ fields }) => refusedFields(session, fields))).toEqual([]);
  expect(refusedFields(training, programme.training)).toEqual([]);
  expect(marks.flatMap(({ mark }) => refusedFields(attendance, { mark }))).toEqual([]);
  expect([...cast, ...programme.sessions].filter(({ id }) => !isIdPart(id))).toEqual([]);
});

test('today is the second of four days, over the ends of months and years too', () => {
  expect(programme.training).toMatchObject({ startsOn: '2021-06-28', endsOn: '2021-07-01' });
  expect(programmeAround('2028-03-01').training.startsOn).toBe('2028-02-29');
  expect(programmeAround('2026-12-31').training.endsOn).toBe('2027-01-02');
});

test('eleven sessions fill the four days, each begins after the one before has ended', () => {
  const { sessions } = programme;
  expect(countBy(sessions.map(({ fields }) => fields.day))).toEqual({
    '2021-06-28': 3,
    '2021-06-29': 3,
    '2021-06-30': 3,
    '2021-07-01': 2,
  });
  const instants = sessions.flatMap(({ fields }) => [
    `${fields.day} ${fields.startsAt}`,
    `${fields.day} ${fields.endsAt}`,
  ]);
  expect(instants).toEqual([...new Set(instants)].toSorted());
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(11);
});

test('the first day is finished: everybody has one mark in each of its sessions', () => {
  const ids = marks.map(({ session, participant }) => attendanceId(session, participant));
  expect(ids).toHaveLength(3 * 49);
  expect(new Set(ids).size).toBe(3 * 49);
  expect([...new Set(marks.map(mark => mark.session))]).toEqual(
    programme.sessions
      .filter(({ fields }) => fields.day === '2021-06-28')
      .map(session => session.id),
  );
});

test('most were there, some late, a few excused or sick, one missing', () => {
  expect(countBy(marks.map(({ mark }) => mark.status))).toEqual({
    hadir: 132,
    terlambat: 7,
    sakit: 4,
    izin: 3,
    alpa: 1,
  });
});
