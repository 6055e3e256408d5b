import { expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  daysBetween,
  isDay,
  isTimeOfDay,
  timeOfDayAt,
} from '../../src/domain/day.ts';

test('a day is an existing date', () => {
  expect(['2021-06-29', '2024-02-29', '1900-01-01', '2199-12-31'].every(isDay)).toBe(true);
  for (const text of [
    '2023-02-29',
    '2021-6-29',
    '2021-13-01',
    '1899-12-31',
    '2200-01-01',
    '',
    '2021-06-29T00:00',
  ]) {
    expect(isDay(text), text).toBe(false);
  }
});

test('days are counted over months, years and leap days', () => {
  expect(addDays('2021-06-29', 2)).toBe('2021-07-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2021-06-28', '2021-07-01')).toBe(3);
  expect(daysBetween('2021-07-01', '2021-06-28')).toBe(-3);
});

test('the day in Kalimantan Tengah begins seven hours before that of Greenwich', () => {
  const at = Date.parse('2021-06-29T17:05:00Z');
  expect(dayAt(at)).toBe('2021-06-30');
  expect(timeOfDayAt(at)).toBe('00:05');
});

test('a time of day is one of a 24-hour clock', () => {
  expect(['00:00', '08:05', '23:59'].every(isTimeOfDay)).toBe(true);
  for (const text of ['24:00', '8:05', '08.05', '08:60', ''])
    expect(isTimeOfDay(text), text).toBe(false);
});
