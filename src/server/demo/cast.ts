import type { Participant } from '../../domain/records/participant.ts';
import { regencyOfVillage } from '../../domain/territory.ts';

/** A made-up participant, with an id that is the same in every demonstration. */
export interface CastMember {
  id: string;
  fields: Participant & Required<Pick<Participant, Told>>;
}

type Told = 'name' | 'gender' | 'position' | 'institution' | 'phone';
type Role = Omit<Participant, 'phone'> & Required<Pick<Participant, Exclude<Told, 'phone'>>>;
type Gender = 'L' | 'P';

/** A civil servant has years of birth and of appointment, from which the number is made. */
type Staff = [name: string, gender: Gender, position: string, born?: number, appointed?: number];
type Library = [
  code: string,
  village: string,
  manager: [name: string, gender: Gender],
  officer: [name: string, gender: Gender, position: string],
];
interface Delegation {
  /** Missing for the province. */
  regency?: string;
  name: string;
  staff: Staff[];
  libraries: Library[];
}

/**
 * Who came: the province, and the six regencies that a report of the training names, with 17 of
 * their villages. The places are real (two of them share a name and a regency), the people are not.
 */
const delegations: readonly Delegation[] = [
  {
    name: 'Provinsi Kalimantan Tengah',
    staff: [
      ['Dr. Hj. Noorlaila Sambayan, M.Si.', 'P', 'Kepala Bidang Pengembangan', 1971, 1998],
      ['Bambang Irawadi, S.Kom.', 'L', 'Pranata Komputer Ahli Muda', 1982, 2009],
    ],
    libraries: [],
  },
  {
    regency: '62.02',
    name: 'Kabupaten Kotawaringin Timur',
    staff: [
      ['Drs. H. Abdul Gafarudin', 'L', 'Kepala Bidang Layanan Perpustakaan', 1968, 1994],
      ['Wiwik Purnamasih, S.Sos.', 'P', 'Pustakawan Ahli Muda', 1980, 2006],
      ['Rizky Ananda Sampitan, S.Kom.', 'L', 'Tenaga Teknis TIK'],
    ],
    libraries: [
      [
        '62.02.04.2009',
        'Sumber Makmur',
        ['Tri Wahyuningtyas', 'P'],
        ['Sugeng Prayitnoto', 'L', 'Kaur Perencanaan'],
      ],
      [
        '62.02.07.2006',
        'Sumber Makmur',
        ['Dwi Lestariani', 'P'],
        ['Hj. Masniah', 'P', 'Kasi Kesejahteraan'],
      ],
      [
        '62.02.11.2004',
        'Ujung Pandaran',
        ["Ma'rifatul Jannah", 'P'],
        ['Baderun', 'L', 'Kepala Desa'],
      ],
    ],
  },
  {
    regency: '62.08',
    name: 'Kabupaten Sukamara',
    staff: [
      ['Fitri Handayani Jelawati, S.I.P.', 'P', 'Pustakawan Ahli Pertama', 1991, 2019],
      ['Gusti Darmanto, A.Md.', 'L', 'Pustakawan Mahir', 1985, 2011],
    ],
    libraries: [
      ['62.08.01.2001', 'Natai Sedawak', ['Rusmiati', 'P'], ['H. Zainuri', 'L', 'Kepala Desa']],
      [
        '62.08.04.2004',
        'Sungai Pasir',
        ["Nor'aina", 'P'],
        ['Muhammad Syahdanur', 'L', 'Sekretaris Desa'],
      ],
    ],
  },
  {
    regency: '62.10',
    name: 'Kabupaten Gunung Mas',
    staff: [
      ['Sriwati Lambungan, S.Hut.', 'P', 'Kepala Seksi Pembinaan', 1977, 2005],
      ['Deddy Sahewongan, S.IP.', 'L', 'Pustakawan Ahli Pertama', 1990, 2018],
    ],
    libraries: [
      [
        '62.10.10.2002',
        'Tumbang Lapan',
        ['Enie Kuwuwati', 'P'],
        ['Lampangan', 'L', 'Sekretaris Desa'],
      ],
      [
        '62.10.05.2009',
        'Tumbang Malahoi',
        ['Rensi Amiani, S.Pd.', 'P'],
        ['Bajik Ranganan', 'L', 'Kasi Pelayanan'],
      ],
      [
        '62.10.08.2007',
        'Tumbang Anoi',
        ['Kristina Bawinei', 'P'],
        ['Untung Rasanan', 'L', 'Kepala Desa'],
      ],
    ],
  },
  {
    regency: '62.11',
    name: 'Kabupaten Pulang Pisau',
    staff: [
      ['Elisabeth Ringuwati, S.Pd.', 'P', 'Kepala Seksi Layanan dan TIK', 1979, 2008],
      ['Teguh Basukiarto', 'L', 'Tenaga Teknis Perpustakaan'],
    ],
    libraries: [
      [
        '62.11.05.2014',
        'Mantaren II',
        ['Ni Luh Sukreniasih', 'P'],
        ['Suparjono', 'L', 'Kaur Keuangan'],
      ],
      [
        '62.11.05.2001',
        'Buntoi',
        ['Lisae Tundanan', 'P'],
        ['Dehen Runtingan', 'L', 'Kasi Pemerintahan'],
      ],
      [
        '62.11.03.2003',
        'Bukit Rawi',
        ['Merry Christina Udahan', 'P'],
        ['Ardianto Ngalangan', 'L', 'Sekretaris Desa'],
      ],
    ],
  },
  {
    regency: '62.12',
    name: 'Kabupaten Murung Raya',
    staff: [
      ['Normila Sarian, S.AP.', 'P', 'Kepala Bidang Perpustakaan', 1975, 2003],
      ['Agustinus Langkaian, S.E.', 'L', 'Pengelola Bahan Pustaka', 1988, 2014],
    ],
    libraries: [
      ['62.12.01.2010', 'Juking Pajang', ["Nor'ainah", 'P'], ['Jumrian', 'L', 'Kepala Desa']],
      [
        '62.12.09.2003',
        'Muara Joloi I',
        ['Silpanus Atingan', 'L'],
        ['Katarina Bulauwati', 'P', 'Kaur Keuangan'],
      ],
      [
        '62.12.02.2027',
        'Kolam',
        ['Yuliana Siangwati', 'P'],
        ['Herto Mangkuan', 'L', 'Sekretaris Desa'],
      ],
    ],
  },
  {
    regency: '62.13',
    name: 'Kabupaten Barito Timur',
    staff: [
      ['Ruth Meilania, S.I.Kom.', 'P', 'Pustakawan Ahli Pertama', 1993, 2020],
      ['Ipung Hermantoro', 'L', 'Tenaga Teknis TIK'],
    ],
    libraries: [
      [
        '62.13.01.2006',
        'Jaar',
        ['Nilawati Amperian', 'P'],
        ['Thelis Wangkangan', 'L', 'Kaur Umum'],
      ],
      [
        '62.13.07.2006',
        'Murutuwu',
        ['Yosefina Wangiwati', 'P'],
        ['Mardianus Itakan', 'L', 'Kepala Desa'],
      ],
      [
        '62.13.10.2007',
        'Kandris',
        ['Norlianti', 'P'],
        ['Hj. Rahmawati Idrisan', 'P', 'Kasi Kesejahteraan'],
      ],
    ],
  },
];

/** The 49 participants of the demonstration, in the order of the roster. Nobody among them exists. */
export const cast: readonly CastMember[] = delegations.flatMap(peopleOf).map((role, index) => {
  const number = String(index + 1).padStart(2, '0');
  return { id: `peserta-${number}`, fields: { ...role, phone: fictitiousPhone(number) } };
});

function peopleOf({ regency, name: place, staff, libraries }: Delegation): Role[] {
  const institution = `Dinas Perpustakaan dan Kearsipan ${place}`;
  return [
    ...staff.map(([name, gender, position, born, appointed]) => ({
      name,
      ...(born && appointed && { nip: fictitiousNip(born, appointed, gender) }),
      gender,
      position,
      institution,
      ...(regency && { regency }),
    })),
    ...libraries.flatMap(peopleOfVillage),
  ];
}

function peopleOfVillage([village, villageName, manager, officer]: Library): Role[] {
  const place = { village, regency: regencyOfVillage(village) };
  return [
    {
      name: manager[0],
      gender: manager[1],
      position: 'Pengelola perpustakaan',
      institution: `Perpustakaan Desa ${villageName}`,
      ...place,
    },
    {
      name: officer[0],
      gender: officer[1],
      position: officer[2],
      institution: `Pemerintah Desa ${villageName}`,
      ...place,
    },
  ];
}

/**
 * Birth date, month of appointment, gender and serial number, as a real NIP has them; but everybody
 * was born on a first of January and has the serial number 000, which is never given.
 */
function fictitiousNip(born: number, appointed: number, gender: Gender): string {
  return `${born}0101${appointed}01${gender === 'L' ? 1 : 2}000`;
}

/** Well formed, and a row of zeros where a real number has none. */
function fictitiousPhone(number: string): string {
  return `0810000000${number}`;
}
