import type { Field } from '../../../domain/forms/field.ts';
import {
  advocacyForm,
  followUpCheckForm,
  followUpForm,
  sessionForm,
} from '../../../domain/forms/record-forms.ts';
import type { Language } from '../../i18n/language.ts';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';

/** What is asked of records that are filled in line by line, and what heads one in a list. */
export const recordForms = {
  advocacy: { fields: advocacyForm, headedBy: 'mitra' },
  followUp: { fields: followUpForm, headedBy: 'kegiatan' },
  followUpCheck: { fields: followUpCheckForm, headedBy: 'status' },
  session: { fields: sessionForm, headedBy: 'title' },
} as const satisfies Record<string, { fields: readonly Field[]; headedBy: string }>;

const words: Record<Language, Record<string, FieldWords>> = {
  id: {
    title: { label: 'Judul sesi' },
    day: { label: 'Hari' },
    startsAt: { label: 'Mulai pukul' },
    endsAt: { label: 'Selesai pukul' },
    jp: { label: 'Jam pelajaran (JP)', hint: 'Kosongkan bila belum ditetapkan.' },
    material: { label: 'Materi', hint: 'Pokok bahasan sesi ini.' },
    trainers: { label: 'Pengajar', hint: 'Satu nama per baris, seperti yang akan dicetak.' },
    room: { label: 'Ruang' },
    name: { label: 'Nama kegiatan', hint: 'Seperti yang akan dicetak di daftar hadir.' },
    batch: { label: 'Angkatan', hint: 'Kosongkan bila hanya satu.' },
    place: { label: 'Tempat', hint: 'Gedung dan kota.' },
    startsOn: { label: 'Hari pertama' },
    endsOn: { label: 'Hari terakhir' },
    minimumAttendance: {
      label: 'Kehadiran terendah untuk sertifikat',
      hint: 'Kosongkan bila belum ditetapkan. Aplikasi tidak menentukan angkanya.',
    },
    notHeld: {
      label: 'Tidak terlaksana karena',
      hint: 'Isi hanya bila sesi ini tidak terlaksana. Kehadirannya lalu tidak dihitung.',
    },
    catatan: { label: 'Catatan' },
    mitra: { label: 'Mitra', hint: 'Siapa yang membantu: desa, dinas, perusahaan, warga.' },
    bentuk: {
      label: 'Bentuk dukungan',
      options: { dana: 'Dana', barang: 'Barang', tenaga: 'Tenaga', kebijakan: 'Kebijakan' },
    },
    nilai: { label: 'Nilai', hint: 'Perkiraan nilainya dalam rupiah, bila ada.' },
    tanggal: { label: 'Tanggal' },
    kegiatan: { label: 'Kegiatan' },
    strategi: {
      label: 'Strategi',
      options: {
        'layanan-informasi': 'Layanan informasi',
        pelibatan: 'Pelibatan masyarakat',
        advokasi: 'Advokasi',
        tik: 'TIK',
      },
    },
    sasaran: { label: 'Sasaran', hint: 'Untuk siapa kegiatan ini.' },
    target: { label: 'Jumlah target' },
    penanggungJawab: { label: 'Penanggung jawab' },
    mulai: { label: 'Mulai' },
    selesai: { label: 'Selesai' },
    sumberDana: { label: 'Sumber dana' },
    status: {
      label: 'Status',
      options: {
        direncanakan: 'Direncanakan',
        berjalan: 'Berjalan',
        selesai: 'Selesai',
        batal: 'Batal',
      },
    },
  },
  en: {
    title: { label: 'Title of the session' },
    day: { label: 'Day' },
    startsAt: { label: 'Begins at' },
    endsAt: { label: 'Ends at' },
    jp: { label: 'Training hours (JP)', hint: 'Leave empty if not decided yet.' },
    material: { label: 'Material', hint: 'What is taught.' },
    trainers: { label: 'Trainers', hint: 'A name a line, as it is to be printed.' },
    room: { label: 'Room' },
    name: { label: 'Name of the training', hint: 'As it is to be printed.' },
    batch: { label: 'Batch', hint: 'Leave empty if there is only one.' },
    place: { label: 'Place', hint: 'Building and town.' },
    startsOn: { label: 'First day' },
    endsOn: { label: 'Last day' },
    minimumAttendance: {
      label: 'Least attendance for a certificate',
      hint: 'Leave empty if not decided yet. The app does not set the figure.',
    },
    notHeld: {
      label: 'Did not take place because',
      hint: 'Only for a session that did not take place. Its attendance then does not count.',
    },
    catatan: { label: 'Note' },
    mitra: { label: 'Partner', hint: 'Who helped: village, office, company, villagers.' },
    bentuk: {
      label: 'Kind of support',
      options: { dana: 'Money', barang: 'Goods', tenaga: 'Labour', kebijakan: 'Policy' },
    },
    nilai: { label: 'Value', hint: 'About how much it is worth, in rupiah.' },
    tanggal: { label: 'Day' },
    kegiatan: { label: 'Activity' },
    strategi: {
      label: 'Strategy',
      options: {
        'layanan-informasi': 'Information service',
        pelibatan: 'Community involvement',
        advokasi: 'Advocacy',
        tik: 'ICT',
      },
    },
    sasaran: { label: 'For whom' },
    target: { label: 'How many people' },
    penanggungJawab: { label: 'Person in charge' },
    mulai: { label: 'Begins' },
    selesai: { label: 'Ends' },
    sumberDana: { label: 'Source of money' },
    status: {
      label: 'State',
      options: {
        direncanakan: 'Planned',
        berjalan: 'Under way',
        selesai: 'Done',
        batal: 'Called off',
      },
    },
  },
};

/** The words of these records' fields. */
export function recordWords(language: Language): Readonly<Record<string, FieldWords>> {
  return words[language];
}
