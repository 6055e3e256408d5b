import { dayAt, daysBetween, type Day, type TimeOfDay } from '../../domain/day.ts';
import { localeOf, type Language } from './language.ts';

/**
 * Writes days, times and numbers as the language does, always as in Kalimantan Tengah, whatever zone
 * the device is set to. Instants are ms since 1970. Nothing here throws: what is no day comes back as it is.
 */
export interface Format {
  /**
   * A calendar day: `full` "Selasa, 29 Juni 2021", `long` "29 Juni 2021", `medium` "29 Jun 2021",
   * `short` "Sel, 29 Jun".
   */
  day(day: Day, style?: DayStyle): string;
  /** "28 Juni – 1 Juli 2021". */
  days(from: Day, to: Day): string;
  /** A time on the wall clock, "08.05". */
  timeOfDay(time: TimeOfDay): string;
  /** An instant's time, "08.05". */
  time(atMs: number): string;
  /** "29 Jun 2021, 08.05". */
  dateTime(atMs: number): string;
  /** "5 menit yang lalu", "kemarin"; below a minute "sekarang". */
  relative(atMs: number, nowMs: number): string;
  /** "1.234.567,89", at most two decimals. */
  number(value: number): string;
  /** A number as it is written into a field, in either language as in Indonesian, "1.250,5": fields read it so. */
  plainNumber(value: number): string;
  /** A share from 0 to 1 as "85,7%", at most one decimal. */
  percent(share: number): string;
  /** "Sesi 1, Sesi 2, dan Sesi 3". */
  list(items: readonly string[]): string;
}

export type DayStyle = 'full' | 'long' | 'medium' | 'short';

const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
};

/** Making an Intl object is slow, using it is not; so each is made when first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The `Format` of a language. */
export function createFormat(language: Language): Format {
  const locale = localeOf[language];
  // A day is no instant: it is read and written in the same zone, so that nothing can shift it.
  const onDay = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const atInstant = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Asia/Pontianak' }));

  const dayFormats = {
    full: onDay(dayStyles.full),
    long: onDay(dayStyles.long),
    medium: onDay(dayStyles.medium),
    short: onDay(dayStyles.short),
  };
  const timeFormat = atInstant({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateTimeFormat = atInstant({
    ...dayStyles.medium,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const relativeFormat = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const numberFormat = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const plainFormat = once(
    () => new Intl.NumberFormat('id-ID', { maximumFractionDigits: 6, useGrouping: true }),
  );
  const percentFormat = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  );
  const listFormat = once(() => new Intl.ListFormat(locale));

  return {
    day(day, style = 'full') {
      const at = startOf(day);
      return Number.isNaN(at) ? day : dayFormats[style]().format(at);
    },
    days(from, to) {
      const [start, end] = [startOf(from), startOf(to)];
      if (!(start <= end)) return [from, to].map(day => this.day(day, 'long')).join(' – ');
      return dayFormats.long().formatRange(start, end);
    },
    timeOfDay: time => (language === 'id' ? time.replace(':', '.') : time),
    time: atMs => timeFormat().format(atMs),
    dateTime: atMs => dateTimeFormat().format(atMs),
    relative(atMs, nowMs) {
      const minutes = Math.trunc((atMs - nowMs) / 60_000);
      if (minutes === 0) return relativeFormat().format(0, 'second');
      if (Math.abs(minutes) < 60) return relativeFormat().format(minutes, 'minute');
      const hours = Math.trunc(minutes / 60);
      if (Math.abs(hours) < 24) return relativeFormat().format(hours, 'hour');
      return relativeFormat().format(daysBetween(dayAt(nowMs), dayAt(atMs)), 'day');
    },
    number: value => numberFormat().format(value),
    plainNumber: value => plainFormat().format(value),
    percent: share => percentFormat().format(share),
    list: items => listFormat().format(items),
  };
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
