import { expect, test } from 'vitest';
import { summarisePerson, summariseSheet } from '../../src/domain/attendance-summary.ts';
import { findMarksWithoutTarget, findSessionsOutside } from '../../src/domain/finding.ts';

test('a sheet counts everybody once, and nobody as absent who is not recorded yet', () => {
  const summary = summariseSheet([
    { status: 'hadir' },
    { status: 'terlambat', minutes: 10 },
    { status: 'sakit' },
    null,
    undefined,
  ]);
  expect(summary).toEqual({
    byStatus: { hadir: 1, terlambat: 1, izin: 0, sakit: 1, alpa: 0 },
    recorded: 3,
    missing: 2,
  });
});

test('being late is being there', () => {
  const person = summarisePerson([
    { isHeld: true, mark: { status: 'terlambat', minutes: 20 } },
    { isHeld: true, mark: { status: 'izin' } },
  ]);
  expect(person).toEqual({ recorded: 2, missing: 0, share: 0.5 });
});

test('sessions weigh by their JP when each has one', () => {
  const marks = [
    { isHeld: true, jp: 3, mark: { status: 'hadir' } as const },
    { isHeld: true, jp: 1, mark: { status: 'alpa' } as const },
  ];
  expect(summarisePerson(marks).share).toBe(0.75);
  expect(summarisePerson([...marks, { isHeld: true, mark: { status: 'alpa' } }]).share).toBeCloseTo(
    1 / 3,
  );
});

test('a session that did not take place, and one not recorded yet, weigh nothing', () => {
  const person = summarisePerson([
    { isHeld: true, jp: 2, mark: { status: 'hadir' } },
    { isHeld: false, jp: 2, mark: { status: 'alpa' } },
    { isHeld: true, jp: 2, mark: null },
  ]);
  expect(person).toEqual({ recorded: 1, missing: 1, share: 1 });
});

test('while nothing is recorded there is no share to speak of', () => {
  expect(summarisePerson([{ isHeld: true, mark: undefined }]).share).toBeUndefined();
  expect(summarisePerson([]).share).toBeUndefined();
});

test('marks for an unknown session or somebody of another training are found, not refused', () => {
  const findings = findMarksWithoutTarget(
    ['s1:p1', 's1:stranger', 's9:p1', 's9:p2'],
    new Set(['s1']),
    new Set(['p1', 'p2']),
  );
  expect(findings).toEqual([
    { code: 'mark-without-participant', session: 's1', participant: 'stranger' },
    { code: 'mark-without-session', session: 's9', count: 2 },
  ]);
});

test('sessions outside the days of the training are found once its days are known', () => {
  const sessions = [
    { id: 'before', day: '2021-06-27' },
    { id: 'first', day: '2021-06-28' },
    { id: 'after', day: '2021-07-02' },
    { id: 'undated' },
  ];
  const found = findSessionsOutside({ startsOn: '2021-06-28', endsOn: '2021-07-01' }, sessions);
  expect(found.map(finding => finding.session)).toEqual(['before', 'after']);
  expect(findSessionsOutside({}, sessions)).toEqual([]);
});
