import type { Field } from '../../../domain/forms/field.ts';
import { advocacyForm, followUpForm } from '../../../domain/forms/record-forms.ts';
import type { Language } from '../../i18n/language.ts';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';

/** What is asked of the records that a profile has several of, and what heads one in a list. */
export const recordForms = {
  advocacy: { fields: advocacyForm, headedBy: 'mitra' },
  followUp: { fields: followUpForm, headedBy: 'kegiatan' },
} as const satisfies Record<string, { fields: readonly Field[]; headedBy: string }>;

const words: Record<Language, Record<string, FieldWords>> = {
  id: {
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
