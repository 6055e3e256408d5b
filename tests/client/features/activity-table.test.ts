import { expect, test } from 'vitest';
import {
  separatedFile,
  separatedLines,
} from '../../../src/client/features/activity/separated-values.ts';

test.each([
  ['Hadir', 'Hadir'],
  ['', ''],
  ['2021-06-30 08:30', '2021-06-30 08:30'],
  ['Ketik; lalu kirim', '"Ketik; lalu kirim"'],
  ['Kata "literasi"', '"Kata ""literasi"""'],
  ['baris satu\nbaris dua', '"baris satu\nbaris dua"'],
  ['baris satu\r\nbaris dua', '"baris satu\r\nbaris dua"'],
  ['1,5 jam', '1,5 jam'],
  ['Ma’rifah Ä 😀', 'Ma’rifah Ä 😀'],
  // What a spreadsheet would take for a formula stays a text.
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
  ['+62 812', "'+62 812"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['a=1', 'a=1'],
  [' =1', ' =1'],
])('the cell %j is written %j', (text, written) => {
  expect(separatedLines([[text]])).toBe(`${written}\r\n`);
});

test('cells stand between semicolons, and a line ends as spreadsheets end it', () => {
  expect(
    separatedLines([
      ['Siapa', 'Isi'],
      ['Rina', '=x;y'],
    ]),
  ).toBe('Siapa;Isi\r\nRina;"\'=x;y"\r\n');
  expect(separatedLines([])).toBe('');
});

test('the file begins with the mark by which spreadsheets know its letters', async () => {
  const file = separatedFile(['a;b\r\n', 'ç;d\r\n']);
  expect(file.type).toContain('text/csv');
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\ufeffa;b\r\nç;d\r\n');
});
