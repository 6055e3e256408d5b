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
} as const satisfies Record<string, string>;

/** The name of something a person reads. */
export type MessageKey = keyof typeof messagesId;

/** A whole catalogue. */
export type Messages = Readonly<Record<MessageKey, string>>;
