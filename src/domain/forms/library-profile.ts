import type {
  ChoiceField,
  CountsField,
  Field,
  Form,
  ManyField,
  NumberField,
  Unit,
} from './field.ts';
import type { Rule } from './rule.ts';

/** The profile's nine sections. */
export type LibrarySection =
  | 'identitas'
  | 'koleksi'
  | 'gedung'
  | 'tik'
  | 'layanan'
  | 'tenaga'
  | 'pengelolaan'
  | 'dampak'
  | 'bukti';

/** Most rupiah that a village library is believed to spend in a year. */
const mostRupiah = 10_000_000_000;

type Extra = Partial<Pick<NumberField, 'isRequired' | 'decimals' | 'likelyLeast' | 'likelyMost'>>;

const figure = (key: string, unit: Unit, most: number, extra: Extra = {}): NumberField => ({
  type: 'number',
  key,
  unit,
  decimals: 0,
  least: 0,
  most,
  ...extra,
});

const people = (
  key: string,
  parts: CountsField['parts'],
  extra: Pick<CountsField, 'isRequired'> = {},
): CountsField => ({
  type: 'counts',
  key,
  parts,
  unit: 'orang',
  least: 0,
  most: 1_000_000,
  ...extra,
});

const choice = (key: string, options: string[], isRequired?: true): ChoiceField => ({
  type: 'choice',
  key,
  options,
  ...(isRequired && { isRequired }),
});

const many = (
  key: string,
  options: string[],
  extra: Pick<ManyField, 'alone' | 'isRequired'> = {},
): ManyField => ({ type: 'many', key, options, ...extra });

const text = (
  key: string,
  most: number,
  extra: Partial<Pick<Extract<Field, { type: 'text' }>, 'format' | 'least' | 'isRequired'>> = {},
): Field => ({ type: 'text', key, format: 'line', most, ...extra });

const required = { isRequired: true } as const;

/**
 * The profile of a village library: what is asked, in which order, within which limits. Put together from
 * the national standard for village libraries (Perka Perpusnas 6/2017), the IPLM 2026 template, the
 * accreditation and contest instruments; limits of plausibility and some options are the project's own.
 */
export const libraryProfile: Form<LibrarySection> = {
  sections: [
    {
      id: 'identitas',
      fields: [
        text('nama_perpustakaan', 120, { least: 3, ...required }),
        text('npp', 30),
        choice('jenis', ['desa', 'kelurahan', 'tbm', 'lainnya'], true),
        { type: 'village', key: 'kode_wilayah', isRequired: true },
        text('alamat', 250, required),
        {
          type: 'location',
          key: 'lokasi',
          // Around Kalimantan Tengah, with some room.
          box: { south: -3.7, north: 0.9, west: 110.6, east: 116.1 },
          likelyAccuracy: 100,
        },
        { type: 'year', key: 'tahun_berdiri', least: 1945 },
        text('sk_nomor', 80),
        { type: 'day', key: 'sk_tanggal' },
        choice('akreditasi', ['belum', 'a', 'b', 'c', 'tidak-tahu']),
        text('kepala_nama', 100, { format: 'name', least: 3, ...required }),
        text('kontak_hp', 20, { format: 'phone', ...required }),
        text('email', 200, { format: 'email' }),
        text('medsos', 200, { format: 'link' }),
        text('kades_nama', 100, { format: 'name', least: 3 }),
        figure('penduduk', 'jiwa', 100_000, { likelyLeast: 50, likelyMost: 20_000 }),
        figure('jarak_kab', 'km', 600, { decimals: 1 }),
        choice('mata_pencaharian', [
          'pertanian',
          'perkebunan',
          'perikanan',
          'tambang',
          'kerajinan',
          'dagang',
          'jasa',
          'lainnya',
        ]),
        { type: 'year', key: 'tahun_tpbis', least: 2018 },
        choice('dukungan_tpbis', ['penuh', 'buku-rak', 'replikasi-mandiri', 'belum-ada']),
      ],
    },
    {
      id: 'koleksi',
      fields: [
        figure('judul_cetak', 'judul', 100_000, { likelyMost: 20_000, ...required }),
        figure('eks_cetak', 'eksemplar', 500_000, required),
        figure('judul_digital', 'judul', 100_000),
        figure('eks_digital', 'eksemplar', 500_000),
        figure('judul_5th', 'judul', 100_000, required),
        figure('tambah_judul', 'judul', 100_000),
        figure('tambah_eks', 'eksemplar', 500_000),
        many(
          'jenis_koleksi',
          [
            'anak',
            'remaja',
            'dewasa',
            'referensi',
            'surat-kabar',
            'majalah',
            'muatan-lokal',
            'audio-visual',
          ],
          required,
        ),
        many('referensi', ['ensiklopedia', 'kamus', 'atlas-peta', 'lainnya', 'tidak-ada'], {
          alone: 'tidak-ada',
        }),
        many(
          'pengolahan',
          ['buku-induk', 'deskripsi-bibliografis', 'klasifikasi', 'label', 'belum'],
          { alone: 'belum' },
        ),
      ],
    },
    {
      id: 'gedung',
      fields: [
        figure('luas', 'm2', 5_000, { decimals: 1, likelyMost: 500, ...required }),
        choice('permanen', ['permanen', 'semi-permanen', 'darurat'], true),
        choice('status_lahan', [
          'milik-desa',
          'pinjam-pakai',
          'sewa',
          'milik-pribadi',
          'menumpang',
          'tidak-tahu',
        ]),
        many('ruang', ['koleksi', 'baca', 'kerja-staf', 'anak', 'komputer', 'serbaguna', 'toilet']),
        figure('rak', 'unit', 500),
        figure('meja', 'unit', 500),
        figure('kursi', 'unit', 1_000),
        choice('akses_disabilitas', ['ya', 'sebagian', 'tidak']),
      ],
    },
    {
      id: 'tik',
      fields: [
        figure('komputer', 'unit', 200, required),
        figure('komputer_baik', 'unit', 200, required),
        many('perangkat', [
          'printer',
          'pemindai',
          'server',
          'tv',
          'proyektor',
          'tablet',
          'kamera',
          'ups',
        ]),
        choice(
          'internet',
          ['tidak-ada', 'seluler', 'wifi-serat-optik', 'vsat-satelit', 'starlink', 'lainnya'],
          true,
        ),
        choice('kualitas_internet', ['lancar', 'kadang-putus', 'sering-putus']),
        choice('sinyal', ['tidak-ada', '2g', '3g', '4g', '5g']),
        many(
          'listrik',
          ['pln', 'plts-komunal', 'panel-surya-sendiri', 'genset-pltd', 'pltmh', 'tidak-ada'],
          { alone: 'tidak-ada', ...required },
        ),
        figure('jam_listrik', 'jam', 24, { decimals: 1 }),
        {
          type: 'aid',
          key: 'bantuan_diterima',
          options: ['komputer', 'server', 'printer', 'tv', 'modem', 'buku', 'rak'],
          yearLeast: 2000,
        },
      ],
    },
    {
      id: 'layanan',
      fields: [
        figure('jam_buka', 'jam', 24, { decimals: 1, likelyMost: 14, ...required }),
        figure('hari_buka', 'hari', 7, required),
        many(
          'layanan',
          [
            'baca-di-tempat',
            'sirkulasi',
            'referensi',
            'penelusuran-informasi',
            'komputer-internet',
            'anak',
            'keliling',
            'pelatihan',
          ],
          required,
        ),
        people('anggota', ['l', 'p']),
        people('pemustaka', ['l', 'p', 'total'], required),
        figure('pengguna_tik', 'orang', 1_000_000),
        figure('judul_dipakai', 'judul', 100_000),
        figure('eks_dipakai', 'eksemplar', 1_000_000),
        choice('otomasi', [
          'buku-manual',
          'inlislite',
          'slims',
          'lembar-sebar',
          'lainnya',
          'belum-ada',
        ]),
      ],
    },
    {
      id: 'tenaga',
      fields: [
        figure('tenaga', 'orang', 100, required),
        figure('tenaga_p', 'orang', 100),
        figure('tenaga_ip', 'orang', 100),
        choice('kepala_pendidikan', ['sd', 'smp', 'slta', 'd1-d3', 's1-d4', 's2-ke-atas'], true),
        choice('kepala_diklat', ['ya', 'belum'], true),
        figure('ikut_pkb', 'orang', 100),
      ],
    },
    {
      id: 'pengelolaan',
      fields: [
        figure('anggaran_layanan', 'rupiah', mostRupiah),
        figure('anggaran_koleksi', 'rupiah', mostRupiah),
        figure('anggaran_diklat', 'rupiah', mostRupiah),
        many(
          'sumber_dana',
          ['apbdes-dana-desa', 'apbd', 'apbn', 'csr', 'hibah', 'swadaya', 'tidak-ada'],
          { alone: 'tidak-ada' },
        ),
        figure('sop', 'dokumen', 100),
        figure('peraturan', 'dokumen', 50),
        choice('struktur', ['ada', 'belum']),
      ],
    },
    {
      id: 'dampak',
      fields: [
        figure('kegiatan', 'kegiatan', 1_000, required),
        many('bidang', [
          'ekonomi-umkm',
          'pendidikan',
          'kesehatan',
          'tik',
          'budaya',
          'lingkungan-pertanian',
          'anak',
          'lainnya',
        ]),
        people('peserta', ['l', 'p']),
        figure('kerja_sama', 'kerja-sama', 200),
        { type: 'records', key: 'advokasi', kind: 'advocacy' },
        { type: 'publication', key: 'publikasi', most: 1_000 },
        { type: 'story', key: 'cerita', most: 2_000 },
        text('kendala', 1_000, { format: 'paragraph' }),
        { type: 'records', key: 'rtl', kind: 'followUp' },
      ],
    },
    {
      id: 'bukti',
      fields: [
        { type: 'photo', key: 'foto_depan' },
        { type: 'photo', key: 'foto_ruang_baca' },
        { type: 'photo', key: 'foto_koleksi' },
        { type: 'photo', key: 'foto_tik' },
        { type: 'photo', key: 'foto_kegiatan' },
        { type: 'respondent', key: 'pengisi', isRequired: true },
        { type: 'year', key: 'tahun_data', least: 2017, isRequired: true },
        { type: 'day', key: 'tanggal_isi' },
        { type: 'consent', key: 'persetujuan', isRequired: true },
      ],
    },
  ],
};

/** What must be true of two answers together. Only seen when both are there. */
export const libraryRules: readonly Rule[] = [
  { is: 'at-least', key: 'eks_cetak', other: 'judul_cetak', level: 'refused' },
  { is: 'at-least', key: 'eks_digital', other: 'judul_digital', level: 'refused' },
  { is: 'at-most', key: 'judul_5th', other: 'judul_cetak', level: 'refused' },
  { is: 'at-most', key: 'tambah_judul', other: 'judul_cetak', level: 'refused' },
  { is: 'at-most', key: 'tambah_eks', other: 'eks_cetak', level: 'refused' },
  { is: 'at-most', key: 'komputer_baik', other: 'komputer', level: 'refused' },
  { is: 'at-most', key: 'tenaga_p', other: 'tenaga', level: 'refused' },
  { is: 'at-most', key: 'tenaga_ip', other: 'tenaga', level: 'refused' },
  { is: 'at-most', key: 'ikut_pkb', other: 'tenaga', level: 'refused' },
  { is: 'at-most', key: 'anggota', other: 'penduduk', level: 'warned' },
  { is: 'at-most', key: 'pengguna_tik', other: 'pemustaka', level: 'warned' },
  { is: 'at-most', key: 'judul_dipakai', other: 'judul_cetak', level: 'warned' },
  { is: 'both-zero', key: 'hari_buka', other: 'jam_buka', level: 'warned' },
  {
    is: 'zero-if',
    key: 'jam_listrik',
    other: 'listrik',
    option: 'tidak-ada',
    level: 'refused',
  },
];
