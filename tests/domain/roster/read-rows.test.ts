import { expect, test } from 'vitest';
import type { Rows } from '../../../src/domain/roster/cell.ts';
import { fillMerged } from '../../../src/domain/roster/fill-merged.ts';
import { guessLayout } from '../../../src/domain/roster/guess-layout.ts';
import { createPlaceMatcher } from '../../../src/domain/roster/match-place.ts';
import { createRowReader } from '../../../src/domain/roster/read-rows.ts';
import { places } from '../../support/places.ts';

const match = createPlaceMatcher(places);

/** What each row comes to: who, why not, or nothing. */
function read(rows: Rows) {
  const readRow = createRowReader(rows, guessLayout(rows), match);
  return rows.map((_, at) => {
    const row = readRow(at);
    if (!row) return undefined;
    return 'leftOut' in row ? row.leftOut.code : row.person;
  });
}

const head = ['No', 'Nama', 'Jabatan', 'Desa', 'No. HP'];

test('headings that come again on every page, and empty lines, are nobody', () => {
  expect(
    read([head, [1, 'Siti Aminah', 'Kaur', '', ''], [], ['No', 'Nama Lengkap'], head]).map(Boolean),
  ).toEqual([false, true, false, false, false]);
});

test('a line with a number and nothing else is a place that was left free', () => {
  expect(read([head, [46, '', '', '', '']])).toEqual([undefined, undefined]);
});

test('somebody without a name is named by what else is said', () => {
  expect(read([head, [1, '', 'Kaur', 'Bahitom', '']])[1]).toBe('no-name');
});

test('a sum and a signature are no participants; a list of names alone is one', () => {
  expect(read([head, ['', 'Jumlah 49 orang', '', '', ''], ['', 'Drs. Rudi', '', '', '']])).toEqual([
    undefined,
    'not-a-person',
    'not-a-person',
  ]);
  expect(read([['Nama'], ['Drs. Rudi']])[1]).toEqual({ name: 'Drs. Rudi' });
});

test('a line for a district holds for the people below it, until the next', () => {
  const people = read([
    ['No', 'Nama', 'Desa'],
    ['A.', 'KABUPATEN KOTAWARINGIN TIMUR', ''],
    ['', 'Kecamatan Telawang', ''],
    [1, 'Siti Aminah', 'Sumber Makmur'],
    ['', 'Kecamatan Parenggean', ''],
    [2, 'Rudi Hartono', 'Sumber Makmur'],
  ]);
  expect([people[3], people[5]]).toEqual([
    { name: 'Siti Aminah', village: '62.02.14.2003' },
    { name: 'Rudi Hartono', village: '62.02.04.2009' },
  ]);
});

test('the village in an institution’s name is taken only if it can be no other', () => {
  const rows = [
    ['Nama', 'Nama Perpustakaan'],
    ['Siti Aminah', 'Perpustakaan Desa Bahitom'],
    ['Rudi Hartono', 'Perpustakaan Desa Sumber Makmur'],
  ];
  expect(read(rows).slice(1)).toEqual([
    { name: 'Siti Aminah', institution: 'Perpustakaan Desa Bahitom', village: '62.12.01.2008' },
    { name: 'Rudi Hartono', institution: 'Perpustakaan Desa Sumber Makmur' },
  ]);
});

test('a joined cell says the same in each of its rows, and a title stays one cell', () => {
  const filled = fillMerged(
    [
      ['Daftar', '', ''],
      ['Murung Raya', 'Siti'],
      ['', 'Rudi'],
    ],
    [
      { startRow: 0, endRow: 0, startCol: 0, endCol: 2 },
      { startRow: 1, endRow: 2, startCol: 0, endCol: 0 },
    ],
  );
  expect(filled).toEqual([
    ['Daftar', '', ''],
    ['Murung Raya', 'Siti'],
    ['Murung Raya', 'Rudi'],
  ]);
});
