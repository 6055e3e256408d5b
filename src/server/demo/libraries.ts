import { addDays, type Day } from '../../domain/day.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import { cast } from './cast.ts';

type Fields = Record<string, JsonValue>;

/** A village library as its librarian has told of it. */
export interface ExampleLibrary {
  village: string;
  librarian: string;
  profile: Fields;
  /** Its figures of the year before. */
  earlier?: { year: number; figures: Fields };
  advocacy: readonly Fields[];
  followUp: readonly Fields[];
  /** What a trainer who looked over it says, by section. */
  reviews: Readonly<Record<string, Fields>>;
}

/**
 * Two profiles to look at: one whole, with the year before, and one begun. The figures are made up, such as a
 * library of that size might have.
 */
export function exampleLibraries(filledOn: Day): ExampleLibrary[] {
  const year = Number(filledOn.slice(0, 4)) - 1;
  return [wholeProfile(filledOn, year), begunProfile(year)];
}

function wholeProfile(filledOn: Day, year: number): ExampleLibrary {
  const village = '62.11.05.2014';
  const { name, phone } = librarianOf(village);
  return {
    village,
    librarian: name,
    profile: {
      nama_perpustakaan: 'Perpustakaan Desa Mantaren II',
      jenis: 'desa',
      alamat: 'Kompleks Kantor Desa Mantaren II, RT 04',
      tahun_berdiri: 2012,
      akreditasi: 'belum',
      kepala_nama: name,
      kontak_hp: phone,
      penduduk: 2_310,
      jarak_kab: 6.5,
      mata_pencaharian: 'pertanian',
      tahun_tpbis: 2020,
      dukungan_tpbis: 'penuh',
      judul_cetak: 1_130,
      eks_cetak: 2_045,
      judul_5th: 148,
      tambah_judul: 96,
      tambah_eks: 180,
      jenis_koleksi: ['anak', 'remaja', 'dewasa', 'referensi', 'majalah'],
      referensi: ['ensiklopedia', 'kamus', 'atlas-peta'],
      pengolahan: ['buku-induk', 'klasifikasi', 'label'],
      luas: 63,
      permanen: 'permanen',
      status_lahan: 'milik-desa',
      ruang: ['koleksi', 'baca', 'anak', 'komputer'],
      rak: 9,
      meja: 6,
      kursi: 24,
      komputer: 4,
      komputer_baik: 3,
      perangkat: ['printer', 'tv'],
      internet: 'seluler',
      kualitas_internet: 'kadang-putus',
      sinyal: '4g',
      listrik: ['pln'],
      jam_listrik: 22,
      bantuan_diterima: { jenis: ['komputer', 'printer', 'buku', 'rak'], tahun: 2020 },
      jam_buka: 5,
      hari_buka: 5,
      layanan: [
        'baca-di-tempat',
        'sirkulasi',
        'referensi',
        'penelusuran-informasi',
        'komputer-internet',
        'pelatihan',
      ],
      anggota: { l: 118, p: 164 },
      pemustaka: { l: 640, p: 912 },
      pengguna_tik: 310,
      otomasi: 'buku-manual',
      tenaga: 2,
      tenaga_p: 2,
      tenaga_ip: 0,
      kepala_pendidikan: 'slta',
      kepala_diklat: 'ya',
      ikut_pkb: 1,
      anggaran_layanan: 18_000_000,
      anggaran_koleksi: 7_500_000,
      sumber_dana: ['apbdes-dana-desa', 'swadaya'],
      struktur: 'ada',
      kegiatan: 14,
      bidang: ['ekonomi-umkm', 'pendidikan', 'anak'],
      peserta: { l: 96, p: 231 },
      kerja_sama: 3,
      kendala:
        'Sinyal hilang saat hujan lebat; formulir diisi dahulu, lalu dikirim dari kantor desa.',
      pengisi: { nama: name, hp: phone },
      tahun_data: year,
      tanggal_isi: filledOn,
      persetujuan: { version: '2026-11', at: Date.parse(`${filledOn}T18:30:00+07:00`), name },
    },
    earlier: {
      year: year - 1,
      figures: {
        judul_cetak: 1_034,
        eks_cetak: 1_865,
        judul_5th: 88,
        luas: 63,
        komputer: 1,
        komputer_baik: 1,
        jam_buka: 4,
        hari_buka: 4,
        anggota: { l: 92, p: 121 },
        pemustaka: { l: 505, p: 688 },
        tenaga: 1,
        kegiatan: 6,
      },
    },
    advocacy: [
      {
        mitra: 'Pemerintah Desa Mantaren II',
        bentuk: 'dana',
        nilai: 7_500_000,
        tanggal: `${year}-03-15`,
      },
      { mitra: 'Puskesmas Mantaren', bentuk: 'tenaga', tanggal: `${year}-08-21` },
    ],
    followUp: [
      {
        kegiatan: 'Kelas belajar komputer untuk ibu-ibu pengrajin',
        strategi: 'pelibatan',
        sasaran: 'Kelompok pengrajin purun',
        target: 15,
        mitra: 'PKK desa',
        penanggungJawab: name,
        mulai: addDays(filledOn, 30),
        selesai: addDays(filledOn, 120),
        sumberDana: 'APBDes',
        status: 'direncanakan',
      },
      {
        kegiatan: 'Buka satu jam lebih lama setiap sore',
        strategi: 'layanan-informasi',
        sasaran: 'Pelajar dan petani',
        penanggungJawab: name,
        mulai: addDays(filledOn, 14),
        status: 'direncanakan',
      },
    ],
    reviews: {
      koleksi: {
        reviewed: true,
        note: 'Angka cocok dengan buku induk. Surat kabar tinggal dilanggan lewat kantor desa.',
      },
    },
  };
}

/** What could be told on one evening. */
function begunProfile(year: number): ExampleLibrary {
  const village = '62.13.01.2006';
  const { name, phone } = librarianOf(village);
  return {
    village,
    librarian: name,
    profile: {
      nama_perpustakaan: 'Perpustakaan Desa Jaar',
      jenis: 'desa',
      alamat: 'Jl. Ahmad Yani, Desa Jaar',
      kepala_nama: name,
      kontak_hp: phone,
      judul_cetak: 420,
      eks_cetak: 610,
      luas: 36,
      permanen: 'semi-permanen',
      komputer: 1,
      komputer_baik: 0,
      listrik: ['pln', 'genset-pltd'],
      jam_buka: 3,
      hari_buka: 3,
      tenaga: 1,
      tahun_data: year,
    },
    advocacy: [],
    followUp: [],
    reviews: {},
  };
}

function librarianOf(village: string): { name: string; phone: string } {
  const librarian = cast.find(
    ({ fields }) => fields.village === village && fields.position === 'Pengelola perpustakaan',
  );
  if (!librarian) throw new Error(`nobody of the cast looks after the library of ${village}`);
  return librarian.fields;
}
