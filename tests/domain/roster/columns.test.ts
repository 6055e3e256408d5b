import { expect, test } from 'vitest';
import { columnOf } from '../../../src/domain/roster/column.ts';
import { guessLayout } from '../../../src/domain/roster/guess-layout.ts';

test.each([
  ['NO', 'number'],
  ['No.', 'number'],
  ['No. Urut', 'number'],
  ['NAMA', 'name'],
  ['Nama Lengkap & Gelar', 'name'],
  ['NAMA PESERTA', 'name'],
  ['Nama / NIP', 'name'],
  ['NIP', 'nip'],
  ['NIP/NIK', 'nip'],
  ['NIPPPK', 'nip'],
  ['NIK', 'ignored'],
  ['L/P', 'gender'],
  ['Jenis Kelamin', 'gender'],
  ['JK', 'gender'],
  ['Jns. Kelamin', 'gender'],
  ['Jabatan', 'position'],
  ['JABATAN DALAM PERPUSTAKAAN', 'position'],
  ['Instansi', 'institution'],
  ['Unit Kerja', 'institution'],
  ['Asal Instansi/OPD', 'institution'],
  ['Nama Perpustakaan Desa', 'institution'],
  ['Desa/Kelurahan', 'village'],
  ['Nama Desa', 'village'],
  ['Desa / Kel.', 'village'],
  ['Kecamatan', 'district'],
  ['Kec.', 'district'],
  ['Kab/Kota', 'regency'],
  ['KABUPATEN', 'regency'],
  ['Asal Kab./Kota', 'regency'],
  ['No. HP/WA', 'phone'],
  ['Nomor Telepon', 'phone'],
  ['Kontak', 'phone'],
  ['Alamat', 'place'],
  ['Asal', 'place'],
  ['Keterangan', 'ignored'],
  ['Tempat/Tgl. Lahir', 'ignored'],
  ['Tanda Tangan', 'ignored'],
  ['Pangkat/Gol.', 'ignored'],
  ['Alamat e-mail', 'ignored'],
  ['Hari pertama', undefined],
  ['', undefined],
])('the heading %j means %s', (heading, meaning) => {
  expect(columnOf(heading)).toBe(meaning);
});

test('a title that names participants and villages is no row of headings', () => {
  const { header, columns } = guessLayout([
    ['DAFTAR NAMA PESERTA BIMTEK'],
    ['DESA DAN KELURAHAN'],
    [],
    ['No', 'Nama', 'Desa'],
    [1, 'Siti Aminah', 'Bahitom'],
  ]);
  expect({ header, columns }).toEqual({ header: 3, columns: ['number', 'name', 'village'] });
});

test('an address is the village unless a column of its own is', () => {
  expect(guessLayout([['Nama', 'Alamat']]).columns).toEqual(['name', 'village']);
  expect(guessLayout([['Nama', 'Alamat', 'Desa']]).columns).toEqual(['name', 'ignored', 'village']);
});

test('of two columns with the same heading the first is taken', () => {
  expect(guessLayout([['Nama', 'No. HP', 'No. WA']]).columns).toEqual(['name', 'phone', 'ignored']);
});

test('without headings, what cannot be mistaken is guessed from what stands there', () => {
  const { header, columns } = guessLayout([
    [1, 'Siti Aminah, S.Pd.', '198001012005012001', 'P', '0812 3456 7890'],
    [2, 'Bernadus Ngabe', '198502022010011012', 'L', '+62 813 4567 8901'],
    [3, "Ja'far", '', 'L', 85211112222],
  ]);
  expect({ header, columns }).toEqual({
    header: -1,
    columns: ['number', 'name', 'nip', 'gender', 'phone'],
  });
});
