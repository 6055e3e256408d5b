import { expect, test } from 'vitest';
import { judgeBadge } from '../../../src/client/features/attendance/scan/judge-badge.ts';
import { markAt } from '../../../src/client/features/attendance/scan/mark-at.ts';
import type { RecordView } from '../../../src/client/data/record-view.ts';
import { badgeText } from '../../../src/domain/badge.ts';
import type { JsonValue } from '../../../src/domain/records/kind.ts';

function person(r: string, fields: Record<string, JsonValue>): RecordView {
  // Whoever deleted the record had seen all of it.
  const p = Object.keys(fields).map(field => `${r}-${field}`);
  const state = Object.fromEntries(
    Object.entries(fields).map(([field, v]) => [
      field,
      { h: [{ v, o: `${r}-${field}`, s: 0, by: 'kardi', ...(field === 'deleted' && { p }) }] },
    ]),
  );
  return { stream: 'training:t1', t: 'participant', r, state, delivery: 'home' };
}

const people = [
  person('p1', { name: 'Amina' }),
  person('p2', { name: 'Bernadus', badge: 3 }),
  person('p3', { name: 'Citra', deleted: true }),
  person('p4', { name: 'Amina S.', sameAs: 'p1', deleted: true }),
  person('p5', { name: 'Bernadus N.', sameAs: 'p2' }),
];

const scan = (participant: string, number = 1, training = 't1') =>
  judgeBadge(badgeText({ training, participant, number }), 't1', people);

test.each([
  ['of somebody on the roster', scan('p1'), { is: 'person', person: 'p1' }],
  ['of another training', scan('p1', 1, 't2'), { is: 'other-training' }],
  ['of nobody known here', scan('p9'), { is: 'unknown' }],
  ['that a newer one made void', scan('p2', 2), { is: 'revoked', name: 'Bernadus' }],
  ['that is the present one', scan('p2', 3), { is: 'person', person: 'p2' }],
  [
    'printed where this device has not heard from yet',
    scan('p2', 4),
    { is: 'person', person: 'p2' },
  ],
  ['of somebody taken off the roster', scan('p3'), { is: 'deleted', name: 'Citra' }],
  ['of a double that was taken off and joined', scan('p4'), { is: 'person', person: 'p1' }],
  ['of a double that is joined', scan('p5'), { is: 'person', person: 'p5' }],
  ['that is a web address', judgeBadge('https://x.example', 't1', people), { is: 'address' }],
])('a badge %s', (_, judged, expected) => {
  expect(judged).toEqual(expected);
});

const at = (time: string, day = '2021-06-30') => Date.parse(`${day}T${time}+07:00`);
const session = { day: '2021-06-30', startsAt: '08:00' };

test.each([
  ['before the beginning', session, at('07:59:59'), { status: 'hadir' }],
  ['in the first minute', session, at('08:00:59'), { status: 'hadir' }],
  ['after a minute', session, at('08:01:00'), { status: 'terlambat', minutes: 1 }],
  ['after half an hour', session, at('08:30:30'), { status: 'terlambat', minutes: 30 }],
  ['ten hours late', session, at('18:00:00'), { status: 'terlambat', minutes: 600 }],
  ['later than minutes can say', session, at('18:01:00'), { status: 'terlambat' }],
  [
    'after the session is over',
    { ...session, endsAt: '09:30' },
    at('15:30:00'),
    { status: 'hadir' },
  ],
  ['on another day', session, at('09:00:00', '2021-07-01'), { status: 'hadir' }],
  ['of a session without a beginning', { day: '2021-06-30' }, at('09:00:00'), { status: 'hadir' }],
  ['of a session without a day', { startsAt: '08:00' }, at('09:00:00'), { status: 'hadir' }],
])('whoever comes %s', (_, one, when, mark) => {
  expect(markAt(one, when, 'late')).toEqual(mark);
  expect(markAt(one, when, 'present')).toEqual({ status: 'hadir' });
});
