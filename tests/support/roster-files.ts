import { writeXlsx } from 'hucre/xlsx';

/**
 * Lists of people as offices send them. The habits are real (letterheads, joined cells, numbered columns,
 * figures that lost their zeros); the people are made up, the villages are Kalimantan Tengah's.
 */
type Row = (string | number | Date | null)[];

interface Joined {
  startRow: number;
  endRow: number;
  startCol: number;
  endCol: number;
}

export async function workbook(
  rows: Row[],
  merges: Joined[] = [],
  more: { encryption?: { password: string; spinCount: number }; vbaProject?: Uint8Array } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({ sheets: [{ name: 'Peserta', rows, merges }], ...more });
  return new Uint8Array(bytes);
}

const across = (row: number, from: number, to: number): Joined => ({
  startRow: row,
  endRow: row,
  startCol: from,
  endCol: to,
});

/** A province's list: letterhead over joined cells, columns numbered, a place for the signature. */
export const provinceRows: Row[] = [
  ['PEMERINTAH PROVINSI KALIMANTAN TENGAH'],
  ['DINAS PERPUSTAKAAN DAN ARSIP'],
  [],
  ['DAFTAR PESERTA BIMTEK SPP-TIK DESA/KELURAHAN'],
  ['Palangka Raya, 29 Juni – 2 Juli 2021'],
  [],
  ['NO', 'NAMA LENGKAP', 'NIP', 'L/P', 'JABATAN', 'DESA', 'KECAMATAN', 'KAB/KOTA', 'NO. HP/WA'],
  [1, 2, 3, 4, 5, 6, 7, 8, 9],
  [
    1,
    'Siti Aminah, S.Pd.',
    '19800101 200501 2 001',
    'P',
    'Pengelola',
    'Bahitom',
    'Murung',
    'Murung Raya',
    81234567890,
  ],
  [2, 'Bernadus Ngabe', '-', 'L', 'Kaur', 'Mantaren II', '', 'Pulpis', '+62 813-4567-8901'],
  [
    3,
    'Yohanes Dohong',
    // As a spreadsheet keeps it: a figure, whose last digits are lost.
    Number('198502022010011012'),
    'Laki-laki',
    'Pustakawan',
    '',
    '',
    'Kab. Sukamara',
    '0852 1111 2222',
  ],
  [4, '', '', '', '', '', '', '', ''],
  [],
  ['', '', '', '', '', '', '', 'Kepala Dinas,', ''],
  ['', 'Drs. Rudi Hartono', '', '', '', '', '', '', ''],
];

const people = [
  ['Siti Aminah, S.Pd.', 'Bahitom', 'Murung', 'Murung Raya', '081234567890'],
  ['Bernadus Ngabe', 'Mantaren II', 'Kahayan Hilir', 'Pulang Pisau', '081345678901'],
  ['Citra Lestari', 'Jaar', 'Dusun Timur', 'Barito Timur', '085211112222'],
] as const;

const separated = (separator: string, newline = '\r\n') =>
  [
    ['Nama', 'Desa', 'Kecamatan', 'Kabupaten', 'No. HP'],
    ...people.map(row => row.map(cell => (cell.includes(separator) ? `"${cell}"` : cell))),
  ]
    .map(row => row.join(separator))
    .join(newline);

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(`\ufeff${text}`, letter => letter.charCodeAt(0)).buffer);
}

/** Each kind of file with who is in it. All hold the people with these names, in order. */
export const rosterFiles: Record<string, () => Promise<{ bytes: Blob; names: string[] }>> = {
  'a province’s workbook with a letterhead, joined cells and numbered columns': async () => ({
    bytes: new Blob([
      await workbook(provinceRows, [across(0, 0, 8), across(1, 0, 8), across(3, 0, 8)]),
    ]),
    names: ['Siti Aminah, S.Pd.', 'Bernadus Ngabe', 'Yohanes Dohong'],
  }),
  'headings in two rows, the address over three columns': async () => ({
    bytes: new Blob([
      await workbook(
        [
          ['No.', 'Nama', 'Alamat', null, null, 'Jenis Kelamin', null, 'Ket.'],
          [null, null, 'Desa', 'Kec.', 'Kab.', 'L', 'P', null],
          [1, 'Siti Aminah', 'Desa Bahitom', 'Kec. Murung', 'Kab. Murung Raya', '', 'v', 'baru'],
          [2, 'Bernadus Ngabe', 'Mantaren 2', 'Kahayan Hilir', 'Pulang Pisau', '√', '', ''],
        ],
        [
          { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
          { startRow: 0, endRow: 1, startCol: 1, endCol: 1 },
          across(0, 2, 4),
          across(0, 5, 6),
        ],
      ),
    ]),
    names: ['Siti Aminah', 'Bernadus Ngabe'],
  }),
  'a kabupaten that stands once beside several people': async () => ({
    bytes: new Blob([
      await workbook(
        [
          ['KABUPATEN', 'NAMA PESERTA', 'NAMA PERPUSTAKAAN'],
          ['Murung Raya', 'Siti Aminah', 'Perpustakaan Desa Bahitom'],
          [null, 'Bernadus Ngabe', 'Perpustakaan Desa Juking Pajang'],
          ['Barito Timur', 'Citra Lestari', 'Perpustakaan Desa Jaar'],
        ],
        [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
      ),
    ]),
    names: ['Siti Aminah', 'Bernadus Ngabe', 'Citra Lestari'],
  }),
  'people under a line for each kabupaten': async () => ({
    bytes: new Blob([
      await workbook([
        ['No', 'Nama dan Gelar', 'Asal Desa'],
        ['I', 'KABUPATEN MURUNG RAYA', ''],
        [1, 'Siti Aminah', 'Bahitom'],
        ['II', 'KABUPATEN KOTAWARINGIN TIMUR', ''],
        [1, 'Bernadus Ngabe', 'Samuda Kota'],
      ]),
    ]),
    names: ['Siti Aminah', 'Bernadus Ngabe'],
  }),
  'name and NIP in one cell': async () => ({
    bytes: new Blob([
      await workbook([
        ['NO', 'NAMA/NIP', 'UNIT KERJA'],
        [1, 'Siti Aminah, S.Pd.\nNIP. 19800101 200501 2 001', 'Dispusip Murung Raya'],
        [2, 'Bernadus Ngabe', 'Dispusip Murung Raya'],
      ]),
    ]),
    names: ['Siti Aminah, S.Pd.', 'Bernadus Ngabe'],
  }),
  'a workbook with macros': async () => ({
    bytes: new Blob([
      await workbook([['Nama'], ['Siti Aminah'], ['Citra Lestari']], [], {
        vbaProject: new TextEncoder().encode('Sub Auto_Open'),
      }),
    ]),
    names: ['Siti Aminah', 'Citra Lestari'],
  }),
  'commas, as from the web': () =>
    Promise.resolve({
      bytes: new Blob([separated(',', '\n')]),
      names: people.map(([name]) => name),
    }),
  'semicolons, as Indonesian Excel writes them, with a mark at the beginning': () =>
    Promise.resolve({
      bytes: new Blob([`\ufeffsep=;\r\n${separated(';')}`]),
      names: people.map(([name]) => name),
    }),
  'tabs, in the letters of Windows': () =>
    Promise.resolve({
      bytes: new Blob([latin1(separated('\t').replace('Citra', 'André'))]),
      names: ['Siti Aminah, S.Pd.', 'Bernadus Ngabe', 'André Lestari'],
    }),
  'Unicode text, as Excel also calls it': () =>
    Promise.resolve({
      bytes: new Blob([utf16(separated('\t'))]),
      names: people.map(([name]) => name),
    }),
  'a workbook that calls itself .csv, with dates and formulas': async () => ({
    bytes: new File(
      [
        new Uint8Array(
          await writeXlsx({
            sheets: [
              {
                name: 'A',
                rows: [
                  ['Nama', 'Tgl. Lahir', 'Instansi'],
                  [null, new Date(Date.UTC(1980, 0, 2)), 'Perpustakaan Desa Bahitom'],
                  ['Citra Lestari', '02-01-1980', 'Perpustakaan Desa Jaar'],
                ],
                cells: new Map([
                  [
                    '1,0',
                    { formula: 'CONCATENATE("Siti"," Aminah")', formulaResult: 'Siti Aminah' },
                  ],
                ]),
              },
            ],
          }),
        ),
      ],
      'peserta.csv',
    ),
    names: ['Siti Aminah', 'Citra Lestari'],
  }),
  'names pasted without any headings': () =>
    Promise.resolve({
      bytes: new Blob(['Siti Aminah\r\nBernadus Ngabe\r\nCitra Lestari\r\n']),
      names: ['Siti Aminah', 'Bernadus Ngabe', 'Citra Lestari'],
    }),
};
