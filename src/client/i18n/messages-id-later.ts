/**
 * The words of the screens that are fetched when they are first wanted, in Indonesian: fetched with them,
 * so that they do not weigh on the first screen. What a part in the shell says stands in messages-id.ts.
 */
export const messagesIdLater = {
  // Words on buttons
  'all.action.add': 'Tambah',
  'all.action.cancel': 'Batal',
  'all.action.change': 'Ubah',
  'all.action.clear': 'Kosongkan',
  'all.action.continue': 'Lanjut',
  'all.action.decrease': 'Kurangi',
  'all.action.delete': 'Hapus',
  'all.action.done': 'Selesai',
  'all.action.download': 'Unduh',
  'all.action.increase': 'Tambah',
  'all.action.more': 'Lainnya',
  'all.action.open': 'Buka',
  'all.action.save': 'Simpan',
  'all.action.search': 'Cari',
  'all.action.send': 'Kirim',
  'all.action.signOut': 'Keluar',
  'all.action.undo': 'Urungkan',
  'all.action.upload': 'Unggah',

  // The programme's own words
  'all.word.attendance': 'Kehadiran',
  'all.word.attendanceSheet': 'Daftar Hadir',
  'all.word.checklist': 'Daftar Periksa',
  'all.word.difference': 'Perbedaan data',
  'all.word.history': 'Riwayat perubahan',
  'all.word.libraryProfile': 'Profil Perpustakaan',
  'all.word.noDataYet': 'Belum ada data',
  'all.word.note': 'Catatan',
  'all.word.participant': 'Peserta',
  'all.word.required': 'Wajib diisi',
  'all.word.session': 'Sesi',
  'all.word.signature': 'Tanda tangan',
  'all.word.training': 'Kegiatan',
  'all.word.unknown': 'Tidak tahu',

  // What is saved, sent, missing
  'all.sync.failed': 'Gagal terkirim — coba lagi',
  'all.sync.lastAt': 'Terakhir tersambung {when}',
  'all.sync.saved': 'Tersimpan di perangkat ini',

  // Settings of the device
  'all.settings.theme': 'Tampilan',
  'all.settings.themeDark': 'Gelap',
  'all.settings.themeLight': 'Terang',
  'all.settings.themeSun': 'Di bawah matahari',
  'all.settings.themeSystem': 'Ikuti perangkat',
  'all.settings.title': 'Pengaturan',

  // People, and words for single things
  'all.person.unnamed': 'Peserta tanpa nama',
  'all.word.chosen': 'Dipilih',
  'all.word.entry': 'Catatan lain',
  'all.word.member': 'Anggota',
  'all.word.minutes': 'menit',

  // Sessions and trainings, wherever they are listed
  'all.training.dayDone': '{done, number}/{total, number} sesi',
  'all.training.dayNumber': 'Hari {n, number}',
  'all.training.days': 'Hari kegiatan',
  'all.training.noSessions': 'Belum ada sesi',
  'all.training.noSessionsText':
    'Jadwal muncul di sini dengan sendirinya setelah koordinator mengisinya.',
  'all.training.otherDay': 'Hari lain',
  'all.training.people': '{n, number} peserta',
  'all.training.unknown': 'Kegiatan ini belum ada di perangkat',
  'all.training.unknownText':
    'Mungkin datanya masih dalam perjalanan. Tunggu sampai sinkronisasi selesai, atau kembali ke beranda.',
  'all.training.unplanned': 'Hari belum ditentukan',

  // Why the server keeps an entry apart
  'all.refusal.malformed': 'Isinya rusak dan tidak terbaca',
  'all.refusal.too-large': 'Isinya terlalu besar',
  'all.refusal.invalid-value': 'Ada isian yang tidak sesuai',
  'all.refusal.id-reuse': 'Nomornya sudah dipakai catatan lain',
  'all.refusal.forbidden': 'Penulisnya tidak berhak mengubah ini pada saat itu',
  'all.refusal.unknown-author': 'Penulisnya tidak dikenal di perangkat ini',
  'all.refusal.device-revoked': 'Perangkatnya sudah dicabut izinnya',

  // What is odd when records are seen together
  'all.finding.mark-without-participant':
    '{n, number} catatan kehadiran milik orang yang tidak ada di daftar peserta.',
  'all.finding.mark-without-session':
    '{n, number} catatan kehadiran milik sesi yang belum ada di sini.',
  'all.finding.safe':
    'Semua catatan itu tetap tersimpan. Bagian yang kurang mungkin masih dalam perjalanan; kalau tetap ada, beri tahu koordinator.',
  'all.finding.session-outside-training': 'Di luar tanggal kegiatan: {titles}.',
  'all.finding.title': 'Ada yang perlu diperiksa',

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
  'fasilitator.sheet.refused':
    'Yang terakhir dicatat di sini disimpan terpisah oleh server; isinya aman. Kalau perlu, pilih keadaan yang benar sekali lagi.',
  'fasilitator.sheet.saved': '{what}. Tersimpan.',
  'fasilitator.sheet.saving': 'Sedang disimpan',
  'fasilitator.sheet.search': 'Cari nama atau asal',
  'fasilitator.sheet.undone': 'Dikembalikan seperti semula',
  'fasilitator.sheet.unknown': 'Sesi ini belum ada di perangkat',
  'fasilitator.sheet.unknownText':
    'Mungkin datanya masih dalam perjalanan, atau sesinya sudah dihapus. Catatan yang sudah dibuat tetap tersimpan.',
  'koordinator.sheet.updatedAt': 'Diperbarui pukul {time}',

  // What needs attention
  'all.attention.correct': 'Perbaiki',
  'all.attention.corrected': 'Sudah dicatat ulang sesudah itu. Tinggal tarik kembali yang ini.',
  'all.attention.declined': 'Tidak diterima',
  'all.attention.declinedNoNote': 'Koordinator tidak menulis alasan.',
  'all.attention.declinedNote': 'Kata koordinator: “{note}”',
  'all.attention.declinedSince': 'Diketahui {when}',
  'all.attention.declinedText':
    'Koordinator memutuskan catatan ini tidak masuk ke data. Isinya tetap tersimpan di server.',
  'all.attention.loading': 'Mengambil daftar',
  'all.attention.none': 'Tidak ada yang perlu perhatian',
  'all.attention.noneText': 'Semua yang sampai di server sudah diterima.',
  'all.attention.ofOther':
    'Ditulis oleh {author}. Hanya {author} yang dapat menariknya kembali: serahkan dulu perangkat kepadanya.',
  'all.attention.own': 'Dari perangkat ini',
  'all.attention.restored': 'Dikembalikan ke daftar',
  'all.attention.safe':
    'Yang belum diterima disimpan terpisah oleh server. Tidak ada yang hilang: semuanya tetap ada di perangkat penulisnya dan di server.',
  'all.attention.shutOut':
    'Dapat ditarik kembali setelah koordinator mengizinkan perangkat ini lagi.',
  'all.attention.since': 'Aman di perangkat ini. Disimpan terpisah sejak {when}.',
  'all.attention.withdraw': 'Tarik kembali',
  'all.attention.withdrawn': '{what}: ditarik kembali. Tersimpan.',
  'all.attentionAdvice.device-revoked':
    'Koordinator melihatnya di layarnya dan dapat menerimanya. Katakan kepadanya: “Izin perangkat {device} dicabut; tolong terima catatan saya.”',
  'all.attentionAdvice.forbidden':
    'Koordinator melihatnya di layarnya dan dapat menerimanya. Katakan kepadanya: “Tolong beri saya hak di {place}, atau terima catatan saya.”',
  'all.attentionAdvice.id-reuse': 'Catat sekali lagi, lalu tarik kembali yang ini.',
  'all.attentionAdvice.invalid-value':
    'Catat sekali lagi dengan isian yang sesuai, lalu tarik kembali yang ini.',
  'all.attentionAdvice.malformed': 'Catat sekali lagi, lalu tarik kembali yang ini.',
  'all.attentionAdvice.too-large':
    'Catat sekali lagi dengan lebih singkat, lalu tarik kembali yang ini.',
  'all.attentionAdvice.unknown-author':
    'Koordinator melihatnya di layarnya dan dapat menerimanya. Katakan kepadanya: “Catatan ini saya yang menulis; tolong terima, atau beri saya kode baru untuk perangkat {device}.”',
  'koordinator.attention.accept': 'Terima',
  'koordinator.attention.accepted': 'Diterima: {what}. Tersimpan.',
  'koordinator.attention.arrived': 'Sampai di server {when}',
  'koordinator.attention.decided': 'Diputuskan, menunggu terkirim',
  'koordinator.attention.decidedAccept':
    'Diterima. Masuk ke data begitu keputusan ini sampai di server.',
  'koordinator.attention.decidedDecline':
    'Ditolak. Penulisnya diberi tahu begitu keputusan ini sampai di server.',
  'koordinator.attention.decline': 'Tolak',
  'koordinator.attention.declined': 'Ditolak: {what}. Tersimpan.',
  'koordinator.attention.declineText':
    'Catatan ini tidak masuk ke data, tetapi tetap tersimpan di server. Penulisnya membaca alasan Anda.',
  'koordinator.attention.declineTitle': 'Tolak catatan ini',
  'koordinator.attention.mayAccept':
    'Kalau diterima, catatan ini masuk dengan penulis dan waktu aslinya, dan tidak dikeluarkan lagi.',
  'koordinator.attention.none': 'Tidak ada catatan lain yang disimpan terpisah.',
  'koordinator.attention.note': 'Alasan untuk penulisnya',
  'koordinator.attention.noteHint':
    'Tidak wajib, tetapi menolong: apa yang kurang, dan apa yang sebaiknya dilakukan.',
  'koordinator.attention.onlyAuthor':
    'Hanya penulisnya yang dapat membetulkan. Beri tahu {author}, atau tolak supaya tidak menunggu lagi.',
  'koordinator.attention.onlyNobody':
    'Hanya penulisnya yang dapat membetulkan. Tolak supaya catatan ini tidak menunggu lagi.',
  'koordinator.attention.origin': '{author} · perangkat {device}',
  'koordinator.attention.title': 'Dari semua perangkat',
  'koordinator.attention.undone': 'Keputusan ditarik kembali. Tersimpan.',

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
  'all.device.version': 'Versi',

  // Lists that are asked for over the network
  'all.asked.at': 'Diambil pukul {time}',
  'all.asked.failed': 'Belum dapat diambil dari server',
  'all.asked.stale': 'Yang di bawah ini dari pukul {time}.',

  // Everything ever written of a record
  'all.history.arrived': 'sampai di server {when}',
  'all.history.cleared': '{field}: dikosongkan',
  'all.history.clockUncertain': 'jam perangkat tidak pasti',
  'all.history.count': '{n, number} perubahan',
  'all.history.field': '{field}: {value}',
  'all.history.from': 'perangkat {device}',
  'all.history.loading': 'Mengambil riwayat',
  'all.history.none': 'Belum ada riwayat di server',
  'all.history.noneText': 'Yang dicatat di perangkat ini muncul di sini setelah terkirim.',
  'all.history.opaque': 'Ditulis oleh versi yang lebih baru; dimengerti setelah server diperbarui',
  'all.history.open': 'Riwayat',
  'all.history.quarantined': 'Disimpan terpisah: {reason}',
  'all.history.shown': 'Berlaku',
  'all.history.waiting':
    'Perangkat ini masih menyimpan perubahan yang belum terkirim. Itu belum termasuk di bawah ini.',

  // Fields of records, and what they hold
  'all.field.batch': 'Angkatan',
  'all.field.day': 'Hari',
  'all.field.deleted': 'Dihapus',
  'all.field.endsAt': 'Selesai pukul',
  'all.field.endsOn': 'Selesai tanggal',
  'all.field.gender': 'Jenis kelamin',
  'all.field.image': 'Gambar',
  'all.field.institution': 'Instansi',
  'all.field.jp': 'Jam pelajaran',
  'all.field.mark': 'Kehadiran',
  'all.field.minimumAttendance': 'Kehadiran terendah (%)',
  'all.field.name': 'Nama',
  'all.field.nip': 'NIP',
  'all.field.notHeld': 'Alasan tidak terlaksana',
  'all.field.note': 'Catatan',
  'all.field.outcome': 'Keputusan',
  'all.field.paper': 'Kop dan penanda tangan',
  'all.field.phone': 'Telepon',
  'all.field.place': 'Tempat',
  'all.field.position': 'Jabatan',
  'all.field.regency': 'Kabupaten/kota',
  'all.field.revoked': 'Izin dicabut',
  'all.field.role': 'Peran',
  'all.field.room': 'Ruang',
  'all.field.sameAs': 'Orang yang sama dengan',
  'all.field.scores': 'Nilai',
  'all.field.startsAt': 'Mulai pukul',
  'all.field.startsOn': 'Mulai tanggal',
  'all.field.title': 'Judul',
  'all.field.trainers': 'Pengajar',
  'all.field.until': 'Berlaku sampai',
  'all.field.village': 'Desa',
  'all.value.accept': 'Diterima',
  'all.value.decline': 'Ditolak',
  'all.value.empty': 'kosong',
  'all.value.L': 'Laki-laki',
  'all.value.no': 'Tidak',
  'all.value.P': 'Perempuan',
  'all.value.picture': '{mb, number} MB, {w} × {h}',
  'all.value.withdraw': 'Ditarik kembali',
  'all.value.yes': 'Ya',
  'all.word.decision': 'Keputusan',
  'all.word.deviceRecord': 'Perangkat',

  // Proof of what was sent
  'all.receipts.at': 'Menurut server {when}',
  'all.receipts.changes': '{done, number} dari {total, number} perubahan',
  'all.receipts.changesHeld': '{n, number} perubahan',
  'all.receipts.code': 'Kode: {letters}',
  'all.receipts.codeLater': 'Kodenya muncul setelah semuanya sampai.',
  'all.receipts.lead':
    'Kode empat huruf dihitung dari isinya. Koordinator melihat kode yang sama di layarnya: hurufnya sama berarti isinya sama.',
  'all.receipts.loading': 'Membuka bukti',
  'all.receipts.missing': 'Masih kurang: {what}.',
  'all.receipts.missingAnswer': 'bukti dari server',
  'all.receipts.missingPictures': '{n, number} foto belum sampai',
  'all.receipts.missingSame':
    'daftar server dan perangkat ini belum sama; dicocokkan lagi dengan sendirinya',
  'all.receipts.missingWaiting': '{n, number} perubahan belum terkirim',
  'all.receipts.none': 'Belum ada yang dicatat di perangkat ini',
  'all.receipts.noneText':
    'Setelah Anda mencatat dan catatannya terkirim, buktinya muncul di sini.',
  'all.receipts.notYet': 'Belum lengkap',
  'all.receipts.notYetAsked':
    'Server belum memberi bukti. Bukti datang sendiri setelah catatan terkirim.',
  'all.receipts.people': '{done, number} dari {total, number} peserta',
  'all.receipts.peopleHeld': '{n, number} peserta',
  'all.receipts.pictures': '{done, number} dari {total, number} foto',
  'all.receipts.proven': 'Terbukti',
  'all.receipts.records': '{done, number} dari {total, number} data',
  'all.receipts.recordsHeld': '{n, number} data',
  'all.receipts.refused': '{n, number} disimpan terpisah',
  'all.receipts.refusedNamed': '{n, number} disimpan terpisah: {names}',
  'all.receipts.see': 'Lihat bukti terkirim',
  'all.receipts.storedAt': 'tersimpan {when}',
  'all.receipts.summary': '{done, number} dari {total, number} kelompok terbukti sampai di server.',
  'all.receipts.title': 'Bukti terkirim',

  // All devices, for the coordinator
  'koordinator.devices.access': 'Izin perangkat',
  'koordinator.devices.accessWaiting': 'Tersimpan di perangkat ini; berlaku setelah terkirim.',
  'koordinator.devices.allIn':
    '{n, number} perangkat. Semuanya melaporkan tidak ada yang menunggu.',
  'koordinator.devices.battery': 'Baterai',
  'koordinator.devices.carries': '{what} menunggu',
  'koordinator.devices.carrying':
    '{n, number} perangkat, {waiting, number} masih membawa catatan atau foto.',
  'koordinator.devices.lastSeen': 'Terakhir terhubung',
  'koordinator.devices.lastSeenAt': 'terakhir terhubung {when}',
  'koordinator.devices.loading': 'Mengambil daftar perangkat',
  'koordinator.devices.neverSeen': 'Belum pernah mengirim',
  'koordinator.devices.nobody': 'Belum ada orang',
  'koordinator.devices.none': 'Belum ada perangkat',
  'koordinator.devices.noneText':
    'Perangkat muncul di sini setelah seseorang masuk dengan kodenya.',
  'koordinator.devices.nothingWaits': 'Tidak ada yang menunggu',
  'koordinator.devices.own':
    'Ini perangkat yang sedang Anda pakai. Izinnya hanya dapat dicabut dari perangkat lain.',
  'koordinator.devices.people': 'Orang',
  'koordinator.devices.receipts': 'Yang sudah ada di server',
  'koordinator.devices.receiptsNone': 'Belum ada catatan dari perangkat ini di server.',
  'koordinator.devices.receiptsText':
    'Di perangkat itu, “Bukti terkirim” menunjukkan kode yang sama kalau isinya sama.',
  'koordinator.devices.report': 'Keadaan perangkat',
  'koordinator.devices.reportText': 'Seperti dilaporkan perangkat itu saat terakhir terhubung.',
  'koordinator.devices.restore': 'Izinkan lagi',
  'koordinator.devices.restored': 'Perangkat diizinkan lagi. Tersimpan.',
  'koordinator.devices.revoke': 'Cabut izin',
  'koordinator.devices.revoked': 'Izin dicabut',
  'koordinator.devices.revokedDone': 'Izin perangkat dicabut. Tersimpan.',
  'koordinator.devices.revokedText':
    'Perangkat ini tidak dapat membaca data lagi. Yang dikirimnya disimpan terpisah sampai diputuskan; tidak ada yang hilang.',
  'koordinator.devices.revokeText':
    'Kalau perangkat hilang atau jatuh ke tangan orang lain, cabut izinnya: ia tidak dapat membaca data lagi, dan yang dikirimnya disimpan terpisah sampai diputuskan.',
  'koordinator.devices.unknown': 'Perangkat ini tidak ada dalam daftar',
  'koordinator.devices.unknownText':
    'Mungkin nomornya salah, atau perangkat itu bukan dari kegiatan yang Anda koordinasi.',
  'koordinator.devices.unnamed': 'Perangkat tanpa nama',
  'koordinator.devices.version': 'Versi aplikasi',
  'koordinator.devices.waiting': 'Menunggu di perangkat',
  'koordinator.devices.waitingEntries': '{n, number} catatan',
  'koordinator.devices.waitingPictures': '{n, number} foto',

  // Choosing a village
  'all.village.change': 'Ganti',
  'all.village.chooseDistrict': 'Pilih kecamatan di {regency}',
  'all.village.chooseRegency': 'Pilih kabupaten atau kota',
  'all.village.chooseVillage': 'Pilih desa atau kelurahan di {district}',
  'all.village.found': '{n, number} tempat ditemukan.',
  'all.village.foundMore': '{n, number} yang pertama. Tulis lebih lengkap untuk mempersempit.',
  'all.village.loading': 'Memuat daftar desa',
  'all.village.none':
    'Tidak ada yang cocok. Periksa ejaannya, atau kosongkan pencarian dan pilih dari daftar.',
  'all.village.otherDistrict': 'Ganti kecamatan',
  'all.village.otherRegency': 'Ganti kabupaten',
  'all.village.results': 'Hasil pencarian',
  'all.village.search': 'Cari desa atau kecamatan',
  'all.village.unknown': 'Kode {code} tidak dikenal',
  'all.village.unknownText':
    'Kode ini tidak ada dalam daftar desa di perangkat ini. Kode tetap tersimpan; ganti kalau keliru.',

  // The home page of a coordinator
  'all.libraries.title': 'Profil perpustakaan',
  'all.libraries.text': 'Kelengkapan per kabupaten',
  'koordinator.devices.title': 'Perangkat',
  'koordinator.home.attentionText': 'Catatan yang menunggu keputusan',
  'koordinator.home.devicesText': 'Siapa sudah mengirim, apa yang masih menunggu',
  'koordinator.home.title': 'Untuk koordinator',

  // Inviting somebody
  'all.invite.another': 'Undangan lain',
  'all.invite.code': 'Kode undangan: {letters}',
  'all.invite.copied': 'Tautan undangan disalin.',
  'all.invite.homeText': 'Beri orang lain kode untuk masuk',
  'all.invite.lead':
    'Orang yang diundang masuk dengan ponselnya sendiri, untuk tugas dan tempat yang dipilih di sini.',
  'all.invite.make': 'Buat undangan',
  'all.invite.making': 'Membuat undangan',
  'all.invite.name': 'Nama orang yang diundang',
  'all.invite.nameHint': 'Nama lengkap; nama ini tertulis pada catatannya.',
  'all.invite.nameMissing': 'Tulis dulu namanya.',
  'all.invite.noRight':
    'Anda tidak berhak mengundang untuk tempat ini. Pilih tempat di wilayah tugas Anda, atau hubungi koordinator.',
  'all.invite.notKept':
    'Kode hanya ada di layar ini dan hilang kalau aplikasi ditutup. Kalau perlu, buat saja undangan lain.',
  'all.invite.offline':
    'Belum ada internet. Membuat undangan perlu internet; isian di bawah tetap ada. Tekan Buat undangan saat tersambung.',
  'all.invite.oneRegency': 'Perpustakaan di satu kabupaten',
  'all.invite.place': 'Bertugas di',
  'all.invite.placeMissing': 'Pilih dulu tempat tugasnya.',
  'all.invite.qr': 'Kode QR berisi tautan undangan untuk {name}',
  'all.invite.readOut': 'Atau bacakan kode ini',
  'all.invite.regency': 'Kabupaten atau kota',
  'all.invite.role': 'Diundang sebagai',
  'all.invite.scan': 'Pindai dengan kamera ponsel yang diundang, di tempat yang ada sinyal.',
  'all.invite.serverTrouble':
    'Server sedang tidak bisa menjawab; undangan belum dibuat. Tunggu sebentar, lalu coba lagi.',
  'all.invite.share': 'Bagikan tautan',
  'all.invite.shareFailed':
    'Tautan tidak bisa disalin di peramban ini. Bacakan kodenya, atau salin sendiri tautan di layar.',
  'all.invite.shareText': 'Undangan Jukung untuk {name}',
  'all.invite.title': 'Undang orang',
  'all.invite.titleMade': 'Undangan untuk {name}',
  'all.invite.tooMany':
    'Terlalu banyak undangan Anda yang belum dipakai. Undangan baru bisa dibuat setelah ada yang dipakai atau habis masa berlakunya.',
  'all.invite.unreached':
    'Tidak ada internet, atau server tidak terjangkau; undangan belum dibuat. Isian tetap ada. Coba lagi saat tersambung.',
  'all.invite.until': 'Berlaku sampai {day}, untuk satu ponsel.',
  'all.invite.village': 'Desa atau kelurahan tempat tugasnya',
  'all.invite.villageMissing': 'Pilih dulu desanya.',

  // Forms, and the library's profile
  'library.unknown.title': 'Tidak ada profil di alamat ini',
  'library.unknown.text':
    'Alamatnya mungkin salah ketik. Isian yang tersimpan tetap aman; buka profil dari beranda.',
  'library.village.follow': 'Buka profilnya',
  'library.profile.loading': 'Membuka profil',
  'photo.state.take': 'Ambil foto',
  'photo.state.choose': 'Pilih foto',
  'photo.state.again': 'Ambil ulang',
  'photo.state.working': 'Foto sedang dikecilkan…',
  'photo.state.waiting': 'Tersimpan di HP ini, belum terkirim',
  'photo.state.home': 'Terkirim',
  'photo.state.elsewhere': 'Dikirim dari perangkat lain',
  'photo.state.absent': 'Foto ada di server. Muncul di sini saat tersambung.',
  'photo.state.caption': 'Keterangan foto',
  'photo.state.consent': 'Orang di foto ini setuju fotonya disimpan (anak: orang tuanya)',
  'photo.state.removed': 'Foto dihapus',
  'photo.state.alt': '{label}: foto yang tersimpan',
  'photo.problem.too-many-pixels':
    'Foto ini terlalu besar untuk HP. Pilih ukuran foto yang lebih kecil di pengaturan kamera, lalu ambil lagi. Isian lain tetap aman.',
  'photo.problem.format':
    'Jenis foto ini (HEIC) tidak dapat dibuka di sini. Di pengaturan kamera pilih JPEG, lalu ambil lagi. Isian lain tetap aman.',
  'photo.problem.unreadable':
    'Berkas ini rusak atau bukan foto. Pilih foto lain. Isian lain tetap aman.',
  'photo.problem.full':
    'HP penuh, foto ini tidak tersimpan. Hapus foto atau aplikasi lain, lalu coba lagi. Semua isian tetap aman.',
  'form.answer.clear': 'Kosongkan: {label}',
  'form.issue.not-readable': 'Ini belum terbaca sebagai jawaban. Periksa tulisannya.',
  'form.issue.too-short': 'Terlalu pendek: paling sedikit {limit} huruf.',
  'form.issue.too-long': 'Terlalu panjang: paling banyak {limit} huruf.',
  'form.issue.below': 'Terlalu kecil: paling sedikit {limit}.',
  'form.issue.above': 'Terlalu besar: paling banyak {limit}.',
  'form.issue.decimals': 'Paling banyak satu angka di belakang koma.',
  'form.issue.future': 'Tanggal atau tahun ini belum tiba.',
  'form.issue.phone': 'Nomor HP diawali 08 atau +62, lalu 7 sampai 11 angka.',
  'form.issue.email': 'Alamat surel memakai tanda @, misalnya nama@contoh.id',
  'form.issue.unknown-option': 'Pilihan ini tidak dikenal. Pilih lagi.',
  'form.issue.alone': '“Tidak ada” tidak dapat dipilih bersama yang lain.',
  'form.issue.outside-area': 'Titik ini di luar Kalimantan Tengah. Rekam di depan perpustakaan.',
  'form.issue.unlikely-low': 'Yakin? Biasanya paling sedikit {limit}. Jawaban tetap tersimpan.',
  'form.issue.unlikely-high': 'Yakin? Biasanya paling banyak {limit}. Jawaban tetap tersimpan.',
  'form.issue.inaccurate':
    'Kurang tepat: melenceng lebih dari {limit} meter. Coba lagi di tempat terbuka.',
  'form.issue.no-consent': 'Orang yang diceritakan belum setuju. Minta izinnya, lalu centang.',
  'form.issue.more-than': 'Lebih besar daripada “{other}”. Periksa keduanya.',
  'form.issue.less-than': 'Lebih kecil daripada “{other}”. Periksa keduanya.',
  'form.issue.contradicts': 'Tidak cocok dengan “{other}”. Periksa keduanya.',
  'form.number.ambiguousWhole':
    'Tulis ribuan dengan titik, misalnya 1.250, atau tanpa tanda: 1250.',
  'form.number.ambiguousDecimal': 'Tulis pecahan dengan koma, misalnya 56,5.',
  'form.part.l': 'Laki-laki',
  'form.part.p': 'Perempuan',
  'form.part.total': 'Atau jumlah seluruhnya',
  'form.part.tahun': 'Tahun diterima',
  'form.part.jumlah': 'Jumlah',
  'form.part.media': 'Di media apa',
  'form.part.tautan': 'Tautan',
  'form.part.teks': 'Ceritanya',
  'form.part.izin': 'Orang yang diceritakan setuju ceritanya disimpan',
  'form.part.nama': 'Nama',
  'form.part.hp': 'Nomor HP/WhatsApp',
  'form.location.find': 'Rekam lokasi',
  'form.location.again': 'Rekam ulang lokasi',
  'form.location.asking': 'Mencari lokasi… (bisa 1 menit)',
  'form.location.at': 'Lintang {lat}, bujur {lon}. Akurasi {accuracy} meter.',
  'form.location.denied':
    'HP tidak mengizinkan. Buka pengaturan peramban, izinkan lokasi untuk Jukung, lalu coba lagi. Isian lain tetap aman.',
  'form.location.notFound':
    'Lokasi belum ditemukan. Coba di luar ruangan, jauh dari pohon dan atap. Isian lain tetap aman.',
  'library.profile.progress': '{answered, number} dari {total, number} isian wajib',
  'library.profile.progressAll': '{answered, number} dari {total, number} isian',
  'library.state.draft': 'Draf',
  'library.state.complete': 'Lengkap',
  'library.profile.next': 'Lanjut mengisi: {field}',
  'library.profile.allDone': 'Semua isian wajib sudah lengkap',
  'library.profile.allDoneText': 'Isian lain boleh dilengkapi kapan saja.',
  'library.profile.sections': 'Bagian profil',
  'library.profile.sectionOf': 'Bagian {n, number} dari {total, number}',
  'library.profile.sectionDone': 'Isian wajib lengkap',
  'library.profile.sectionMissing': '{n, number} wajib belum diisi',
  'library.profile.sectionIssues': '{n, number} perlu diperiksa',
  'library.profile.sectionOptional': 'Tidak ada isian wajib',
  'library.profile.nextSection': 'Berikutnya: {section}',
  'library.profile.backToSections': 'Selesai, lihat semua bagian',
  'library.profile.required': 'Wajib',
  'library.standard.title': 'Di mana posisi kita?',
  'library.standard.lead': 'Standar nasional perpustakaan desa/kelurahan',
  'library.standard.meets': 'Memenuhi standar',
  'library.standard.short': 'Belum memenuhi',
  'library.standard.no-data': 'Belum ada data',
  'library.standard.count': '{n, number} dari {total, number} memenuhi',
  'library.standard.card':
    '{meets, number} memenuhi · {short, number} belum · {none, number} belum ada data',
  'library.standard.missing': 'Belum ada: {list}',
  'library.standard.figure': '{value} dari {threshold}',
  'library.standard.source':
    'Ambang menurut {regulation}. Komputer dan internet tidak dinilai: tidak ada ambang bersumber.',
  'library.standard.fill': 'Isi: {field}',
  'library.standard.picture': 'Perahu dengan dua belas muatan: {meets, number} sudah terisi',
  'library.standard.lastYear': 'Dibandingkan dengan {year}',
  'library.standard.lastYearNone':
    'Angka tahun lalu muncul di sini setelah profil diisi untuk tahun berikutnya.',
  'library.standard.fromTo': '{before} → {after}',
  'library.profile.differs': 'Ada dua jawaban. Pilih yang benar:',
  'library.review.title': 'Tinjauan fasilitator',
  'library.review.done': 'Sudah ditinjau',
  'library.review.notYet': 'Belum ditinjau',
  'library.review.noteHint': 'Apa yang sudah baik, apa yang perlu diperiksa.',
  'library.consent.title': 'Tentang data pribadi Anda',
  'library.consent.tick':
    'Saya sudah membaca dan setuju data pribadi saya diproses untuk keperluan ini',
  'library.consent.name': 'Nama yang menyetujui',
  'library.consent.given': 'Disetujui oleh {name} pada {when}. Teks versi {version}.',
  'library.consent.withdraw': 'Tarik kembali persetujuan',
  'library.consent.withdrawn':
    'Persetujuan ditarik kembali pada {when}. Pemrosesan dihentikan paling lambat 3 × 24 jam setelah sampai di kantor.',
  'library.consent.nameMissing': 'Tulis dahulu nama yang menyetujui.',
  'library.consent.show': 'Baca pemberitahuan',
  'library.records.addAdvocacy': 'Tambah hasil advokasi',
  'library.records.addFollowUp': 'Tambah rencana',
  'library.records.removed': 'Dihapus: {what}',
  'library.records.empty': 'Belum ada.',
  'library.records.unnamed': 'Belum diberi keterangan',
  'library.village.change': 'Desa salah? Ganti desa',
  'library.village.moved': 'Profil pindah ke {place}. Semua isian ikut.',
  'library.village.taken':
    'Sudah ada profil di sana. Isian yang berbeda ditampilkan berdampingan; tidak ada yang hilang.',
  'library.village.choose': 'Pilih desa/kelurahan',
  'library.begun.title': 'Profil perpustakaan',
  'library.begun.text':
    'Isian tersimpan di HP ini. Setelah masuk dengan undangan, semuanya ikut pindah ke profil desa Anda.',
  'library.begun.join': 'Masuk dengan undangan',
  'library.begun.moved': 'Isian yang dimulai sebelum masuk sudah dipindahkan ke sini.',
  'library.begun.notYet':
    'Foto, rencana, dan persetujuan dapat diisi setelah masuk dengan undangan.',
  'library.list.title': 'Profil perpustakaan',
  'library.list.text': 'Kelengkapan profil per kabupaten',
  'library.list.search': 'Cari desa atau perpustakaan',
  'library.list.complete':
    '{n, number} lengkap, {begun, number} dimulai, dari {total, number} desa',
  'library.list.none': 'Belum ada profil yang dimulai',
  'library.list.noneText': 'Profil muncul di sini begitu ada yang diisi.',
  'library.list.start': 'Mulai profil desa lain',
  'library.list.differences': '{n, number} perbedaan',
} as const satisfies Record<string, string>;
