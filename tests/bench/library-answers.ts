import type { Chance } from '../support/seed.ts';

type Answer = (chance: Chance) => string | number;

const upTo =
  (most: number): Answer =>
  chance =>
    chance.below(most);
const oneOf =
  (...words: string[]): Answer =>
  chance =>
    chance.pick(words);
const someOf =
  (...words: string[]): Answer =>
  chance =>
    words.filter(() => chance.happens(0.5)).join('; ') || 'tidak ada';

const places = ['Danau', 'Sungai', 'Tumbang', 'Natai', 'Bukit', 'Handil', 'Muara', 'Pulau'];
const words = ['Rawi', 'Pinang', 'Lampung', 'Tarang', 'Hiran', 'Makmur', 'Jaya', 'Lestari', 'Anoi'];
const given = ['Siti', 'Yuliana', 'Rusdi', 'Bambang', 'Kristina', 'Dewi', 'Hendra', 'Mariani'];

const place: Answer = chance => `${chance.pick(places)} ${chance.pick(words)}`;
const name: Answer = chance => `${chance.pick(given)} ${chance.pick(words)}`;

/** One made-up answer to each question of a library's profile that most people answer, by its key. */
export const libraryAnswers: Readonly<Record<string, Answer>> = {
  nama_perpustakaan: chance => `Perpustakaan Desa ${place(chance)}`,
  jenis: oneOf('desa', 'kelurahan', 'tbm'),
  alamat: chance => `Jl. ${place(chance)} No. ${chance.below(200)} RT ${chance.below(20)}`,
  lokasi: chance =>
    `${(-3.7 + chance.next() * 4.6).toFixed(6)},${(110.6 + chance.next() * 5.5).toFixed(6)}`,
  tahun_berdiri: chance => 1990 + chance.below(31),
  sk_nomor: chance => `141/${chance.below(900)}/DS-${chance.below(90)}/${2005 + chance.below(16)}`,
  akreditasi: oneOf('belum', 'A', 'B', 'C', 'tidak tahu'),
  kepala_nama: name,
  kontak_hp: chance => `08${1_000_000_000 + chance.below(900_000_000)}`,
  kades_nama: name,
  penduduk: upTo(6_000),
  jarak_kab: upTo(300),
  mata_pencaharian: oneOf('pertanian', 'perkebunan', 'perikanan', 'tambang', 'dagang'),
  tahun_tpbis: chance => 2018 + chance.below(4),
  dukungan_tpbis: oneOf('penuh', 'buku & rak', 'replikasi mandiri', 'belum ada'),
  judul_cetak: upTo(3_000),
  eks_cetak: upTo(6_000),
  judul_5th: upTo(500),
  tambah_judul: upTo(200),
  tambah_eks: upTo(400),
  jenis_koleksi: someOf('anak', 'remaja', 'dewasa', 'referensi', 'surat kabar', 'majalah'),
  referensi: someOf('ensiklopedia', 'kamus', 'atlas/peta', 'lainnya'),
  pengolahan: someOf('buku induk', 'katalog', 'klasifikasi', 'label'),
  luas: upTo(200),
  permanen: oneOf('permanen', 'semi permanen', 'darurat'),
  status_lahan: oneOf('milik desa', 'pinjam pakai', 'sewa', 'milik pribadi'),
  ruang: someOf('koleksi', 'baca', 'kerja staf', 'anak', 'komputer', 'serbaguna'),
  rak: upTo(30),
  meja: upTo(20),
  kursi: upTo(60),
  akses_disabilitas: oneOf('ya', 'sebagian', 'tidak'),
  listrik: oneOf('PLN', 'genset', 'surya', 'tidak ada'),
  jam_listrik: upTo(25),
  komputer: upTo(12),
  komputer_baik: upTo(8),
  internet: oneOf('tidak ada', 'seluler', 'wifi desa', 'satelit'),
  sinyal: oneOf('tidak ada', 'lemah', 'cukup', 'kuat'),
  staf: upTo(6),
  staf_terlatih: upTo(3),
  hari_buka: upTo(8),
  jam_buka: upTo(40),
  pengunjung: upTo(4_000),
  anggota: upTo(800),
  dipinjam: upTo(2_500),
  kegiatan: upTo(40),
  peserta_kegiatan: upTo(900),
  anggaran: chance => chance.below(60) * 500_000,
  catatan: chance => `Kegiatan bersama ${name(chance)} di ${place(chance)}, setiap hari Sabtu`,
};
