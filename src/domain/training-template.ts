import { addDays, daysBetween, type Day, type TimeOfDay } from './day.ts';

/**
 * The sessions of the programme's training in their order, put together from what reports of such
 * trainings name; no source gives an official list, so every line is to be changed as needed. No source
 * gives training hours either, so there are none.
 */
export const templateTitles = [
  'Registrasi & pre-test',
  'Pembukaan, perkenalan, tujuan, tata tertib',
  'Pengenalan TPBIS & penguatan literasi masyarakat',
  'Peningkatan layanan informasi',
  'Literasi digital / TIK (praktik)',
  'Literasi data, monev & pengisian SIM TPBIS',
  'Pelibatan masyarakat',
  'Advokasi, promosi & keberlanjutan',
  'Dokumentasi & publikasi kegiatan',
  'Rencana kerja / RTL',
  'Post-test, evaluasi penyelenggaraan, penutupan',
] as const;

/** A session as it is first planned. */
export interface PlannedSession {
  title: string;
  day: Day;
  startsAt: TimeOfDay;
  endsAt: TimeOfDay;
}

/** A training day from here to there, in minutes after midnight: ours, to begin with. */
const [dayBegins, dayEnds] = [8 * 60, 16 * 60];

/** More days than this are no training, but a year typed wrong. */
const mostDays = 31;

/**
 * Lays the template over the days of a training, in order and as evenly as they go: over four days as it
 * was put together, over more or fewer accordingly. Nothing if the days are the wrong way round.
 */
export function planFromTemplate(startsOn: Day, endsOn: Day): PlannedSession[] {
  const days = daysBetween(startsOn, endsOn) + 1;
  if (days < 1 || days > mostDays) return [];
  const perDay = new Map<number, string[]>();
  templateTitles.forEach((title, at) => {
    const on = Math.floor((at * Math.min(days, templateTitles.length)) / templateTitles.length);
    perDay.set(on, [...(perDay.get(on) ?? []), title]);
  });
  return [...perDay].flatMap(([on, titles]) => {
    // In quarters of an hour, so that a plan reads like one.
    const length = Math.floor((dayEnds - dayBegins) / titles.length / 15) * 15;
    return titles.map((title, at) => ({
      title,
      day: addDays(startsOn, on),
      startsAt: timeAt(dayBegins + at * length),
      endsAt: timeAt(dayBegins + (at + 1) * length),
    }));
  });
}

function timeAt(minutes: number): TimeOfDay {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
