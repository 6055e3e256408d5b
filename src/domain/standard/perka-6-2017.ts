/** How an answer is held against the standard. */
export type Criterion =
  | { by: 'at-least'; key: string; threshold: number }
  /** One figure as a share of another. */
  | { by: 'share-at-least'; key: string; of: string; threshold: number }
  /** All of these are named. */
  | { by: 'has-all'; key: string; options: readonly string[] }
  /** One of these was chosen. */
  | { by: 'one-of'; key: string; options: readonly string[] };

export interface Indicator {
  id: string;
  /** All of these must hold. */
  criteria: readonly Criterion[];
  /** Where the threshold was read. */
  source: string;
}

const bantul = 'https://perpusda.bantulkab.go.id/pd/1525';
const villageLibraries =
  'https://perpustakaandesa.id/2020/01/standar-nasional-perpustakaan-desa-yang-harus-dipenuhi-dan-dijalankan.html';
const criteriaPage =
  'https://penerbitbukudeepublish.com/kriteria-perpustakaan-desa-berstandar-nasional/';

/**
 * The national standard for village libraries, as far as its thresholds could be sourced. The regulation's own
 * text was not at hand: whoever has it, corrects the figures here and nowhere else. What has no sourced
 * threshold (computers, internet) is not in here and is not graded.
 */
export const nationalStandard = {
  regulation: 'Peraturan Kepala Perpustakaan Nasional RI Nomor 6 Tahun 2017',
  indicators: [
    {
      id: 'judul_min',
      criteria: [{ by: 'at-least', key: 'judul_cetak', threshold: 1000 }],
      source: bantul,
    },
    {
      id: 'mutakhir_min',
      criteria: [{ by: 'share-at-least', key: 'judul_5th', of: 'judul_cetak', threshold: 0.1 }],
      source: villageLibraries,
    },
    {
      id: 'jenis_koleksi',
      criteria: [
        {
          by: 'has-all',
          key: 'jenis_koleksi',
          options: ['anak', 'remaja', 'dewasa', 'referensi', 'surat-kabar', 'majalah'],
        },
      ],
      source: bantul,
    },
    {
      id: 'referensi',
      criteria: [{ by: 'has-all', key: 'referensi', options: ['ensiklopedia', 'kamus'] }],
      source: criteriaPage,
    },
    {
      id: 'pengolahan',
      criteria: [
        {
          by: 'has-all',
          key: 'pengolahan',
          options: ['buku-induk', 'deskripsi-bibliografis', 'klasifikasi'],
        },
      ],
      source: criteriaPage,
    },
    {
      id: 'luas_min',
      criteria: [{ by: 'at-least', key: 'luas', threshold: 56 }],
      source: bantul,
    },
    {
      id: 'permanen',
      criteria: [{ by: 'one-of', key: 'permanen', options: ['permanen'] }],
      source: bantul,
    },
    {
      id: 'lahan',
      criteria: [{ by: 'one-of', key: 'status_lahan', options: ['milik-desa'] }],
      source: bantul,
    },
    {
      id: 'jam_buka',
      criteria: [{ by: 'at-least', key: 'jam_buka', threshold: 6 }],
      source: bantul,
    },
    {
      id: 'layanan',
      criteria: [
        {
          by: 'has-all',
          key: 'layanan',
          options: ['baca-di-tempat', 'sirkulasi', 'referensi', 'penelusuran-informasi'],
        },
      ],
      source: bantul,
    },
    {
      id: 'tenaga_min',
      criteria: [{ by: 'at-least', key: 'tenaga', threshold: 2 }],
      source: bantul,
    },
    {
      id: 'kepala',
      criteria: [
        {
          by: 'one-of',
          key: 'kepala_pendidikan',
          options: ['slta', 'd1-d3', 's1-d4', 's2-ke-atas'],
        },
        { by: 'one-of', key: 'kepala_diklat', options: ['ya'] },
      ],
      source: bantul,
    },
  ],
} as const satisfies { regulation: string; indicators: readonly Indicator[] };
