import { expect, test } from 'vitest';
import { createSyncApi } from '../../../src/client/api/sync-api.ts';
import { activityPath } from '../../../src/protocol/activity-messages.ts';
import { mediaType } from '../../../src/protocol/messages.ts';
import { createHandTimers } from '../../support/hand-timers.ts';

function apiAnswering(value: unknown) {
  const asked: string[] = [];
  const timers = createHandTimers();
  const fetch = (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify(value), { headers: { 'Content-Type': mediaType.json } });
  };
  return { asked, api: createSyncApi({ fetch, now: timers.now, timers }) };
}

test('10.6 what is asked for travels in the address, and what is left out does not', async () => {
  expect(activityPath('training:t1', {})).toBe('/sync/v1/activity/training%3At1');
  const answer = { entries: [], next: '7~9~key~tablet-a', left: 6 };
  const { asked, api } = apiAnswering(answer);
  const query = { before: '8~9~a&b~x', most: 500, by: 'amina', device: undefined };
  expect(await api.fetchActivity('token', 'training:t1', query)).toEqual(answer);
  expect(asked).toEqual(['/sync/v1/activity/training%3At1?before=8~9~a%26b~x&most=500&by=amina']);
});

test.each([
  ['no page', {}],
  ['a page without its entries', { next: null, left: 0 }],
  ['an entry without its record', { entries: [{ id: 'a', by: 'b' }], next: null, left: 0 }],
  ['a counter that is none', { entries: [], next: null, left: -1 }],
])('6.9 %s is no answer of home', async (_what, value) => {
  const { api } = apiAnswering(value);
  await expect(api.fetchActivity('token', 'training:t1', {})).rejects.toThrow('foreign-answer');
});
