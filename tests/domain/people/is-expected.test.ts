import { expect, test } from 'vitest';
import { isExpected } from '../../../src/domain/people/is-expected.ts';
import type { Session } from '../../../src/domain/records/session.ts';

const sessions = new Map<string, Session>([
  ['pagi', { day: '2021-06-29', startsAt: '08:00' }],
  ['siang', { day: '2021-06-29', startsAt: '13:00' }],
  ['esok', { day: '2021-06-30', startsAt: '08:00' }],
  ['kapan', {}],
]);

test.each([
  [undefined, 'pagi', true],
  ['siang', 'pagi', false],
  ['siang', 'siang', true],
  ['siang', 'esok', true],
  ['esok', 'siang', false],
  // Where nothing can be said, nobody is left out.
  ['siang', 'kapan', true],
  ['kapan', 'pagi', true],
  ['hilang', 'pagi', true],
])('somebody who came in at %s is expected at %s: %s', (firstSession, session, expected) => {
  const participant = firstSession === undefined ? {} : { firstSession };
  expect(isExpected(participant, session, sessions)).toBe(expected);
});
