import type { messagesIdLater } from './messages-id-later.ts';

/**
 * What a person reads on the first screens, in Indonesian, and the only catalogue in the shell: together
 * with messages-id-later.ts the authority for keys and placeholders. A key has three parts: who reads it (all, or a role), where, and what it
 * says. Blocks follow the screens. Placeholders stand in braces, numbers as {n, number}; Indonesian
 * has one plural, so choosing between forms is left to the other languages.
 */
export const messagesId = {
  // Words on buttons
  'all.action.back': 'Kembali',
  'all.action.close': 'Tutup',
  'all.action.retry': 'Coba lagi',
  'all.action.synchronise': 'Sinkronkan',

  // The programme's own words
  'all.word.home': 'Beranda',

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
  'all.sync.offline': 'Tanpa internet',
  'all.sync.sending': 'Mengirim {done, number} dari {total, number}',
  'all.sync.sent': 'Terkirim',
  'all.sync.title': 'Sinkronisasi',
  'all.sync.waiting': 'Belum terkirim: {n, number}',

  // Settings of the device
  'all.settings.language': 'Bahasa',

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
  'all.problem.no-right':
    'Anda tidak berhak melakukan ini. Pekerjaan Anda tetap tersimpan. Hubungi koordinator.',
  'all.problem.village-unknown': 'Server tidak mengenal desa ini. Pilih lagi desanya.',
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

  // Places
  'all.place.desa': 'Desa {name}',
  'all.place.kelurahan': 'Kelurahan {name}',
  'all.place.district': 'Kec. {name}',
  'all.place.kabupaten': 'Kab. {name}',
  'all.place.kota': 'Kota {name}',

  // People, and words for single things
  'all.person.unknown': 'Seseorang',
  'all.attendance.lateBy': 'Terlambat {n, number} menit',

  // People who disagree
  'all.difference.label': 'Perbedaan data: {name}',
  'all.difference.open': 'Dicatat berbeda oleh dua orang',
  'all.difference.settle': 'Dicatat berbeda. Ketuk yang benar:',

  // Sessions and trainings, wherever they are listed
  'all.session.complete': 'Semua tercatat',
  'all.session.jp': '{n} JP',
  'all.session.missing': '{n, number} belum dicatat',
  'all.session.notHeld': 'Tidak terlaksana',
  'all.session.now': 'Sedang berlangsung',
  'all.session.recordedOf': '{done, number} dari {total, number} tercatat',
  'all.session.seeAll': 'Lihat semua sesi',
  'all.session.untitled': 'Sesi tanpa judul',
  'all.training.dayOf': 'Hari ke-{day, number} dari {total, number}',
  'all.training.loading': 'Membuka kegiatan',
  'all.training.none': 'Belum ada kegiatan untuk Anda',
  'all.training.noneText':
    'Kegiatan muncul di sini dengan sendirinya setelah koordinator menambahkan Anda.',
  'all.training.nothingToday': 'Tidak ada sesi hari ini.',
  'all.training.onTheWay': 'Data kegiatan sedang diambil',
  'all.training.onTheWayOffline':
    'Perangkat ini sedang tanpa internet. Sambungkan sebentar untuk mengambil jadwal dan daftar peserta; setelah itu semuanya tersimpan di sini.',
  'all.training.onTheWayText':
    'Jadwal dan daftar peserta muncul sebentar lagi, lalu tetap tersimpan di perangkat ini.',
  'all.training.progress':
    '{people, number} peserta · {done, number} dari {total, number} sesi lengkap',
  'all.training.today': 'Hari ini',
  'all.training.unnamed': 'Kegiatan tanpa nama',

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
  'all.sync.figurePictures': 'Foto belum terkirim',
  'all.sync.figurePicturesValue': '{n, number} ({mb, number} MB)',
  'all.sync.megabytesOf': '{done, number} dari {total, number} MB',
  'all.sync.pictures': '{n, number} foto belum terkirim',
  'all.sync.picturesOfflineText':
    'Tanpa internet. Foto tetap tersimpan di perangkat ini dan terkirim sendiri begitu tersambung.',
  'all.sync.picturesText':
    'Foto menyusul setelah catatan, dengan sendirinya. Sampai saat itu tetap tersimpan di perangkat ini.',
  'all.sync.sendingPictures': 'Mengirim foto: {n, number}%',
  'all.sync.sendingPicturesText':
    'Foto sedang dikirim. Yang belum sampai tetap tersimpan di perangkat ini.',
  'all.sync.underWayPictures': 'Foto sedang dikirim',

  // Letting somebody in
  'all.enrol.addLead':
    'Satu perangkat boleh dipakai bergantian. Setiap orang masuk dengan kodenya sendiri; catatan orang lain tetap aman.',
  'all.enrol.addTitle': 'Tambah orang',
  'all.enrol.asking': 'Memeriksa kode',
  'all.enrol.code': 'Kode undangan',
  'all.enrol.codeFromLink': 'Kode dari tautan sudah terisi. Tinggal masuk.',
  'all.enrol.codeHint':
    'Dari koordinator. Huruf besar atau kecil, spasi, dan tanda hubung tidak jadi soal.',
  'all.enrol.codeKept':
    'Belum ada sinyal. Kode tersimpan di sini, tidak hilang. Tekan Masuk saat ada sinyal.',
  'all.enrol.codeMissing': 'Tulis dulu kode undangan dari koordinator.',
  'all.enrol.enter': 'Masuk',
  'all.enrol.foreignAnswer':
    'Yang menjawab bukan server Jukung, mungkin halaman masuk Wi-Fi hotel. Kode Anda tetap berlaku. Buka dulu peramban dan masuk ke Wi-Fi itu, lalu coba lagi.',
  'all.enrol.lead':
    'Catat kehadiran di mana saja, juga tanpa sinyal. Semua tersimpan di perangkat ini, lalu terkirim sendiri saat ada internet.',
  'all.enrol.offline':
    'Tidak ada internet, atau server tidak terjangkau. Kode tersimpan di sini dan tetap berlaku. Tekan Masuk lagi saat ada sinyal.',
  'all.enrol.onceOnline':
    'Internet hanya diperlukan sekali ini. Setelah masuk, Jukung bekerja tanpa internet.',
  'all.enrol.resumeDraft': 'Lanjutkan isian di HP ini',
  'all.enrol.serverTrouble':
    'Server sedang tidak bisa menjawab. Kode Anda tetap berlaku. Tunggu sebentar, lalu coba lagi.',
  'all.enrol.startDraft': 'Mulai mengisi tanpa undangan',
  'all.enrol.title': 'Selamat datang di Jukung',
  'all.enrol.tooManyTries':
    'Terlalu banyak percobaan dengan kode yang salah. Coba lagi mulai pukul {time}.',

  // The home page of a librarian
  'pengelola.home.open': 'Buka profil',
  'pengelola.home.text':
    'Isi profil perpustakaan sedikit demi sedikit, juga tanpa sinyal. Setiap isian tersimpan di HP ini dan terkirim sendiri saat ada internet.',
  'pengelola.home.title': 'Perpustakaan Anda',

  // What needs attention
  'all.attention.title': 'Perlu perhatian',

  // This device
  'all.device.title': 'Perangkat dan orang',

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

/** Everything a person reads, in Indonesian. */
export type IndonesianMessages = typeof messagesId & typeof messagesIdLater;

/** The name of something a person reads. */
export type MessageKey = keyof IndonesianMessages;

/** A whole catalogue. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** The catalogue of the shell. */
export type ShellMessages = Readonly<Record<keyof typeof messagesId, string>>;
