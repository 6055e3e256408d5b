import { expect, test } from 'vitest';
import { createPlaceMatcher } from '../../../src/domain/roster/match-place.ts';
import { places } from '../../support/places.ts';

const match = createPlaceMatcher(places);

test.each([
  [{ village: 'Bahitom' }, '62.12.01.2008'],
  [
    { village: 'DESA BAHITOM', district: 'Kec. Murung', regency: 'Kab. Murung Raya' },
    '62.12.01.2008',
  ],
  [{ village: 'Ds. Bahitom, Kec. Murung, Kab. Murung Raya' }, '62.12.01.2008'],
  [{ village: 'Desa Bahitom Kec. Murung Kab. Murung Raya' }, '62.12.01.2008'],
  [{ village: 'mantaren 2', regency: 'Pulpis' }, '62.11.05.2014'],
  [{ village: 'Mantaren-II' }, '62.11.05.2014'],
  [{ village: 'Kel. Pahandut', regency: 'Palangkaraya' }, '62.71.01.1001'],
  [{ village: 'Sumber Makmur', district: 'Telawang', regency: 'Kotim' }, '62.02.14.2003'],
])('%j is one village', (said, village) => {
  expect(match(said)).toEqual({ village });
});

test('what is written a little differently is understood, and said so', () => {
  expect(match({ village: 'Juking Panjang', regency: 'Murung Raya' })).toEqual({
    village: '62.12.01.2010',
    odd: { code: 'village-near', said: 'Juking Panjang', taken: 'Juking Pajang, Murung' },
  });
});

test('between two villages of one name nobody guesses', () => {
  expect(match({ village: 'Sidomulyo', regency: 'Kapuas' })).toEqual({
    regency: '62.03',
    odd: { code: 'village-ambiguous', said: 'Sidomulyo', taken: 'Mantangai, Tamban Catur' },
  });
});

test('a village that lies in another regency, and one that nobody knows, are pointed out', () => {
  expect(match({ village: 'Bahitom', regency: 'Sukamara' })).toEqual({
    regency: '62.08',
    odd: { code: 'village-elsewhere', said: 'Bahitom', taken: 'Murung Raya' },
  });
  expect(match({ village: 'Antah Berantah', regency: 'Kapuas' })).toEqual({
    regency: '62.03',
    odd: { code: 'village-unknown', said: 'Antah Berantah' },
  });
  expect(match({ regency: 'Kab. Banjar' })).toEqual({
    odd: { code: 'regency-unknown', said: 'Kab. Banjar' },
  });
});

test('a regency’s office has no village', () => {
  expect(match({ village: 'Kab. Murung Raya' })).toEqual({ regency: '62.12' });
  expect(match({ regency: 'Gumas' })).toEqual({ regency: '62.10' });
  expect(match({})).toEqual({});
});
