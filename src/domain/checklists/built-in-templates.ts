import type { TemplateItem, TemplateVersion } from './template.ts';

type Row = [key: string, id: string, en: string, blocks?: TemplateItem['blocks']];

const itemsOf = (rows: readonly Row[]): TemplateItem[] =>
  rows.map(([key, id, en, blocks]) => ({ key, text: { id, en }, ...(blocks && { blocks }) }));

/**
 * The five lists that the program brings. No official checklist of this training was found: these are our own
 * proposal, to be changed by a coordinator, and are never to be shown as official. A list that is put right
 * here gets another version beside the older one, which stays: checklists were begun with it.
 */
export const builtInTemplates: readonly TemplateVersion[] = [
  {
    ref: 'persiapan:1',
    content: {
      title: { id: 'Persiapan', en: 'Preparation' },
      for: 'training',
      number: 1,
      due: { from: 'start', days: -1 },
      items: itemsOf([
        [
          'surat',
          'Surat undangan dan surat tugas',
          'Letters of invitation and assignment',
          'leaving',
        ],
        ['panitia', 'SK panitia', 'Committee decree'],
        ['ruang', 'Ruang dan tata kursi', 'Room and seating'],
        ['proyektor', 'Proyektor, layar, pengeras suara', 'Projector, screen, loudspeaker'],
        ['stopkontak', 'Stopkontak dan kabel rol', 'Sockets and extension cables'],
        ['wifi', 'Wi-Fi hotel sudah diuji', 'Hotel Wi-Fi tested'],
        ['atk', 'ATK, kertas plano, metaplan', 'Stationery, flip-chart paper, cards', 'leaving'],
        ['modul', 'Modul dan bahan ajar', 'Modules and teaching material', 'leaving'],
        ['tanda-pengenal', 'Tanda pengenal', 'Name badges'],
        ['soal', 'Soal pre-test dan post-test', 'Pre-test and post-test papers', 'leaving'],
        [
          'daftar-peserta',
          'Daftar peserta dan wilayah sudah diunduh ke tablet',
          'Participants and places downloaded to the tablet',
          'leaving',
        ],
        [
          'tablet',
          'Tablet terisi penuh, power bank dibawa',
          'Tablets charged, power bank packed',
          'leaving',
        ],
        ['kertas', 'Cadangan daftar hadir kertas', 'Paper attendance sheet as a spare', 'leaving'],
      ]),
    },
  },
  {
    ref: 'peralatan-tik:1',
    content: {
      title: { id: 'Peralatan TIK', en: 'ICT equipment' },
      for: 'training',
      number: 1,
      due: { from: 'start', days: -1 },
      items: itemsOf([
        [
          'laptop',
          'Laptop peserta dan fasilitator',
          'Laptops of participants and trainers',
          'leaving',
        ],
        ['akun', 'Akun yang diperlukan', 'Accounts that are needed', 'leaving'],
        ['printer', 'Printer', 'Printer'],
        ['kamera', 'Kamera', 'Camera'],
        ['modem', 'Modem cadangan', 'Spare modem'],
        ['ups', 'UPS atau stabilizer', 'UPS or stabiliser'],
      ]),
    },
  },
  {
    ref: 'sesi:1',
    content: {
      title: { id: 'Per sesi', en: 'Per session' },
      for: 'session',
      number: 1,
      due: { from: 'day', days: 0 },
      items: itemsOf([
        ['mulai', 'Mulai tepat waktu', 'Began on time'],
        ['tujuan', 'Tujuan disampaikan', 'Aims explained'],
        ['kehadiran', 'Kehadiran dicatat', 'Attendance recorded'],
        ['materi', 'Materi tersampaikan', 'Material covered'],
        ['praktik', 'Praktik atau diskusi', 'Practice or discussion'],
        ['evaluasi', 'Evaluasi singkat', 'Short evaluation'],
        ['foto', 'Foto dokumentasi', 'Photos taken'],
        ['catatan', 'Catatan fasilitator', 'Trainer’s notes'],
      ]),
    },
  },
  {
    ref: 'penutupan:1',
    content: {
      title: { id: 'Penutupan', en: 'Closing' },
      for: 'training',
      number: 1,
      due: { from: 'end', days: 0 },
      items: itemsOf([
        ['post-test', 'Post-test', 'Post-test', 'closing'],
        [
          'rtl',
          'RTL setiap desa terkumpul',
          'Follow-up plan of every village collected',
          'closing',
        ],
        [
          'profil',
          'Profil perpustakaan setiap desa terisi',
          'Library profile of every village filled in',
          'closing',
        ],
        ['evaluasi', 'Evaluasi penyelenggaraan', 'Evaluation of the training', 'closing'],
        ['tanda-tangan', 'Tanda tangan lengkap', 'All signatures there', 'closing'],
        ['sertifikat', 'Sertifikat', 'Certificates'],
        [
          'uang',
          'Bukti transport dan uang harian',
          'Receipts for transport and daily allowance',
          'closing',
        ],
        ['sinkron', 'Data disinkronkan', 'Data synchronised', 'closing'],
        ['cadangan', 'Cadangan dibuat', 'Backup made'],
      ]),
    },
  },
  {
    ref: 'kunjungan:1',
    content: {
      title: { id: 'Kunjungan dan pendampingan', en: 'Follow-up visit' },
      for: 'visit',
      number: 1,
      due: { from: 'day', days: 0 },
      items: itemsOf([
        [
          'perangkat',
          'Perangkat bantuan diterima dan berfungsi',
          'Donated equipment there and working',
        ],
        ['internet', 'Internet', 'Internet'],
        [
          'kegiatan',
          'Kegiatan pelibatan masyarakat, paling sedikit satu',
          'At least one community activity',
        ],
        ['sim', 'Input SIM bulan ini', 'This month entered in SIM'],
        ['publikasi', 'Publikasi', 'Publication'],
        ['advokasi', 'Advokasi', 'Advocacy'],
        ['cerita', 'Cerita dampak', 'Story of impact'],
        ['kendala', 'Kendala dan solusi dibahas', 'Problems and solutions discussed'],
      ]),
    },
  },
];
