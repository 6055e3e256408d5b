import { describe, expect, test } from 'vitest';
import type { Change, RecordView } from '../../../src/client/data/record-view.ts';
import { apartChanges, joinChanges } from '../../../src/client/parts/people/join-people.ts';
import { joinedNote, markDifferences } from '../../../src/client/parts/people/mark-differences.ts';
import { listRoster, marksByParticipant } from '../../../src/client/parts/roster.ts';
import type { JsonValue } from '../../../src/domain/records/kind.ts';
import { overlayField } from '../../../src/protocol/merge.ts';
import { createChance } from '../../support/seed.ts';

const stream = 'training:spp';

function view(t: string, r: string, fields: Record<string, JsonValue>): RecordView {
  const state = Object.fromEntries(
    Object.entries(fields).map(([field, v]) => [
      field,
      { h: [{ v, o: `${r}-${field}`, s: 1, by: `orang-${r}` }] },
    ]),
  );
  return { stream, t, r, state, delivery: 'home' };
}
const person = (r: string, sameAs?: string) =>
  view('participant', r, { name: r, ...(sameAs !== undefined && { sameAs }) });

let edits = 0;

/** The people once these edits are made. */
function after(views: readonly RecordView[], changes: readonly Change[]): RecordView[] {
  return views.map(one => {
    const change = changes.find(({ r }) => r === one.r);
    if (!change) return one;
    const state = { ...one.state };
    for (const [field, value] of Object.entries(change.fields)) {
      edits += 1;
      const parents = (one.state[field]?.h ?? []).map(head => head.o);
      const edit = { id: `e${edits}`, value, parents, stamp: edits, by: 'rina', isAdmitted: true };
      state[field] = overlayField(field, state[field], edit);
    }
    return { ...one, state };
  });
}

const ids = (views: readonly RecordView[]) => listRoster(views).map(entry => entry.ids);

function entryOf(views: readonly RecordView[], id: string) {
  const entry = listRoster(views).find(one => one.ids.includes(id));
  if (!entry) throw new Error(`nobody is ${id}`);
  return entry;
}
const join = (views: readonly RecordView[], one: string, other: string) =>
  after(views, joinChanges(views, entryOf(views, one), entryOf(views, other)));
const apart = (views: readonly RecordView[], id: string) =>
  after(views, apartChanges(views, entryOf(views, id), id));

describe('joining', () => {
  test('two are one after a single edit, and joining them again is none', () => {
    const views = [person('a'), person('b')];
    const changes = joinChanges(views, entryOf(views, 'b'), entryOf(views, 'a'));

    expect(changes.map(({ r, fields }) => [r, fields])).toEqual([['b', { sameAs: 'a' }]]);
    const joined = after(views, changes);
    expect(ids(joined)).toEqual([['a', 'b']]);
    expect(joinChanges(joined, entryOf(joined, 'a'), entryOf(joined, 'b'))).toEqual([]);
  });

  test('nobody falls off who was joined before, not even out of two circles', () => {
    expect(
      ids(join([person('a', 'b'), person('b'), person('c', 'd'), person('d')], 'a', 'c')),
    ).toEqual([['a', 'b', 'c', 'd']]);
    const circles = [person('a', 'b'), person('b', 'a'), person('c', 'd'), person('d', 'c')];
    expect(ids(join(circles, 'd', 'b'))).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('what one record does not say is read from the other', () => {
    const [entry] = listRoster([
      view('participant', 'a', { name: 'Citra', phone: '0812' }),
      view('participant', 'b', { name: 'Tjitra', village: '62.12.01.2008', sameAs: 'a' }),
    ]);
    expect(entry?.participant).toMatchObject({
      name: 'Citra',
      phone: '0812',
      village: '62.12.01.2008',
    });
  });
});

describe('taking apart', () => {
  test('the one in the middle of a chain leaves the others joined', () => {
    const chain = [person('a'), person('b', 'a'), person('c', 'b')];
    expect(ids(apart(chain, 'b'))).toEqual([['a', 'c'], ['b']]);
    expect(ids(apart(chain, 'a'))).toEqual([['a'], ['b', 'c']]);
  });

  test('also a record on which two tablets said different things', () => {
    const torn = person('a');
    torn.state['sameAs'] = {
      h: [
        { v: 'b', o: 'x', s: 2, by: 'rina' },
        { v: 'c', o: 'y', s: 1, by: 'budi' },
      ],
    };
    const views = [torn, person('b'), person('c')];
    expect(ids(views)).toEqual([['a', 'b', 'c']]);
    expect(ids(apart(views, 'a'))).toEqual([['a'], ['b', 'c']]);
    expect(ids(apart(views, 'c'))).toEqual([['a', 'b'], ['c']]);
  });

  test('whatever was joined, in any order and through deleted ones, comes apart to what it was', () => {
    const seed = 5;
    const { next } = createChance(seed);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pick = () => names[Math.floor(next() * names.length)] as string;
    for (let round = 0; round < 200; round += 1) {
      let views = names.map(name => person(name, next() < 0.5 ? pick() : undefined));
      for (let turn = 0; turn < 4; turn += 1) views = join(views, pick(), pick());
      const leaving = pick();
      const others = entryOf(views, leaving).ids.filter(id => id !== leaving);
      views = apart(views, leaving);
      const words = `seed ${seed}, round ${round}`;
      expect(entryOf(views, leaving).ids, words).toEqual([leaving]);
      expect(
        ids(views).filter(own => own.some(id => others.includes(id))),
        words,
      ).toEqual(others.length > 0 ? [others] : []);
    }
  });
});

describe('the marks of somebody who was entered twice', () => {
  const both = ['a', 'b'];
  const mark = (participant: string, status: string | null, note?: string) =>
    view('attendance', `s1:${participant}`, {
      mark: status === null ? null : { status },
      ...(note !== undefined && { note }),
    });
  const said = (...views: RecordView[]) =>
    markDifferences({ ids: both }, marksByParticipant(views), by => by).map(
      ({ author, mark: one }) => [author, one?.status],
    );

  test('two different ones are a difference, two of the same or one alone are none', () => {
    expect(said(mark('a', 'hadir'), mark('b', 'izin'))).toEqual([
      ['orang-s1:a', 'hadir'],
      ['orang-s1:b', 'izin'],
    ]);
    expect(said(mark('a', 'hadir'), mark('b', 'hadir'))).toEqual([]);
    expect(said(mark('b', 'izin'))).toEqual([]);
    expect(said(mark('a', null), mark('b', 'izin'))).toEqual([]);
    expect(said()).toEqual([]);
  });

  test('the notes of both are read', () => {
    const marks = marksByParticipant([mark('a', 'hadir', 'Pagi'), mark('b', 'hadir', 'Siang')]);
    expect(joinedNote({ ids: both }, marks)).toBe('Pagi · Siang');
  });
});
