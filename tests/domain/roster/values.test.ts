import { expect, test } from 'vitest';
import { readGender } from '../../../src/domain/roster/read-gender.ts';
import { readName, readNip, readPhone } from '../../../src/domain/roster/read-values.ts';

test.each([
  ['19800101 200501 2 001', { value: '198001012005012001' }],
  ["'198001012005012001", { value: '198001012005012001' }],
  ['NIP. 198001012005012001', { value: '198001012005012001' }],
  ['130345678', { value: '130345678' }],
  [198001012005012, { value: '198001012005012', odd: 'nip-odd' }],
  [Number('198001012005012001'), { odd: 'nip-rounded' }],
  ['198001012005012000', { odd: 'nip-rounded' }],
  ['1,98001E+17', { odd: 'nip-rounded' }],
  ['6201010101800001', { odd: 'nik-not-kept' }],
  ['-', {}],
  ['Non ASN', {}],
  [undefined, {}],
])('the NIP %j is read as %j', (cell, read) => {
  expect(readNip(cell)).toEqual(read);
});

test.each([
  [81234567890, '081234567890'],
  ['81234567890', '081234567890'],
  ['+62 812-3456-7890', '081234567890'],
  [6281234567890, '081234567890'],
  ['62081234567890', '081234567890'],
  ['0812 3456 7890 / 0813 1111 2222', '081234567890'],
  ['(0536) 3221234', '05363221234'],
  ['-', undefined],
  ['tidak ada', undefined],
])('the telephone number %j is dialled %j', (cell, value) => {
  expect(readPhone(cell)).toEqual(value === undefined ? {} : { value });
});

test.each(['8,12E+10', '123', '08123456789012345'])('%j is no telephone number', cell => {
  expect(readPhone(cell)).toEqual({ odd: 'phone-odd' });
});

test.each([
  ['1. Siti Aminah', { value: 'Siti Aminah' }],
  ['- Siti Aminah', { value: 'Siti Aminah' }],
  ['  Siti \u00a0 Aminah,\tS.Pd. ', { value: 'Siti Aminah, S.Pd.' }],
  ['Siti Aminah\nNIP. 19800101 200501 2 001', { value: 'Siti Aminah', nip: '198001012005012001' }],
  ['Siti 2', { value: 'Siti 2', odd: 'name-odd' }],
  ['12', {}],
  ['…', {}],
])('the name %j is read as %j', (cell, read) => {
  expect(readName(cell)).toEqual(read);
});

test('a line longer than a record keeps is cut, and said so', () => {
  const { value, odd } = readName(`Siti ${'Aminah '.repeat(60)}`);
  expect([(value ?? '').length <= 200, odd]).toEqual([true, 'too-long']);
});

test.each([
  ['L', 'L'],
  ['Lk.', 'L'],
  ['laki - laki', 'L'],
  ['PRIA', 'L'],
  ['P', 'P'],
  ['Pr', 'P'],
  ['Perempuan', 'P'],
  ['wanita', 'P'],
  ['constructor', undefined],
  ['?', undefined],
])('%j is the gender %s', (said, gender) => {
  expect(readGender(said)).toBe(gender);
});
