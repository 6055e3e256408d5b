import { expect, test } from 'vitest';
import type { AttendedSession } from '../../../src/domain/attendance-summary.ts';
import { certificateStanding } from '../../../src/domain/people/certificate.ts';

const there: AttendedSession = { isHeld: true, mark: { status: 'hadir' } };
const late: AttendedSession = { isHeld: true, mark: { status: 'terlambat', minutes: 40 } };
const away: AttendedSession = { isHeld: true, mark: { status: 'izin' } };
const open: AttendedSession = { isHeld: true, mark: null };

test('nothing is judged as long as nobody has said how much is asked for', () => {
  expect(certificateStanding([there, there], undefined)).toBe('unset');
});

test('it is met or missed as soon as what is still open cannot change it', () => {
  expect(certificateStanding([there, late, there, open], 75)).toBe('met');
  expect(certificateStanding([there, late, open, open], 75)).toBe('open');
  expect(certificateStanding([there, away, away, open], 75)).toBe('missed');
  expect(certificateStanding([there, there, away], (2 / 3) * 100)).toBe('met');
});

test('a session that did not take place weighs nothing, and without any it is open', () => {
  expect(certificateStanding([there, { ...away, isHeld: false }], 100)).toBe('met');
  expect(certificateStanding([], 0)).toBe('open');
});

test('hours weigh where every session has them, and are never mixed with counts', () => {
  const hours = [
    { ...there, jp: 6 },
    { ...away, jp: 2 },
  ];
  expect(certificateStanding(hours, 75)).toBe('met');
  expect(certificateStanding([...hours, { ...away, isHeld: true }], 75)).toBe('missed');
});
