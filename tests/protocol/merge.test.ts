import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import {
  isDeleted,
  isDisputed,
  isPlainSuccessor,
  isSameValue,
  mergeField,
  overlayField,
  shownValue,
  type FieldEdit,
  type FieldState,
} from '../../src/protocol/merge.ts';
import { announceSeed } from '../support/seed.ts';

announceSeed('tests/protocol/merge.test.ts');

const edit = (id: string, changes: Partial<FieldEdit> = {}): FieldEdit => ({
  id,
  value: `value of ${id}`,
  parents: [],
  stamp: 100,
  by: 'amina',
  isAdmitted: true,
  ...changes,
});

const heads = (state: FieldState) => state.h.map(head => head.o);

describe('2.1 what was on the screen is replaced', () => {
  test('by an edit that names it, whatever the clocks say', () => {
    const state = mergeField('mark', [
      edit('a', { stamp: 900 }),
      edit('b', { parents: ['a'], stamp: 1 }),
    ]);
    expect(heads(state)).toEqual(['b']);
    expect(shownValue(state)).toBe('value of b');
  });

  test('but two who did not see each other both remain, the later one shown', () => {
    const state = mergeField('mark', [edit('a', { stamp: 1 }), edit('b', { stamp: 2 })]);
    expect(heads(state)).toEqual(['b', 'a']);
    expect(isDisputed(state)).toBe(true);
  });

  test('2.5 and the greater id is shown when the stamps are the same', () => {
    expect(heads(mergeField('mark', [edit('a'), edit('b')]))).toEqual(['b', 'a']);
  });

  test('2.5 two who say the same do not disagree, in whatever order their keys come', () => {
    const one = edit('a', { value: { status: 'terlambat', minutes: 5 } });
    const other = edit('b', { value: { minutes: 5, status: 'terlambat' } });
    expect(isDisputed(mergeField('mark', [one, other]))).toBe(false);
  });

  test('2.5 an edit made with both on the screen settles it', () => {
    const state = mergeField('mark', [edit('a'), edit('b'), edit('c', { parents: ['a', 'b'] })]);
    expect(heads(state)).toEqual(['c']);
  });
});

describe('2.2 what is named but has not come is awaited', () => {
  test('and does not show again when it comes', () => {
    const early = mergeField('mark', [edit('b', { parents: ['a'] })]);
    expect(early.w).toEqual(['a']);
    const whole = mergeField('mark', [edit('b', { parents: ['a'] }), edit('a')]);
    expect(whole).toEqual({ h: [expect.objectContaining({ o: 'b' })] });
  });

  test('6.6 on the device an own edit that home already saw replaced is not overlaid', () => {
    const base = mergeField('mark', [edit('b', { parents: ['a'] })]);
    expect(heads(overlayField('mark', base, edit('a')))).toEqual(['b']);
  });
});

describe('2.3 what a refused edit names is named by whoever names it', () => {
  const first = edit('a');
  const refused = edit('q', { parents: ['a'], isAdmitted: false });
  const last = edit('c', { parents: ['q'] });

  test('so the value that the refused one replaced does not come back', () => {
    expect(heads(mergeField('mark', [first, refused, last]))).toEqual(['c']);
  });

  test('while it is on its way alone, both show', () => {
    expect(heads(mergeField('mark', [first, last])).sort()).toEqual(['a', 'c']);
  });

  test('through any number of refused ones', () => {
    const chain = [
      first,
      edit('q1', { parents: ['a'], isAdmitted: false }),
      edit('q2', { parents: ['q1'], isAdmitted: false }),
      edit('c', { parents: ['q2'] }),
    ];
    expect(heads(mergeField('mark', chain))).toEqual(['c']);
  });

  test('a refused edit alone replaces nothing', () => {
    expect(heads(mergeField('mark', [first, refused]))).toEqual(['a']);
  });
});

describe('2.6 deleting', () => {
  const name = edit('n');
  const state = (...deletions: FieldEdit[]) => ({
    name: mergeField('name', [name]),
    deleted: mergeField('deleted', deletions),
  });

  test('takes a record away that its author saw whole', () => {
    expect(isDeleted(state(edit('d', { value: true, parents: ['n'] })))).toBe(true);
  });

  test('does not take away an edit that it did not know of', () => {
    expect(isDeleted(state(edit('d', { value: true })))).toBe(false);
  });

  test('can be undone', () => {
    const deletion = edit('d', { value: true, parents: ['n'] });
    expect(isDeleted(state(deletion, edit('u', { value: false, parents: ['d'] })))).toBe(false);
  });

  test('2.7 counts what a refused deletion before it had named', () => {
    const refused = edit('q', { value: true, parents: ['n'], isAdmitted: false });
    expect(isDeleted(state(refused, edit('d', { value: true, parents: ['q'] })))).toBe(true);
  });

  test('a record that nobody deleted is there', () => {
    expect(isDeleted({ name: mergeField('name', [name]) })).toBe(false);
  });
});

/** A history in which each edit names some of the earlier ones. */
const histories = fc
  .array(
    fc.record({
      back: fc.array(fc.nat(9), { maxLength: 3 }),
      stamp: fc.nat(5),
      value: fc.constantFrom('hadir', 'izin', 'sakit', null),
      isAdmitted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map(rows =>
    rows.map(({ back, ...rest }, index) =>
      edit(`e${index}`, {
        ...rest,
        parents: [
          ...new Set(back.filter(step => step < index).map(step => `e${index - 1 - step}`)),
        ],
      }),
    ),
  );

test('2.4 neither order nor repetition of the edits matters', () => {
  fc.assert(
    fc.property(
      histories.chain(edits =>
        fc.tuple(
          fc.constant(edits),
          fc.shuffledSubarray([...edits, ...edits], { minLength: 2 * edits.length }),
        ),
      ),
      ([edits, shuffled]) => {
        expect(JSON.stringify(mergeField('deleted', shuffled))).toBe(
          JSON.stringify(mergeField('deleted', edits)),
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

test('2.1 no head is named by another admitted edit, and every admitted edit nobody names is a head', () => {
  fc.assert(
    fc.property(histories, edits => {
      const admitted = edits.filter(one => one.isAdmitted);
      const named = new Set(admitted.flatMap(one => one.parents));
      const found = heads(mergeField('mark', edits));
      expect(found.filter(id => named.has(id))).toEqual([]);

      const whole = heads(mergeField('mark', admitted));
      const unnamed = admitted.map(one => one.id).filter(id => !named.has(id));
      expect(whole.sort()).toEqual(unnamed.sort());
    }),
    { numRuns: 2_000 },
  );
});

test('2.4 putting a plain successor on top gives what merging everything gives', () => {
  let plain = 0;
  fc.assert(
    fc.property(histories, edits => {
      const known: FieldEdit[] = [];
      let state: FieldState | undefined;
      for (const next of edits.filter(one => one.isAdmitted)) {
        const isPlain = isPlainSuccessor(state, next);
        const overlaid = overlayField('mark', state, next);
        known.push(next);
        state = mergeField('mark', known);
        if (isPlain) plain += 1;
        expect(isPlain ? overlaid : state).toEqual(state);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(plain).toBeGreaterThan(1_000);
});

test('2.5 the order of keys does not make two values different', () => {
  fc.assert(
    fc.property(fc.jsonValue(), anything => {
      const value = anything as JsonValue;
      expect(isSameValue(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }),
  );
  expect(isSameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
});
