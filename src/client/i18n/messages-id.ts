/**
 * Everything a person reads, in Indonesian: the authority for keys and placeholders, and the only
 * catalogue in the shell. A key has three parts: who reads it (all, or a role), where, and what it
 * says. Blocks follow the screens. Placeholders stand in braces, numbers as {n, number}; Indonesian
 * has one plural, so choosing between forms is left to the other languages.
 */
export const messagesId = {
  // Words on buttons
  'all.action.add': 'Tambah',
  'all.action.back': 'Kembali',
  'all.action.cancel': 'Batal',
  'all.action.change': 'Ubah',
  'all.action.clear': 'Kosongkan',
  'all.action.close': 'Tutup',
  'all.action.continue': 'Lanjut',
  'all.action.decrease': 'Kurangi',
  'all.action.delete': 'Hapus',
  'all.action.done': 'Selesai',
  'all.action.download': 'Unduh',
  'all.action.increase': 'Tambah',
  'all.action.more': 'Lainnya',
  'all.action.open': 'Buka',
  'all.action.retry': 'Coba lagi',
  'all.action.save': 'Simpan',
  'all.action.search': 'Cari',
  'all.action.send': 'Kirim',
  'all.action.signOut': 'Keluar',
  'all.action.synchronise': 'Sinkronkan',
  'all.action.undo': 'Urungkan',
  'all.action.upload': 'Unggah',

  // The programme's own words
  'all.word.attendance': 'Kehadiran',
  'all.word.attendanceSheet': 'Daftar Hadir',
  'all.word.checklist': 'Daftar Periksa',
  'all.word.difference': 'Perbedaan data',
  'all.word.history': 'Riwayat perubahan',
  'all.word.home': 'Beranda',
  'all.word.libraryProfile': 'Profil Perpustakaan',
  'all.word.noDataYet': 'Belum ada data',
  'all.word.note': 'Catatan',
  'all.word.participant': 'Peserta',
  'all.word.required': 'Wajib diisi',
  'all.word.session': 'Sesi',
  'all.word.signature': 'Tanda tangan',
  'all.word.training': 'Kegiatan',
  'all.word.unknown': 'Tidak tahu',

  // Roles
  'all.role.fasilitator': 'Fasilitator',
  'all.role.koordinator': 'Koordinator',
  'all.role.pengelola': 'Pengelola perpustakaan',

  // How somebody attended a session, and the letters of the official sheet
  'all.attendance.hadir': 'Hadir',
  'all.attendance.terlambat': 'Terlambat',
  'all.attendance.izin': 'Izin',
  'all.attendance.sakit': 'Sakit',
  'all.attendance.alpa': 'Tanpa keterangan',
  'all.attendance.none': 'Belum dicatat',
  'all.attendanceLetter.hadir': 'H',
  'all.attendanceLetter.terlambat': 'T',
  'all.attendanceLetter.izin': 'I',
  'all.attendanceLetter.sakit': 'S',
  'all.attendanceLetter.alpa': 'A',
  'all.attendanceLetter.none': '–',

  // What is saved, sent, missing
  'all.sync.attention': 'Perlu perhatian',
  'all.sync.attentionCount': 'Perlu perhatian: {n, number}',
  'all.sync.failed': 'Gagal terkirim — coba lagi',
  'all.sync.lastAt': 'Terakhir tersambung {when}',
  'all.sync.offline': 'Tanpa internet',
  'all.sync.saved': 'Tersimpan di perangkat ini',
  'all.sync.sending': 'Mengirim {done, number} dari {total, number}',
  'all.sync.sent': 'Terkirim',
  'all.sync.title': 'Sinkronisasi',
  'all.sync.waiting': 'Belum terkirim: {n, number}',

  // Settings of the device
  'all.settings.language': 'Bahasa',
  'all.settings.theme': 'Tampilan',
  'all.settings.themeDark': 'Gelap',
  'all.settings.themeLight': 'Terang',
  'all.settings.themeSun': 'Di bawah matahari',
  'all.settings.themeSystem': 'Ikuti perangkat',
  'all.settings.title': 'Pengaturan',

  // The crash screen, and the offer of a new version
  'all.crash.detail': 'Keterangan untuk pembuat aplikasi',
  'all.crash.export': 'Simpan salinan pekerjaan',
  'all.crash.reload': 'Muat ulang aplikasi',
  'all.crash.text':
    'Aplikasi berhenti karena kesalahan di dalamnya. Yang sudah tercatat tetap tersimpan di perangkat ini. Muat ulang; kalau terjadi lagi, simpan salinan pekerjaan lalu hubungi koordinator.',
  'all.crash.title': 'Ada yang salah, pekerjaan Anda aman',
  'all.update.apply': 'Pakai versi baru',
  'all.update.later': 'Nanti',
  'all.update.text': 'Pekerjaan Anda tetap tersimpan. Aplikasi dimuat ulang sebentar.',
  'all.update.title': 'Versi baru sudah siap',

  // What stopped the work: what happened, that the work is safe, what to do
  'all.problem.bad-request':
    'Server tidak mengerti permintaan ini. Pekerjaan Anda tetap tersimpan di perangkat. Perbarui aplikasi, lalu coba lagi.',
  'all.problem.too-large':
    'Kiriman terlalu besar untuk sekali jalan. Pekerjaan Anda tetap tersimpan di perangkat. Coba lagi.',
  'all.problem.unsupported-media':
    'Server tidak mengenal bentuk kiriman ini. Pekerjaan Anda tetap tersimpan di perangkat. Perbarui aplikasi, lalu coba lagi.',
  'all.problem.sign-in-needed':
    'Izin masuk perangkat ini tidak berlaku lagi. Pekerjaan Anda tetap tersimpan dan boleh dilanjutkan. Minta kode baru kepada koordinator.',
  'all.problem.device-revoked':
    'Koordinator mencabut izin perangkat ini. Pekerjaan Anda tetap tersimpan dan masih dapat dikirim. Hubungi koordinator.',
  'all.problem.code-unknown': 'Kode ini tidak dikenal. Periksa huruf dan angkanya, lalu coba lagi.',
  'all.problem.code-used':
    'Kode ini sudah dipakai di perangkat lain. Minta kode baru kepada koordinator.',
  'all.problem.code-expired': 'Masa berlaku kode ini habis. Minta kode baru kepada koordinator.',
  'all.problem.too-many-tries':
    'Terlalu banyak percobaan dengan kode yang salah. Tunggu beberapa menit, lalu coba lagi.',
  'all.problem.not-found':
    'Yang dicari tidak ada di server. Pekerjaan Anda tetap tersimpan di perangkat. Kembali ke beranda.',
  'all.problem.upgrade-needed':
    'Aplikasi di perangkat ini terlalu lama untuk membaca data baru. Pekerjaan Anda tetap tersimpan dan tetap dapat dikirim. Pakai versi baru.',
  'all.problem.epoch-changed':
    'Server dipulihkan dari cadangan. Pekerjaan Anda tetap tersimpan; data dimuat ulang dengan sendirinya.',
  'all.problem.busy':
    'Server sedang sibuk. Pekerjaan Anda tetap tersimpan di perangkat dan dikirim lagi sebentar lagi.',
  'all.problem.server-full':
    'Ruang simpan server penuh. Pekerjaan Anda tetap tersimpan di perangkat. Beri tahu koordinator.',
  'all.problem.wrong-offset':
    'Pengiriman foto terputus dan perlu disambung. Foto Anda tetap tersimpan di perangkat dan dilanjutkan dengan sendirinya.',
  'all.problem.wrong-bytes':
    'Foto rusak di perjalanan. Foto Anda tetap tersimpan di perangkat dan dikirim ulang dari awal.',
  'all.problem.unexpected':
    'Terjadi kesalahan di server. Pekerjaan Anda tetap tersimpan di perangkat. Coba lagi nanti.',
  'all.problem.offline':
    'Tidak ada internet, atau server tidak terjangkau. Pekerjaan Anda tetap tersimpan di perangkat dan dikirim begitu tersambung.',
  'all.problem.timeout':
    'Server terlalu lama menjawab. Pekerjaan Anda tetap tersimpan di perangkat. Coba lagi di tempat yang sinyalnya lebih baik.',
  'all.problem.foreign-answer':
    'Yang menjawab bukan server Jukung, mungkin halaman masuk Wi-Fi. Pekerjaan Anda tetap tersimpan di perangkat. Masuk dulu ke Wi-Fi itu, lalu coba lagi.',
  'all.problem.device-full':
    'Ruang simpan perangkat penuh, perubahan terakhir belum tersimpan. Yang sudah tersimpan aman. Hapus foto atau aplikasi lain, lalu coba lagi.',

  // Why the server keeps an entry apart
  'all.refusal.malformed': 'Isinya rusak dan tidak terbaca',
  'all.refusal.too-large': 'Isinya terlalu besar',
  'all.refusal.invalid-value': 'Ada isian yang tidak sesuai',
  'all.refusal.id-reuse': 'Nomornya sudah dipakai catatan lain',
  'all.refusal.forbidden': 'Penulisnya tidak berhak mengubah ini pada saat itu',
  'all.refusal.unknown-author': 'Penulisnya tidak dikenal di perangkat ini',
  'all.refusal.device-revoked': 'Perangkatnya sudah dicabut izinnya',

  // Places
  'all.place.desa': 'Desa {name}',
  'all.place.kelurahan': 'Kelurahan {name}',
  'all.place.district': 'Kec. {name}',
  'all.place.kabupaten': 'Kab. {name}',
  'all.place.kota': 'Kota {name}',

  // People, and words for single things
  'all.person.unknown': 'Seseorang',
  'all.person.unnamed': 'Peserta tanpa nama',
  'all.word.chosen': 'Dipilih',
  'all.word.entry': 'Catatan lain',
  'all.word.member': 'Anggota',
  'all.word.minutes': 'menit',
  'all.attendance.lateBy': 'Terlambat {n, number} menit',

  // People who disagree
  'all.difference.label': 'Perbedaan data: {name}',
  'all.difference.open': 'Dicatat berbeda oleh dua orang',
  'all.difference.settle': 'Dicatat berbeda. Ketuk yang benar:',

  // Sessions and trainings, wherever they are listed
  'all.session.complete': 'Semua tercatat',
  'all.session.missing': '{n, number} belum dicatat',
  'all.session.notHeld': 'Tidak terlaksana',
  'all.session.now': 'Sedang berlangsung',
  'all.session.recordedOf': '{done, number} dari {total, number} tercatat',
  'all.session.seeAll': 'Lihat semua sesi',
  'all.session.untitled': 'Sesi tanpa judul',
  'all.training.dayDone': '{done, number}/{total, number} sesi',
  'all.training.dayNumber': 'Hari {n, number}',
  'all.training.dayOf': 'Hari ke-{day, number} dari {total, number}',
  'all.training.days': 'Hari kegiatan',
  'all.training.loading': 'Membuka kegiatan',
  'all.training.none': 'Belum ada kegiatan untuk Anda',
  'all.training.noneText':
    'Kegiatan muncul di sini dengan sendirinya setelah koordinator menambahkan Anda.',
  'all.training.noSessions': 'Belum ada sesi',
  'all.training.noSessionsText':
    'Jadwal muncul di sini dengan sendirinya setelah koordinator mengisinya.',
  'all.training.nothingToday': 'Tidak ada sesi hari ini.',
  'all.training.onTheWay': 'Data kegiatan sedang diambil',
  'all.training.onTheWayOffline':
    'Perangkat ini sedang tanpa internet. Sambungkan sebentar untuk mengambil jadwal dan daftar peserta; setelah itu semuanya tersimpan di sini.',
  'all.training.onTheWayText':
    'Jadwal dan daftar peserta muncul sebentar lagi, lalu tetap tersimpan di perangkat ini.',
  'all.training.otherDay': 'Hari lain',
  'all.training.people': '{n, number} peserta',
  'all.training.progress':
    '{people, number} peserta · {done, number} dari {total, number} sesi lengkap',
  'all.training.today': 'Hari ini',
  'all.training.unknown': 'Kegiatan ini belum ada di perangkat',
  'all.training.unknownText':
    'Mungkin datanya masih dalam perjalanan. Tunggu sampai sinkronisasi selesai, atau kembali ke beranda.',
  'all.training.unnamed': 'Kegiatan tanpa nama',
  'all.training.unplanned': 'Hari belum ditentukan',

  // What is odd when records are seen together
  'all.finding.mark-without-participant':
    '{n, number} catatan kehadiran milik orang yang tidak ada di daftar peserta.',
  'all.finding.mark-without-session':
    '{n, number} catatan kehadiran milik sesi yang belum ada di sini.',
  'all.finding.safe':
    'Semua catatan itu tetap tersimpan. Bagian yang kurang mungkin masih dalam perjalanan; kalau tetap ada, beri tahu koordinator.',
  'all.finding.session-outside-training': 'Di luar tanggal kegiatan: {titles}.',
  'all.finding.title': 'Ada yang perlu diperiksa',

  // Delivery, in more words
  'all.sync.attentionText':
    'Server menyimpannya terpisah dan belum memasukkannya. Semuanya tetap tersimpan di perangkat ini dan di server; lihat alasannya.',
  'all.sync.figureCompleted': 'Terakhir lengkap',
  'all.sync.figureDelivered': 'Sudah terkirim dari sini',
  'all.sync.figureWaiting': 'Tersimpan di sini, belum terkirim',
  'all.sync.never': 'Belum pernah',
  'all.sync.nextTry': 'Dicoba lagi dengan sendirinya pukul {time}.',
  'all.sync.notYet': 'Belum sinkron',
  'all.sync.notYetText':
    'Perangkat ini belum selesai mengambil data dari server. Ini berjalan dengan sendirinya selama ada internet.',
  'all.sync.offlineText':
    'Anda tetap bisa bekerja. Semuanya tersimpan di perangkat ini dan terkirim sendiri begitu tersambung.',
  'all.sync.ofTotal': '{done, number} dari {total, number}',
  'all.sync.receiving': 'Mengambil data',
  'all.sync.receivingText': 'Data terbaru sedang diambil dari server.',
  'all.sync.seeAttention': 'Lihat yang perlu perhatian',
  'all.sync.sendingText':
    'Catatan sedang dikirim. Yang belum sampai tetap tersimpan di perangkat ini.',
  'all.sync.sentOfflineText':
    'Semua catatan dari perangkat ini sudah ada di server. Sekarang tanpa internet; terakhir tersambung {when}.',
  'all.sync.sentText': 'Semua catatan dari perangkat ini sudah ada di server.',
  'all.sync.underWay': 'Sedang dikirim',
  'all.sync.waitingOfflineText':
    'Tanpa internet. Semuanya tersimpan di perangkat ini dan terkirim sendiri begitu tersambung.',
  'all.sync.waitingText':
    'Tersimpan di perangkat ini. Terkirim sendiri sebentar lagi, atau ketuk Sinkronkan.',

  // Letting somebody in
  'all.enrol.addLead':
    'Satu perangkat boleh dipakai bergantian. Setiap orang masuk dengan kodenya sendiri; catatan orang lain tetap aman.',
  'all.enrol.addTitle': 'Tambah orang',
  'all.enrol.asking': 'Memeriksa kode',
  'all.enrol.code': 'Kode undangan',
  'all.enrol.codeFromLink': 'Kode dari tautan sudah terisi. Tinggal masuk.',
  'all.enrol.codeHint':
    'Dari koordinator. Huruf besar atau kecil, spasi, dan tanda hubung tidak jadi soal.',
  'all.enrol.codeMissing': 'Tulis dulu kode undangan dari koordinator.',
  'all.enrol.enter': 'Masuk',
  'all.enrol.foreignAnswer':
    'Yang menjawab bukan server Jukung, mungkin halaman masuk Wi-Fi hotel. Kode Anda tetap berlaku. Buka dulu peramban dan masuk ke Wi-Fi itu, lalu coba lagi.',
  'all.enrol.lead':
    'Catat kehadiran di mana saja, juga tanpa sinyal. Semua tersimpan di perangkat ini, lalu terkirim sendiri saat ada internet.',
  'all.enrol.offline':
    'Tidak ada internet, atau server tidak terjangkau. Kode Anda tetap berlaku. Sambungkan ke internet, lalu coba lagi.',
  'all.enrol.onceOnline':
    'Internet hanya diperlukan sekali ini. Setelah masuk, Jukung bekerja tanpa internet.',
  'all.enrol.serverTrouble':
    'Server sedang tidak bisa menjawab. Kode Anda tetap berlaku. Tunggu sebentar, lalu coba lagi.',
  'all.enrol.title': 'Selamat datang di Jukung',
  'all.enrol.tooManyTries':
    'Terlalu banyak percobaan dengan kode yang salah. Coba lagi mulai pukul {time}.',

  // The home page of a librarian
  'pengelola.home.next':
    'Anda tidak perlu melakukan apa-apa sekarang. Biarkan aplikasi ini terpasang di ponsel Anda.',
  'pengelola.home.text':
    'Anda sudah terdaftar sebagai pengelola perpustakaan ini. Koordinator memberi tahu Anda saat pengisian profil perpustakaan dimulai.',
  'pengelola.home.title': 'Perpustakaan Anda',

  // The attendance sheet
  'fasilitator.sheet.allPresent': 'Semua hadir',
  'fasilitator.sheet.clear': 'Jadikan “Belum dicatat”',
  'fasilitator.sheet.filter': 'Tampilkan',
  'fasilitator.sheet.filter-all': 'Semua {n, number}',
  'fasilitator.sheet.filter-exceptions': 'Selain hadir {n, number}',
  'fasilitator.sheet.filter-missing': 'Belum {n, number}',
  'fasilitator.sheet.hint': 'Ketuk nama: Hadir. Ketuk sekali lagi untuk keadaan lain.',
  'fasilitator.sheet.loading': 'Membuka daftar hadir',
  'fasilitator.sheet.markedPresent': '{n, number} orang ditandai Hadir',
  'fasilitator.sheet.minutesLate': 'Terlambat berapa menit?',
  'fasilitator.sheet.nobody': 'Belum ada peserta',
  'fasilitator.sheet.nobodyText':
    'Daftar peserta muncul di sini dengan sendirinya setelah diambil dari server.',
  'fasilitator.sheet.noneInSight': 'Tidak ada nama yang cocok.',
  'fasilitator.sheet.noteHint':
    'Bila perlu, misalnya siapa yang memberi kabar. Keterangan sakit tidak perlu ditulis.',
  'fasilitator.sheet.noteSaved': 'Catatan diubah',
  'fasilitator.sheet.notHeld': 'Sesi ini tidak terlaksana',
  'fasilitator.sheet.notSaved':
    'Perubahan terakhir tidak tersimpan. Yang sudah tersimpan aman. Coba sekali lagi.',
  'fasilitator.sheet.otherStates': 'Keadaan lain',
  'fasilitator.sheet.recorded': '{done, number} dari {total, number}',
  'fasilitator.sheet.saved': '{what}. Tersimpan.',
  'fasilitator.sheet.saving': 'Sedang disimpan',
  'fasilitator.sheet.search': 'Cari nama atau asal',
  'fasilitator.sheet.undone': 'Dikembalikan seperti semula',
  'fasilitator.sheet.unknown': 'Sesi ini belum ada di perangkat',
  'fasilitator.sheet.unknownText':
    'Mungkin datanya masih dalam perjalanan, atau sesinya sudah dihapus. Catatan yang sudah dibuat tetap tersimpan.',
  'koordinator.sheet.updatedAt': 'Diperbarui pukul {time}',

  // What needs attention
  'all.attention.byAuthor':
    'Hanya penulisnya yang dapat membetulkan: catat sekali lagi dengan benar.',
  'all.attention.byCoordinator': 'Koordinator dapat memasukkannya; beri tahu koordinator.',
  'all.attention.loading': 'Mengambil daftar',
  'all.attention.none': 'Tidak ada yang perlu perhatian',
  'all.attention.noneText': 'Semua yang sampai di server sudah diterima.',
  'all.attention.own': 'Dari perangkat ini',
  'all.attention.safe':
    'Catatan di bawah ini disimpan terpisah oleh server. Tidak ada yang hilang: semuanya tetap ada di perangkat ini dan di server.',
  'all.attention.title': 'Perlu perhatian',
  'koordinator.attention.none': 'Tidak ada catatan lain yang disimpan terpisah.',
  'koordinator.attention.origin': '{author}, perangkat {device}',
  'koordinator.attention.title': 'Dari semua perangkat',

  // This device
  'all.device.askToKeep': 'Minta penyimpanan tetap',
  'all.device.atDevice': 'sedang memakai',
  'all.device.clock': 'Jam perangkat',
  'all.device.clockRight': 'Cocok',
  'all.device.clockWrong': 'Tidak cocok dengan server',
  'all.device.export': 'Simpan yang belum terkirim sebagai berkas',
  'all.device.exported': 'Berkas sudah dibuat. Semuanya tetap tersimpan di perangkat ini juga.',
  'all.device.facts': 'Perangkat ini',
  'all.device.free': 'Ruang kosong',
  'all.device.handedOver':
    'Perangkat diserahkan kepada {name}. Catatan sebelumnya tetap atas nama penulisnya.',
  'all.device.handOver': 'Serahkan',
  'all.device.id': 'Nomor perangkat',
  'all.device.megabytes': '{n, number} MB',
  'all.device.offline': 'Tanpa internet',
  'all.device.offlineNotYet': 'Sedang disiapkan',
  'all.device.offlineReady': 'Siap dipakai',
  'all.device.people': 'Siapa di perangkat ini',
  'all.device.peopleText':
    'Serahkan kepada rekan tanpa internet. Catatan setiap orang tersimpan atas namanya sendiri.',
  'all.device.storage': 'Penyimpanan',
  'all.device.storageKept': 'Dijaga oleh peramban',
  'all.device.storageNotPromised': 'Belum dijaga',
  'all.device.storageText':
    'Peramban boleh membersihkan data saat ruang sempit. Mintalah agar data Jukung tetap disimpan.',
  'all.device.territorySource':
    'Nama wilayah: idn-area-data, Open Database License (ODbL), menurut Kepmendagri 300.2.2-2138 Tahun 2025.',
  'all.device.title': 'Perangkat dan orang',
  'all.device.version': 'Versi',

  // The frame, and where nothing stands
  'all.clock.text':
    'Pekerjaan Anda aman dan urutannya tetap benar. Nyalakan tanggal dan jam otomatis di pengaturan perangkat.',
  'all.clock.title': 'Jam perangkat ini tidak cocok',
  'all.crash.exportFailed':
    'Salinan tidak dapat dibuat sekarang. Pekerjaan Anda tetap tersimpan; jangan hapus data peramban. Muat ulang, lalu coba lagi.',
  'all.crash.exported': 'Salinan sudah dibuat. Berikan berkasnya kepada koordinator.',
  'all.frame.skip': 'Langsung ke isi',
  'all.loadFailed.text':
    'Pekerjaan Anda tetap tersimpan. Bagian ini baru bisa dibuka setelah diambil sekali lewat internet.',
  'all.loadFailed.title': 'Bagian ini belum ada di perangkat',
  'all.notFound.text':
    'Pekerjaan Anda tetap tersimpan. Periksa alamatnya, atau kembali ke beranda.',
  'all.notFound.title': 'Halaman tidak ditemukan',
} as const satisfies Record<string, string>;

/** The name of something a person reads. */
export type MessageKey = keyof typeof messagesId;

/** A whole catalogue. */
export type Messages = Readonly<Record<MessageKey, string>>;
