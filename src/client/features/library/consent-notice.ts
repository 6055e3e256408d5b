import type { Language } from '../../i18n/language.ts';

/**
 * What is said before anybody agrees (UU 27/2022, articles 21 and 22): who, what for, which data, how long,
 * which rights. Plain words, at hand without a network. Whoever changes a word gives it a new version: the
 * version is stored with every consent.
 */
export interface ConsentNotice {
  version: string;
  paragraphs: readonly { title: string; text: string }[];
}

const version = '2026-11';

const notices: Record<Language, ConsentNotice> = {
  id: {
    version,
    paragraphs: [
      {
        title: 'Siapa yang menyimpan',
        text: 'Penyelenggara pelatihan yang memberi Anda undangan, yaitu kantor perpustakaan tempat koordinator Anda bekerja.',
      },
      {
        title: 'Untuk apa',
        text: 'Mendampingi perpustakaan desa, menghubungi pengelolanya, dan melaporkan hasil program. Tidak dijual dan tidak dipakai untuk menilai orang.',
      },
      {
        title: 'Data apa',
        text: 'Nama dan nomor HP pengelola, kepala desa, dan pengisi; foto; cerita; titik lokasi perpustakaan; dan siapa mengubah apa, kapan, dengan perangkat mana.',
      },
      {
        title: 'Berapa lama',
        text: 'Selama program berjalan dan selama aturan arsip mewajibkannya. Setelah itu dihapus.',
      },
      {
        title: 'Siapa yang melihat',
        text: 'Anda, fasilitator dan koordinator di kabupaten Anda, dan koordinator program.',
      },
      {
        title: 'Hak Anda',
        text: 'Bertanya, melihat dan meminta salinan, membetulkan, meminta penghapusan, membatasi, dan menarik kembali persetujuan ini kapan saja. Caranya: tekan “Tarik kembali persetujuan” di halaman ini, atau hubungi koordinator. Permintaan dijawab paling lambat 3 × 24 jam.',
      },
    ],
  },
  en: {
    version,
    paragraphs: [
      {
        title: 'Who keeps it',
        text: 'The organiser of the training that invited you: the library office where your coordinator works.',
      },
      {
        title: 'What for',
        text: 'To support the village library, to reach those who run it, and to report what the programme achieved. It is not sold and nobody is graded by it.',
      },
      {
        title: 'Which data',
        text: 'Names and mobile numbers of the librarian, the village head and the respondent; photos; stories; the library’s location; and who changed what, when, on which device.',
      },
      {
        title: 'How long',
        text: 'As long as the programme runs and the rules for archives require. Then it is deleted.',
      },
      {
        title: 'Who sees it',
        text: 'You, the trainers and coordinators of your kabupaten, and the coordinators of the programme.',
      },
      {
        title: 'Your rights',
        text: 'To ask, to see and get a copy, to correct, to have it deleted, to limit it, and to withdraw this consent at any time: press “Withdraw consent” on this page, or ask your coordinator. Requests are answered within 3 × 24 hours.',
      },
    ],
  },
};

/** The notice in a language. */
export function consentNotice(language: Language): ConsentNotice {
  return notices[language];
}
