/**
 * A calendar day, `2021-06-29`. A day is not an instant: it names the same date wherever the tablet
 * thinks it is, so it is never shifted by a time zone.
 */
export type Day = string;

/** A time of day on the wall clock of the training, `08:00` to `23:59`. */
export type TimeOfDay = string;

const millisecondsPerDay = 86_400_000;

/** Kalimantan Tengah keeps WIB, UTC+7 without summer time (tzdata `Asia/Pontianak`). */
const offsetOfWibMs = 7 * 3_600_000;

/** True for an existing calendar day between the years 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** True for `00:00` to `23:59`. */
export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day that lies `days` after `day`; before it, if negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay)
    .toISOString()
    .slice(0, 10);
}

/** How many days `to` lies after `from`; negative if before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay,
  );
}

/** The calendar day in Kalimantan Tengah at an instant (ms since 1970), whatever zone the device is set to. */
export function dayAt(instantMs: number): Day {
  return new Date(instantMs + offsetOfWibMs).toISOString().slice(0, 10);
}

/** The time of day in Kalimantan Tengah at an instant (ms since 1970). */
export function timeOfDayAt(instantMs: number): TimeOfDay {
  return new Date(instantMs + offsetOfWibMs).toISOString().slice(11, 16);
}
