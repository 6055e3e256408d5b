import { afterEach, describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/client/i18n/format.ts';

const id = createFormat('id');
const en = createFormat('en');

/** 29 June 2021, 08:05 in Palangka Raya. */
const openingAt = Date.UTC(2021, 5, 29, 1, 5);
const minute = 60_000;
const hour = 60 * minute;

test('a day is written in four lengths', () => {
  expect(id.day('2021-06-29')).toBe('Selasa, 29 Juni 2021');
  expect(id.day('2021-06-29', 'long')).toBe('29 Juni 2021');
  expect(id.day('2021-08-05', 'medium')).toBe('5 Agu 2021');
  expect(id.day('2021-06-29', 'short')).toBe('Sel, 29 Jun');
  expect(en.day('2021-06-29')).toBe('Tuesday, 29 June 2021');
});

describe('on a device set to a wrong zone', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Makassar'])(
    'a day stays the day and an instant keeps Kalimantan time in %s',
    zone => {
      process.env['TZ'] = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const format = createFormat('id');
      expect(format.day('2021-06-29')).toBe('Selasa, 29 Juni 2021');
      expect(format.days('2021-06-28', '2021-07-01')).toBe('28 Juni\u2009–\u20091 Juli 2021');
      expect(format.time(openingAt)).toBe('08.05');
      expect(format.dateTime(openingAt)).toBe('29 Jun 2021, 08.05');
    },
  );
});

test('what is no day comes back as it is', () => {
  expect(id.day('besok')).toBe('besok');
  expect(id.days('2021-07-01', '2021-06-28')).toBe('1 Juli 2021 – 28 Juni 2021');
  expect(id.days('2021-07-01', '')).toBe('1 Juli 2021 – ');
});

test('one day is not written as two', () => {
  expect(id.days('2021-06-29', '2021-06-29')).toBe('29 Juni 2021');
});

test('times have a dot in Indonesian and a colon in English, midnight is 00', () => {
  expect([id.timeOfDay('08:00'), en.timeOfDay('08:00')]).toEqual(['08.00', '08:00']);
  expect([id.time(openingAt), en.time(openingAt)]).toEqual(['08.05', '08:05']);
  expect(en.time(Date.UTC(2021, 5, 28, 17, 0))).toBe('00:00');
});

test('how long ago: minutes, hours, then whole calendar days', () => {
  const ago = (ms: number) => id.relative(openingAt - ms, openingAt);
  expect(ago(20_000)).toBe('sekarang');
  expect(ago(5 * minute)).toBe('5 menit yang lalu');
  expect(ago(3 * hour)).toBe('3 jam yang lalu');
  expect(ago(25 * hour)).toBe('kemarin');
  // 08:05 less 34 hours lies before two midnights.
  expect(ago(34 * hour)).toBe('kemarin dulu');
  expect(en.relative(openingAt - 5 * 24 * hour, openingAt)).toBe('5 days ago');
  expect(id.relative(openingAt + 2 * hour, openingAt)).toBe('dalam 2 jam');
});

test('numbers, shares and lists follow the language', () => {
  expect([id.number(1234567.891), en.number(1234567.891)]).toEqual([
    '1.234.567,89',
    '1,234,567.89',
  ]);
  expect([id.percent(0.857), en.percent(1)]).toEqual(['85,7%', '100%']);
  expect(id.list(['Sesi 1', 'Sesi 2', 'Sesi 3'])).toBe('Sesi 1, Sesi 2, dan Sesi 3');
});
