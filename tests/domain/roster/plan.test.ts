import { expect, test } from 'vitest';
import { createPlanner, type PersonHere } from '../../../src/domain/roster/plan-import.ts';
import type { RosterPerson } from '../../../src/domain/roster/read-rows.ts';

const bahitom = '62.12.01.2008';

const siti: PersonHere = {
  id: 'p1',
  name: 'Siti Aminah',
  nip: '198001012005012001',
  phone: '0812-3456-7890',
  gender: 'P',
  village: bahitom,
  position: 'Pengelola',
};

/** What becomes of these rows, where these people are. */
function plan(people: RosterPerson[], here: readonly PersonHere[] = [siti]) {
  const planner = createPlanner(here);
  people.forEach((person, at) => planner.add({ row: at + 2, person, notes: [] }));
  const { rows, repeated } = planner.plan();
  return { is: rows.map(row => row.is), rows, repeated };
}

test.each<[string, RosterPerson]>([
  ['NIP', { name: 'Siti A.', nip: '198001012005012001' }],
  ['telephone and a name that may be the same', { name: 'St. Aminah', phone: '081234567890' }],
  ['name and village', { name: 'SITI AMINAH, S.Pd.', village: bahitom }],
])('somebody with the same %s is brought up to date', (_, person) => {
  expect(plan([{ ...person, position: 'Kepala' }]).rows).toMatchObject([
    { is: 'update', id: 'p1', changes: { position: 'Kepala' }, was: { position: 'Pengelola' } },
  ]);
});

test('importing the same list again changes nothing, however its numbers are spaced', () => {
  const { id, ...person } = siti;
  expect(plan([{ ...person, name: 'Siti Aminah', phone: '081234567890' }]).rows).toMatchObject([
    { is: 'same', id },
  ]);
});

test('what the list does not say is left as it is', () => {
  expect(plan([{ name: 'Siti Aminah', village: bahitom }]).is).toEqual(['same']);
});

test('a telephone that a family shares makes nobody the same', () => {
  expect(plan([{ name: 'Bernadus Ngabe', phone: '081234567890', village: bahitom }]).is).toEqual([
    'new',
  ]);
});

test('nobody with one NIP is somebody with another, whatever their name', () => {
  const other = { name: 'Siti Aminah', village: bahitom, nip: '199001012015012003' };
  expect(plan([other]).is).toEqual(['new']);
});

test('who is only likely the same is asked about', () => {
  expect(plan([{ name: 'Siti Amina', village: '62.12.01.2008', gender: 'P' }]).is).toEqual([
    'update',
  ]);
  expect(plan([{ name: 'Siti Aminahh Lestari', village: bahitom }]).rows).toMatchObject([
    { is: 'ask', likely: { id: 'p1', name: 'Siti Aminah', because: 'similar-name' } },
  ]);
  expect(plan([{ name: 'Siti Aminah', village: '62.12.01.2010' }]).rows).toMatchObject([
    {
      is: 'ask',
      likely: { id: 'p1', because: 'same-name', changes: { village: '62.12.01.2010' } },
    },
  ]);
});

test('the same person twice in one list comes in once, and both rows are named', () => {
  const { is, repeated } = plan([
    { name: 'Citra Lestari', village: bahitom },
    { name: 'CITRA LESTARI', village: bahitom },
  ]);
  expect(is).toEqual(['new']);
  expect(repeated).toEqual([{ code: 'repeated', row: 3, said: 'CITRA LESTARI', taken: '2' }]);
});

test('two of one name in one village with two telephones are asked about', () => {
  const { rows } = plan([
    { name: 'Citra Lestari', village: bahitom, phone: '081111111111' },
    { name: 'Citra Lestari', village: bahitom, phone: '082222222222' },
  ]);
  expect(rows).toMatchObject([{ is: 'new' }, { is: 'ask', likely: { row: 2 } }]);
});

test('somebody who was taken off the roster does not come back unasked', () => {
  expect(
    plan([{ name: 'Siti Aminah', village: bahitom }], [{ ...siti, deleted: true }]).rows,
  ).toMatchObject([{ is: 'ask', likely: { id: 'p1', because: 'removed' } }]);
});

test('of a list of names alone, those who are there are found wherever they live', () => {
  expect(plan([{ name: 'Siti Aminah' }, { name: 'Rudi' }]).is).toEqual(['ask', 'new']);
});
