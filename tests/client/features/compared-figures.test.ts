import { expect, test } from 'vitest';
import { comparedFigures } from '../../../src/client/features/library/compared-figures.ts';

test('figures known of both years stand side by side, in the order of the form', () => {
  const before = { tenaga: 1, judul_cetak: 600, luas: 36, jenis: 'desa', tahun_data: 2020 };
  const after = { judul_cetak: 640, tenaga: 1, jenis: 'desa', komputer: 3, tahun_data: 2021 };
  expect(comparedFigures(before, after)).toEqual([
    { key: 'judul_cetak', unit: 'judul', before: 600, after: 640 },
    { key: 'tenaga', unit: 'orang', before: 1, after: 1 },
  ]);
});

test('men and women are one figure, and half of them is none', () => {
  expect(comparedFigures({ anggota: { l: 10, p: 12 } }, { anggota: { l: 0, p: 30 } })).toEqual([
    { key: 'anggota', unit: 'orang', before: 22, after: 30 },
  ]);
  expect(comparedFigures({ pemustaka: { l: 5 } }, { pemustaka: { l: 5, p: 6 } })).toEqual([]);
});

test('where the whole was told, it counts', () => {
  const [visitors] = comparedFigures({ pemustaka: { total: 840 } }, { pemustaka: { l: 1, p: 2 } });
  expect(visitors).toMatchObject({ before: 840, after: 3 });
});

test('what was taken back is no figure, and nothing is no zero', () => {
  expect(comparedFigures({ luas: null, rak: 3 }, { luas: 20 })).toEqual([]);
});
