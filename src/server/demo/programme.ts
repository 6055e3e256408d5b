import { addDays, type Day } from '../../domain/day.ts';
import type { Session } from '../../domain/records/session.ts';
import type { Training } from '../../domain/records/training.ts';
import { facilitatorNames } from './names.ts';

/** One line of the timetable, with an id that is the same in every demonstration. */
export interface ProgrammeSession {
  id: string;
  fields: Required<Pick<Session, 'title' | 'day' | 'startsAt' | 'endsAt' | 'trainers' | 'room'>>;
}

export interface Programme {
  training: Required<Pick<Training, 'name' | 'batch' | 'place' | 'startsOn' | 'endsOn'>>;
  sessions: readonly ProgrammeSession[];
}

const hall = 'Ruang Utama';
const laboratory = 'Ruang Praktik TIK';
const [yunita, arif, lidia, hendro] = facilitatorNames;

type Row = [start: string, end: string, title: string, room: string, trainers: string[]];

/**
 * The training's days, in order. The titles are the topics that reports of such trainings name; no
 * source gives training hours, so there are none.
 */
const days: readonly Row[][] = [
  [
    ['08:00', '09:30', 'Registrasi & pre-test', hall, []],
    ['10:00', '12:00', 'Pembukaan, perkenalan, tujuan, tata tertib', hall, [hendro]],
    ['13:00', '15:30', 'Pengenalan TPBIS & penguatan literasi masyarakat', hall, [yunita, hendro]],
  ],
  [
    ['08:00', '10:00', 'Peningkatan layanan informasi', hall, [yunita]],
    ['10:15', '12:15', 'Literasi digital / TIK (praktik)', laboratory, [arif, lidia]],
    ['13:15', '15:30', 'Literasi data, monev & pengisian SIM TPBIS', laboratory, [arif]],
  ],
  [
    ['08:00', '10:00', 'Pelibatan masyarakat', hall, [lidia, yunita]],
    ['10:15', '12:15', 'Advokasi, promosi & keberlanjutan', hall, [hendro]],
    ['13:15', '15:30', 'Dokumentasi & publikasi kegiatan', laboratory, [arif, lidia]],
  ],
  [
    ['08:00', '10:15', 'Rencana kerja / RTL', hall, [yunita, lidia]],
    ['10:30', '12:00', 'Post-test, evaluasi penyelenggaraan, penutupan', hall, [hendro]],
  ],
];

/** The training of Palangka Raya, June 2021, moved so that `today` is its second day. */
export function programmeAround(today: Day): Programme {
  const startsOn = addDays(today, -1);
  return {
    training: {
      name: 'Bimtek SPP-TIK TPBIS Kalimantan Tengah',
      batch: '2021',
      place: 'Hotel Luwansa, Palangka Raya',
      startsOn,
      endsOn: addDays(startsOn, days.length - 1),
    },
    sessions: days.flatMap((rows, dayIndex) =>
      rows.map(([startsAt, endsAt, title, room, trainers], rowIndex) => ({
        id: `sesi-${dayIndex + 1}-${rowIndex + 1}`,
        fields: { title, day: addDays(startsOn, dayIndex), startsAt, endsAt, trainers, room },
      })),
    ),
  };
}
