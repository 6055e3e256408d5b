import type { ProfileWords } from './profile-words.ts';

const unknown = 'Tidak tahu';
const none = 'Tidak ada';
const other = 'Lainnya';

/** The profile in Indonesian: plain words that can be read out. */
export const profileWordsId: ProfileWords = {
  sections: {
    identitas: { title: 'Identitas', intro: 'Nama, alamat, dan siapa yang dapat dihubungi.' },
    koleksi: { title: 'Koleksi', intro: 'Buku dan bahan bacaan yang dimiliki.' },
    gedung: { title: 'Gedung & perabot', intro: 'Ruang, rak, meja, dan kursi.' },
    tik: { title: 'TIK & listrik', intro: 'Komputer, internet, dan listrik.' },
    layanan: { title: 'Layanan', intro: 'Jam buka, anggota, dan pengunjung.' },
    tenaga: { title: 'Tenaga', intro: 'Orang yang mengelola perpustakaan.' },
    pengelolaan: { title: 'Pengelolaan & anggaran', intro: 'Dana dan aturan perpustakaan.' },
    dampak: { title: 'TPBIS & dampak', intro: 'Kegiatan bersama warga dan hasilnya.' },
    bukti: { title: 'Foto & pengisi', intro: 'Foto, siapa yang mengisi, dan persetujuan.' },
  },
  fields: {
    nama_perpustakaan: {
      label: 'Nama perpustakaan',
      hint: 'Seperti tertulis di papan nama atau SK.',
    },
    npp: {
      label: 'Nomor Pokok Perpustakaan (NPP)',
      hint: 'Kosongkan bila belum punya.',
    },
    jenis: {
      label: 'Jenis perpustakaan',
      options: {
        desa: 'Perpustakaan desa',
        kelurahan: 'Perpustakaan kelurahan',
        tbm: 'Taman bacaan (TBM)',
        lainnya: other,
      },
    },
    kode_wilayah: { label: 'Desa/kelurahan' },
    alamat: { label: 'Alamat', hint: 'Jalan, RT/RW, atau dekat bangunan apa.' },
    lokasi: {
      label: 'Titik lokasi',
      hint: 'Berdirilah di depan perpustakaan, di luar ruangan, lalu tekan tombol ini.',
    },
    tahun_berdiri: { label: 'Tahun berdiri' },
    sk_nomor: { label: 'Nomor SK pendirian', hint: 'Tertulis di SK kepala desa/lurah.' },
    sk_tanggal: { label: 'Tanggal SK' },
    akreditasi: {
      label: 'Akreditasi',
      options: { belum: 'Belum', a: 'A', b: 'B', c: 'C', 'tidak-tahu': unknown },
    },
    kepala_nama: { label: 'Nama kepala/pengelola' },
    kontak_hp: {
      label: 'Nomor HP/WhatsApp',
      hint: 'Contoh: 0812 3456 7890',
    },
    email: { label: 'Surel', hint: 'Kosongkan bila tidak ada.' },
    medsos: { label: 'Situs/media sosial', hint: 'Misalnya alamat Facebook atau Instagram.' },
    kades_nama: { label: 'Nama kepala desa/lurah' },
    penduduk: { label: 'Jumlah penduduk desa', hint: 'Tanyakan ke kantor desa.' },
    jarak_kab: { label: 'Jarak ke perpustakaan kabupaten' },
    mata_pencaharian: {
      label: 'Mata pencaharian utama warga',
      options: {
        pertanian: 'Pertanian',
        perkebunan: 'Perkebunan',
        perikanan: 'Perikanan',
        tambang: 'Tambang',
        kerajinan: 'Kerajinan',
        dagang: 'Dagang',
        jasa: 'Jasa',
        lainnya: other,
      },
    },
    tahun_tpbis: { label: 'Tahun bergabung TPBIS' },
    dukungan_tpbis: {
      label: 'Jenis dukungan TPBIS',
      options: {
        penuh: 'Penuh',
        'buku-rak': 'Buku & rak',
        'replikasi-mandiri': 'Replikasi mandiri',
        'belum-ada': 'Belum ada',
      },
    },

    judul_cetak: {
      label: 'Judul koleksi tercetak',
      hint: 'Lima buku yang sama dihitung satu judul. Lihat buku induk.',
    },
    eks_cetak: {
      label: 'Eksemplar koleksi tercetak',
      hint: 'Semua buku dihitung satu per satu. Lima buku yang sama dihitung lima.',
    },
    judul_digital: { label: 'Judul koleksi digital' },
    eks_digital: { label: 'Eksemplar koleksi digital' },
    judul_5th: {
      label: 'Judul terbitan 5 tahun terakhir',
      hint: 'Tahun terbit tertulis di halaman awal buku.',
    },
    tambah_judul: { label: 'Penambahan judul dalam 1 tahun' },
    tambah_eks: { label: 'Penambahan eksemplar dalam 1 tahun' },
    jenis_koleksi: {
      label: 'Jenis koleksi',
      hint: 'Pilih semua yang ada.',
      options: {
        anak: 'Bacaan anak',
        remaja: 'Bacaan remaja',
        dewasa: 'Bacaan dewasa',
        referensi: 'Referensi',
        'surat-kabar': 'Surat kabar',
        majalah: 'Majalah',
        'muatan-lokal': 'Muatan lokal',
        'audio-visual': 'Audio-visual/digital',
      },
    },
    referensi: {
      label: 'Koleksi referensi',
      hint: 'Buku untuk mencari keterangan, biasanya tidak dipinjamkan.',
      options: {
        ensiklopedia: 'Ensiklopedia',
        kamus: 'Kamus',
        'atlas-peta': 'Atlas/peta',
        lainnya: other,
        'tidak-ada': none,
      },
    },
    pengolahan: {
      label: 'Pengolahan koleksi',
      hint: 'Apa yang dikerjakan pada buku yang baru datang?',
      options: {
        'buku-induk': 'Dicatat di buku induk',
        'deskripsi-bibliografis': 'Dibuatkan katalog (deskripsi bibliografis)',
        klasifikasi: 'Diberi nomor klasifikasi',
        label: 'Diberi label',
        belum: 'Belum diolah',
      },
    },

    luas: { label: 'Luas gedung/ruang', hint: 'Panjang kali lebar, dalam meter.' },
    permanen: {
      label: 'Kondisi bangunan',
      options: { permanen: 'Permanen', 'semi-permanen': 'Semi permanen', darurat: 'Darurat' },
    },
    status_lahan: {
      label: 'Status lahan/gedung',
      options: {
        'milik-desa': 'Milik desa',
        'pinjam-pakai': 'Pinjam pakai',
        sewa: 'Sewa',
        'milik-pribadi': 'Milik pribadi',
        menumpang: 'Menumpang kantor desa/sekolah',
        'tidak-tahu': unknown,
      },
    },
    ruang: {
      label: 'Area yang tersedia',
      hint: 'Boleh dalam satu ruangan. Pilih semua yang ada.',
      options: {
        koleksi: 'Area koleksi',
        baca: 'Area baca',
        'kerja-staf': 'Area kerja staf',
        anak: 'Area anak',
        komputer: 'Area komputer',
        serbaguna: 'Area serbaguna',
        toilet: 'Toilet',
      },
    },
    rak: { label: 'Rak buku' },
    meja: { label: 'Meja baca' },
    kursi: { label: 'Kursi baca' },
    akses_disabilitas: {
      label: 'Ramah penyandang disabilitas',
      options: { ya: 'Ya', sebagian: 'Sebagian', tidak: 'Tidak' },
    },

    komputer: {
      label: 'Komputer/laptop',
      hint: 'Semua yang dimiliki, juga yang rusak. Tulis 0 bila tidak ada.',
    },
    komputer_baik: { label: 'Komputer berfungsi', hint: 'Yang dapat dinyalakan dan dipakai.' },
    perangkat: {
      label: 'Perangkat lain',
      options: {
        printer: 'Printer',
        pemindai: 'Pemindai',
        server: 'Server',
        tv: 'TV',
        proyektor: 'Proyektor',
        tablet: 'Tablet',
        kamera: 'Kamera',
        ups: 'UPS',
      },
    },
    internet: {
      label: 'Akses internet',
      hint: 'Yang paling sering dipakai di perpustakaan.',
      options: {
        'tidak-ada': none,
        seluler: 'Seluler (paket data)',
        'wifi-serat-optik': 'Wi-Fi serat optik',
        'vsat-satelit': 'VSAT/satelit',
        starlink: 'Starlink',
        lainnya: other,
      },
    },
    kualitas_internet: {
      label: 'Kualitas internet',
      options: {
        lancar: 'Lancar',
        'kadang-putus': 'Kadang putus',
        'sering-putus': 'Sering putus',
      },
    },
    sinyal: {
      label: 'Sinyal seluler',
      options: { 'tidak-ada': none, '2g': '2G', '3g': '3G', '4g': '4G', '5g': '5G' },
    },
    listrik: {
      label: 'Sumber listrik',
      hint: 'Pilih semua yang dipakai.',
      options: {
        pln: 'PLN',
        'plts-komunal': 'PLTS komunal',
        'panel-surya-sendiri': 'Panel surya sendiri',
        'genset-pltd': 'Genset/PLTD',
        pltmh: 'PLTMH (air)',
        'tidak-ada': none,
      },
    },
    jam_listrik: { label: 'Listrik per hari', hint: 'Rata-rata berapa jam listrik menyala.' },
    bantuan_diterima: {
      label: 'Bantuan yang diterima',
      options: {
        komputer: 'Komputer',
        server: 'Server',
        printer: 'Printer',
        tv: 'TV',
        modem: 'Modem',
        buku: 'Buku',
        rak: 'Rak',
      },
    },

    jam_buka: { label: 'Jam buka per hari', hint: 'Buka 08.00–14.00 berarti 6 jam.' },
    hari_buka: { label: 'Hari buka per minggu' },
    layanan: {
      label: 'Jenis layanan',
      options: {
        'baca-di-tempat': 'Baca di tempat',
        sirkulasi: 'Sirkulasi (peminjaman)',
        referensi: 'Referensi',
        'penelusuran-informasi': 'Penelusuran informasi',
        'komputer-internet': 'Komputer/internet',
        anak: 'Layanan anak',
        keliling: 'Perpustakaan keliling',
        pelatihan: 'Pelatihan',
      },
    },
    anggota: { label: 'Anggota', hint: 'Orang yang terdaftar di buku anggota.' },
    pemustaka: {
      label: 'Pemustaka dalam 1 tahun',
      hint: 'Pengunjung selama setahun. Bila tidak dipisah, isi jumlah seluruhnya saja.',
    },
    pengguna_tik: { label: 'Pengguna TIK dalam 1 tahun' },
    judul_dipakai: {
      label: 'Judul dimanfaatkan dalam 1 tahun',
      hint: 'Dipinjam atau dibaca di tempat.',
    },
    eks_dipakai: { label: 'Eksemplar dimanfaatkan dalam 1 tahun' },
    otomasi: {
      label: 'Sistem pencatatan',
      options: {
        'buku-manual': 'Buku tulis',
        inlislite: 'INLISLite',
        slims: 'SLiMS',
        'lembar-sebar': 'Lembar sebar (Excel)',
        lainnya: other,
        'belum-ada': 'Belum ada',
      },
    },

    tenaga: { label: 'Jumlah tenaga', hint: 'Semua yang mengelola, juga sukarelawan.' },
    tenaga_p: { label: 'Di antaranya perempuan' },
    tenaga_ip: { label: 'Berpendidikan ilmu perpustakaan (paling rendah D2)' },
    kepala_pendidikan: {
      label: 'Pendidikan kepala perpustakaan',
      options: {
        sd: 'SD',
        smp: 'SMP',
        slta: 'SLTA',
        'd1-d3': 'D1–D3',
        's1-d4': 'S1/D4',
        's2-ke-atas': 'S2 ke atas',
      },
    },
    kepala_diklat: {
      label: 'Kepala pernah ikut diklat perpustakaan',
      options: { ya: 'Ya', belum: 'Belum' },
    },
    ikut_pkb: {
      label: 'Tenaga yang ikut pelatihan dalam 1 tahun',
      hint: 'Yang mendapat sertifikat dengan jumlah jam pelajaran.',
    },

    anggaran_layanan: { label: 'Anggaran layanan & pengelolaan 1 tahun' },
    anggaran_koleksi: { label: 'Anggaran koleksi 1 tahun' },
    anggaran_diklat: { label: 'Anggaran diklat 1 tahun' },
    sumber_dana: {
      label: 'Sumber dana',
      options: {
        'apbdes-dana-desa': 'APBDes/dana desa',
        apbd: 'APBD',
        apbn: 'APBN',
        csr: 'CSR perusahaan',
        hibah: 'Hibah',
        swadaya: 'Swadaya warga',
        'tidak-ada': none,
      },
    },
    sop: { label: 'Dokumen kebijakan/prosedur (SOP)' },
    peraturan: { label: 'Peraturan tentang perpustakaan', hint: 'Perdes, SK, dan sejenisnya.' },
    struktur: {
      label: 'Struktur organisasi',
      options: { ada: 'Ada', belum: 'Belum' },
    },

    kegiatan: {
      label: 'Kegiatan pelibatan masyarakat dalam 1 tahun',
      hint: 'Pelatihan, pertemuan, atau kelas untuk warga. Tulis 0 bila belum ada.',
    },
    bidang: {
      label: 'Bidang kegiatan',
      options: {
        'ekonomi-umkm': 'Ekonomi/UMKM',
        pendidikan: 'Pendidikan',
        kesehatan: 'Kesehatan',
        tik: 'TIK',
        budaya: 'Budaya',
        'lingkungan-pertanian': 'Lingkungan/pertanian',
        anak: 'Anak',
        lainnya: other,
      },
    },
    peserta: { label: 'Peserta kegiatan' },
    kerja_sama: { label: 'Kerja sama dalam 1 tahun' },
    advokasi: {
      label: 'Hasil advokasi',
      hint: 'Dukungan yang diperoleh dari desa, dinas, perusahaan, atau warga.',
    },
    publikasi: { label: 'Publikasi dalam 1 tahun', hint: 'Berita, unggahan, atau siaran.' },
    cerita: { label: 'Cerita dampak', hint: 'Siapa yang berubah hidupnya, dan bagaimana?' },
    kendala: { label: 'Kendala & solusi' },
    rtl: { label: 'Rencana tindak lanjut (RTL)' },

    foto_depan: { label: 'Foto tampak depan', hint: 'Disarankan: papan nama ikut terlihat.' },
    foto_ruang_baca: { label: 'Foto ruang baca' },
    foto_koleksi: { label: 'Foto koleksi' },
    foto_tik: { label: 'Foto komputer/TIK' },
    foto_kegiatan: { label: 'Foto kegiatan' },
    pengisi: { label: 'Siapa yang mengisi' },
    tahun_data: {
      label: 'Data untuk tahun',
      hint: 'Angka “1 tahun” di profil ini adalah untuk tahun ini.',
    },
    tanggal_isi: { label: 'Tanggal pengisian', hint: 'Tercatat sendiri saat profil diisi.' },
    persetujuan: { label: 'Persetujuan pemrosesan data pribadi' },
  },
  units: {
    orang: 'orang',
    jiwa: 'jiwa',
    km: 'km',
    judul: 'judul',
    eksemplar: 'eksemplar',
    m2: 'm²',
    unit: 'unit',
    jam: 'jam',
    hari: 'hari',
    rupiah: 'Rp',
    dokumen: 'dokumen',
    kegiatan: 'kegiatan',
    'kerja-sama': 'kerja sama',
    publikasi: 'publikasi',
  },
  standard: {
    judul_min: { title: 'Jumlah koleksi', asks: 'Paling sedikit 1.000 judul' },
    mutakhir_min: {
      title: 'Kemutakhiran koleksi',
      asks: 'Paling sedikit 10% terbit dalam 5 tahun terakhir',
    },
    jenis_koleksi: {
      title: 'Jenis koleksi',
      asks: 'Anak, remaja, dewasa, referensi, surat kabar, majalah',
    },
    referensi: { title: 'Koleksi referensi', asks: 'Paling sedikit ensiklopedia dan kamus' },
    pengolahan: {
      title: 'Pengolahan',
      asks: 'Buku induk, deskripsi bibliografis, klasifikasi',
    },
    luas_min: { title: 'Luas gedung/ruang', asks: 'Paling sedikit 56 m²' },
    permanen: { title: 'Gedung', asks: 'Bangunan permanen' },
    lahan: { title: 'Status lahan', asks: 'Milik atau dikuasai desa' },
    jam_buka: { title: 'Jam buka', asks: 'Paling sedikit 6 jam per hari' },
    layanan: {
      title: 'Jenis layanan',
      asks: 'Baca di tempat, sirkulasi, referensi, penelusuran informasi',
    },
    tenaga_min: { title: 'Jumlah tenaga', asks: 'Paling sedikit 2 orang' },
    kepala: { title: 'Kepala perpustakaan', asks: 'Paling rendah SLTA dan pernah ikut diklat' },
  },
};
