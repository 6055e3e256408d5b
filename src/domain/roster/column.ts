import { searchText } from '../search-text.ts';

/**
 * What a column of an office's list may hold. `male` and `female` are two columns with a tick in one of
 * them; `number` only counts the rows; `ignored` is not taken over.
 */
export const columns = [
  'name',
  'nip',
  'gender',
  'male',
  'female',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'phone',
  'number',
  'ignored',
] as const;

export type Column = (typeof columns)[number];

/** `place` is a village unless another column holds one. */
type Meaning = Column | 'place';

/** Read from the top: the first that fits says what a column is. Against `searchText`. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/\bnama\b.*\bnip\b/, 'name'],
  [/\b(hp|wa|whatsapp|telp|tlp|telepon|telpon|phone|handphone|ponsel|kontak)\b/, 'phone'],
  [/\b(e ?mail|ttd|tanda tangan|paraf|lahir|ttl|umur|usia|agama|pendidikan|pangkat)\b/, 'ignored'],
  [/\b(gol|golongan|rekening|rek|npwp|bank|ket|keterangan|catatan|ukuran|jurusan)\b/, 'ignored'],
  [/\b(nip|nipppk|nrp|nuptk)\b/, 'nip'],
  [/\bnik\b/, 'ignored'],
  [/^(no|nomor|nomer|nr|no urut|nomor urut|urut|num)$/, 'number'],
  [/^(l p|p l|lp|lk pr|jk|j k|l p .*|gender|sex)$|kelamin|\bjenis kel\b/, 'gender'],
  [/^(l|lk|laki|laki laki|pria)$/, 'male'],
  [/^(p|pr|perempuan|wanita)$/, 'female'],
  [/\b(jabatan|pekerjaan|posisi|position)\b/, 'position'],
  [/perpus|\b(instansi|unit kerja|lembaga|satker|satuan kerja|skpd|opd|dinas)\b/, 'institution'],
  [/\b(tempat tugas|organisasi|kantor|institution)\b/, 'institution'],
  [/\b(desa|kelurahan|kel|deskel|kampung|village)\b/, 'village'],
  [/\b(kecamatan|kec|district)\b/, 'district'],
  [/\b(kabupaten|kab|kabkota|kota|regency)\b/, 'regency'],
  [/\b(nama|name)\b/, 'name'],
  [/\b(asal|alamat|daerah|utusan)\b/, 'place'],
];

/** Longer than any heading: a sentence. */
const mostLetters = 40;

/** What a heading says of its column; undefined if it says nothing that is known. */
export function columnOf(heading: string): Meaning | undefined {
  if (heading.length > mostLetters) return undefined;
  const text = searchText(heading);
  return text === '' ? undefined : meanings.find(([fits]) => fits.test(text))?.[1];
}
