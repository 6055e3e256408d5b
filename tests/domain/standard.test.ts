import { describe, expect, test } from 'vitest';
import { fieldNamed } from '../../src/domain/forms/field-named.ts';
import type { Answers } from '../../src/domain/forms/field.ts';
import { judgeLibrary } from '../../src/domain/standard/judge-library.ts';
import { nationalStandard } from '../../src/domain/standard/perka-6-2017.ts';

const stateOf = (id: string, answers: Answers) =>
  judgeLibrary(answers).find(one => one.id === id)?.state;

test('an empty profile falls short of nothing', () => {
  const standing = judgeLibrary({});
  expect(standing).toHaveLength(12);
  expect(new Set(standing.map(({ state }) => state))).toEqual(new Set(['no-data']));
});

test('every indicator rests on a field that is asked, and names its source', () => {
  for (const { criteria, source } of nationalStandard.indicators) {
    for (const { key } of criteria) expect(fieldNamed(key)?.key).toBe(key);
    expect(source).toMatch(/^https:/);
  }
  const graded = nationalStandard.indicators.flatMap(({ criteria }) =>
    criteria.map(({ key }) => key),
  );
  for (const ungraded of ['komputer', 'internet']) expect(graded).not.toContain(ungraded);
});

describe('each threshold, at its edge', () => {
  test.each<[string, Answers, string]>([
    ['judul_min', { judul_cetak: 1000 }, 'meets'],
    ['judul_min', { judul_cetak: 999 }, 'short'],
    ['judul_min', { judul_cetak: 0 }, 'short'],
    ['mutakhir_min', { judul_cetak: 1000, judul_5th: 100 }, 'meets'],
    ['mutakhir_min', { judul_cetak: 1000, judul_5th: 99 }, 'short'],
    ['mutakhir_min', { judul_cetak: 0, judul_5th: 0 }, 'no-data'],
    ['luas_min', { luas: 56 }, 'meets'],
    ['luas_min', { luas: 55.9 }, 'short'],
    ['jam_buka', { jam_buka: 6 }, 'meets'],
    ['tenaga_min', { tenaga: 1 }, 'short'],
    ['permanen', { permanen: 'semi-permanen' }, 'short'],
    ['lahan', { status_lahan: 'tidak-tahu' }, 'no-data'],
    ['lahan', { status_lahan: 'milik-desa' }, 'meets'],
    ['referensi', { referensi: ['kamus'] }, 'short'],
    ['referensi', { referensi: ['ensiklopedia', 'kamus'] }, 'meets'],
    ['kepala', { kepala_pendidikan: 'slta' }, 'no-data'],
    ['kepala', { kepala_pendidikan: 'slta', kepala_diklat: 'ya' }, 'meets'],
    ['kepala', { kepala_pendidikan: 'smp' }, 'short'],
    ['kepala', { kepala_pendidikan: 's1-d4', kepala_diklat: 'belum' }, 'short'],
  ])('%s with %j', (id, answers, expected) => {
    expect(stateOf(id, answers)).toBe(expected);
  });
});

test('what is missing is named', () => {
  const [services] = judgeLibrary({ layanan: ['baca-di-tempat', 'anak'] }).filter(
    ({ id }) => id === 'layanan',
  );
  expect(services?.missing).toEqual(['sirkulasi', 'referensi', 'penelusuran-informasi']);
});
