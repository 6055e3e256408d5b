import { expect, test } from 'vitest';
import type { RecordView } from '../../../src/client/data/record-view.ts';
import {
  listRoster,
  marksByParticipant,
  markOf,
  markViewOf,
} from '../../../src/client/parts/roster.ts';
import type { JsonValue } from '../../../src/domain/records/kind.ts';

function view(t: string, r: string, fields: Record<string, JsonValue | JsonValue[]>): RecordView {
  const state = Object.fromEntries(
    Object.entries(fields).map(([field, v]) => [
      field,
      { h: [{ v: v as JsonValue, o: `${r}-${field}`, s: 1, by: 'rina' }] },
    ]),
  );
  return { stream: 'training:spp', t, r, state, delivery: 'home' };
}
const person = (r: string, fields: Record<string, JsonValue> = {}) =>
  view('participant', r, { name: r, ...fields });
const mark = (participant: string, status: string | null) =>
  view('attendance', `s1:${participant}`, { mark: status === null ? null : { status } });
const ids = (views: RecordView[]) => listRoster(views).map(entry => entry.ids);

test('everybody stands on the roster once', () => {
  expect(ids([person('b'), person('a')])).toEqual([['a'], ['b']]);
});

test('doubles are one person under the least id, whichever points at which', () => {
  expect(ids([person('a', { sameAs: 'c' }), person('b'), person('c')])).toEqual([
    ['a', 'c'],
    ['b'],
  ]);
  expect(ids([person('a'), person('b'), person('c', { sameAs: 'a' })])).toEqual([
    ['a', 'c'],
    ['b'],
  ]);
});

test('of doubles, whoever was entered first stands, with their name, though it was corrected since', () => {
  const office = view('participant', 'z', { name: 'Ardianto, S.Pd.', institution: 'Desa Jaar' });
  office.state['name'] = { h: [{ v: 'Ardianto, S.Pd.', o: 'z-later', s: 9, by: 'rina' }] };
  const walkIn = view('participant', 'a', { name: 'ARDIJANTO', sameAs: 'z', phone: '0812' });
  for (const { h } of Object.values(walkIn.state)) for (const head of h) head.s = 5;
  expect(listRoster([office, walkIn])).toMatchObject([
    {
      id: 'z',
      ids: ['z', 'a'],
      participant: { name: 'Ardianto, S.Pd.', institution: 'Desa Jaar', phone: '0812' },
    },
  ]);
});

test('chains and cycles of doubles are harmless', () => {
  const cycle = [
    person('a', { sameAs: 'b' }),
    person('b', { sameAs: 'c' }),
    person('c', { sameAs: 'a' }),
  ];
  expect(ids(cycle)).toEqual([['a', 'b', 'c']]);
  expect(ids([person('a', { sameAs: 'a' })])).toEqual([['a']]);
});

test('a double of somebody not known here still stands', () => {
  expect(ids([person('z', { sameAs: 'a' }), person('y', { sameAs: 'a' })])).toEqual([['y', 'z']]);
});

test('who was deleted is left out, and the next of their doubles stands for them', () => {
  const deleted = view('participant', 'a', { name: 'a' });
  deleted.state['deleted'] = { h: [{ v: true, o: 'x', s: 2, by: 'rina', p: ['a-name'] }] };
  expect(ids([deleted, person('b', { sameAs: 'a' }), person('c')])).toEqual([['b'], ['c']]);
});

test('a person shows the mark of the record that stands for them, else that of the first double', () => {
  const [entry] = listRoster([person('a'), person('b', { sameAs: 'a' })]);
  const shown = (...views: RecordView[]) =>
    entry && markOf(markViewOf(entry, marksByParticipant(views)))?.status;

  expect(shown()).toBeUndefined();
  expect(shown(mark('b', 'sakit'))).toBe('sakit');
  expect(shown(mark('a', 'hadir'), mark('b', 'sakit'))).toBe('hadir');
  expect(shown(mark('a', null), mark('b', 'sakit'))).toBe('sakit');
});
