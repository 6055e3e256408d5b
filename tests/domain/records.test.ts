import { describe, expect, test } from 'vitest';
import { canWrite, actsEverywhere } from '../../src/domain/access.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { isValidValue } from '../../src/domain/records/is-valid-value.ts';
import { kindNamed } from '../../src/domain/records/kinds.ts';
import { roles } from '../../src/domain/records/member.ts';
import { schemas } from '../../src/domain/records/schemas.ts';
import { readStream } from '../../src/domain/stream.ts';

type Row = [kind: string, field: string, taken: JsonValue[], refused: JsonValue[]];

const long = 'x'.repeat(501);

/** What each field takes and refuses. `null` is taken everywhere and is left out. */
const rows: Row[] = [
  [
    'training',
    'name',
    ['Bimtek SPP-TIK'],
    ['', 'x'.repeat(201), 7, true, 'baris\nkedua', '\u0000'],
  ],
  ['training', 'batch', ['2021'], ['', 2021]],
  ['training', 'place', ['Hotel Luwansa, Palangka Raya'], ['', []]],
  ['training', 'startsOn', ['2021-06-28'], ['28-06-2021', '2021-02-30', 20210628]],
  ['training', 'endsOn', ['2021-07-01'], ['2021-07-01T00:00:00Z']],
  ['training', 'regency', ['62.12'], ['62', 'Murung Raya', 6212]],
  ['training', 'minimumAttendance', [0, 80, 100], [-1, 101, '80']],
  [
    'training',
    'paper',
    [{ letterhead: ['Dinas Perpustakaan'], signers: [{ role: 'Ketua panitia', name: 'Sari' }] }],
    [
      { letterhead: [] },
      { letterhead: [''], signers: [] },
      { letterhead: [], signers: [], logo: 'x' },
      'kop',
    ],
  ],
  ['training', 'deleted', [true, false], ['true', 1]],
  ['session', 'title', ['Pelibatan masyarakat'], ['', 3]],
  ['session', 'day', ['2021-06-29'], ['Selasa']],
  ['session', 'startsAt', ['08:00'], ['8:00', '08.00', '25:00']],
  ['session', 'endsAt', ['09:30'], ['']],
  ['session', 'jp', [2, 1.5], [-1, 25, '2']],
  [
    'session',
    'trainers',
    [[], ['Sari', 'Dewi']],
    [[''], 'Sari', Array.from({ length: 13 }, () => 'x')],
  ],
  ['session', 'room', ['Aula'], ['']],
  ['session', 'material', ['Enam strategi\nlayanan'], ['', 5]],
  ['session', 'notHeld', ['Listrik padam'], ['', long]],
  ['participant', 'name', ["Hj. Nor'aini, S.Pd.", 'Y', 'نور', '李'], ['', 'x'.repeat(201)]],
  [
    'participant',
    'nip',
    ['198001012005012001'],
    [198001012005012001n.toString() + 'x'.repeat(20), 1980],
  ],
  ['participant', 'gender', ['L', 'P'], ['l', 'Laki-laki', '']],
  ['participant', 'village', ['62.03.01.2001'], ['62.3.1.2001', '6203012001', 62.03]],
  ['participant', 'regency', ['62.03'], ['62', 62.03]],
  ['participant', 'phone', ['081200000000'], [81200000000]],
  [
    'participant',
    'scores',
    [{}, { pre: 40 }, { pre: 40, post: 85.5 }],
    [{ pre: 101 }, { mid: 1 }, 85],
  ],
  ['participant', 'sameAs', ['p-1'], ['', 'a b']],
  ['participant', 'firstSession', ['s-1'], ['', 'a b']],
  ['participant', 'badge', [1, 2, 9_999], [0, -1, 1.5, 10_000, '2']],
  [
    'attendance',
    'mark',
    [
      { status: 'hadir' },
      { status: 'terlambat' },
      { status: 'terlambat', minutes: 15 },
      { status: 'izin' },
      { status: 'sakit' },
      { status: 'alpa' },
    ],
    [
      'hadir',
      { status: 'present' },
      { status: 'Hadir' },
      { status: 'hadir', minutes: 15 },
      { status: 'terlambat', minutes: 0 },
      { status: 'terlambat', minutes: 2.5 },
      { status: 'terlambat', minutes: 601 },
      { minutes: 15 },
      {},
      [],
    ],
  ],
  ['attendance', 'note', ['Menunggu perahu\ndi Kuala Kurun'], ['', long, { text: 'x' }]],
  ['signature', 'unable', ['Tangan kanan digips'], ['', 'x'.repeat(201), 'dua\nbaris']],
  ['member', 'name', ['Sari'], ['']],
  ['member', 'role', [...roles], ['admin', 'Koordinator']],
  ['member', 'village', ['62.03.01.2001'], ['62.03']],
  ['member', 'until', ['2021-07-01'], ['selamanya']],
];

describe.each(rows)('%s.%s', (name, field, taken, refused) => {
  const kind = kindNamed(name);

  test('takes what it may hold, and null', () => {
    expect(kind).toBeDefined();
    for (const value of [...taken, null]) {
      expect(isValidValue(name, field, value, undefined), JSON.stringify(value)).toBe(true);
    }
  });

  test('refuses the rest', () => {
    for (const value of refused) {
      expect(isValidValue(name, field, value, undefined), JSON.stringify(value)).toBe(false);
    }
  });
});

test('every field of every kind stands in the table above', () => {
  for (const name of ['training', 'session', 'participant', 'attendance', 'member']) {
    const listed = new Set(rows.filter(([kind]) => kind === name).map(([, field]) => field));
    for (const field of Object.keys(schemas[name] ?? {})) {
      const isCovered =
        listed.has(field) || field === 'deleted' || ['position', 'institution'].includes(field);
      expect(isCovered, `${name}.${field}`).toBe(true);
    }
  }
});

test('what every object inherits is not a field', () => {
  expect(isValidValue('participant', 'toString', null, undefined)).toBe(false);
  expect(isValidValue('participant', '__proto__', null, undefined)).toBe(false);
});

test('an id fits its kind and its stream', () => {
  const stream = readStream('training:t1');
  const fits = (name: string, id: string) => stream && kindNamed(name)?.hasId(id, stream);
  expect(fits('training', 't1')).toBe(true);
  expect(fits('training', 't2')).toBe(false);
  expect(fits('attendance', 's1:p1')).toBe(true);
  expect(fits('attendance', 's1')).toBe(false);
  expect(fits('attendance', 's1:p1:x')).toBe(false);
  expect(fits('participant', 'p1')).toBe(true);
  expect(fits('participant', 'p1:p2')).toBe(false);
});

test('rights: a koordinator writes everything, a fasilitator the day, a pengelola nothing of a training', () => {
  const kinds = ['training', 'session', 'participant', 'attendance', 'member'];
  expect(kinds.filter(kind => canWrite('koordinator', kind))).toEqual(kinds);
  expect(kinds.filter(kind => canWrite('fasilitator', kind))).toEqual([
    'session',
    'participant',
    'attendance',
  ]);
  expect(kinds.filter(kind => canWrite('pengelola', kind))).toEqual([]);
  expect(roles.filter(actsEverywhere)).toEqual(['koordinator']);
});
