import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinePacker, packLines, unpackLines, type Layout } from '../../src/protocol/lean.ts';
import {
  createRecordPacker,
  packOperations,
  packVerdicts,
  unpackAnswer,
  unpackOperations,
  unpackPage,
} from '../../src/protocol/lean-messages.ts';
import type { RecordState } from '../../src/protocol/merge.ts';
import type { Verdict } from '../../src/protocol/messages.ts';
import { idAfter } from '../../src/domain/ids.ts';
import { operation } from '../support/operations.ts';
import { announceSeed } from '../support/seed.ts';

announceSeed('lean');

/** What becomes of a value on the wire. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The text of what comes out where `lines` went in: equal texts are equal values, key for key and in order. */
const there = (lines: readonly unknown[]) =>
  JSON.stringify(unpackOperations(sent(packOperations(lines))));

const id = fc.constantFrom(
  '6f0c1a52-93a4-4c0e-9a60-0d8f5a8c0001',
  '6f0c1a52-93a4-4c0e-9a60-0d8f5a8c0002',
  '6f0c1a52-93a4-4c0e-9a60-0d8f5a8cffff',
  '6f0c1a52-93a4-4c0e-9a60-0d8f5a8c0000',
);
/** What one property of an operation may be, most of it odd, and much of it twice in a row. */
const odd = fc.oneof(
  fc.constantFrom<unknown[]>(
    0,
    -0,
    1,
    2,
    3,
    null,
    '',
    ':',
    ':a',
    'a:b',
    'a:c',
    'a:',
    'a:b:c',
    'a',
    true,
  ),
  fc.constantFrom<unknown[]>(
    {},
    [],
    { a: [] },
    { b: [] },
    { a: 1, b: 2 },
    { b: [], a: [] },
    { 1: [], a: [] },
  ),
  fc.constantFrom<unknown[]>(
    2 ** 53,
    2 ** 53 - 1,
    -(2 ** 53) + 1,
    1.5,
    1e300,
    'x'.repeat(300),
    `${'x'.repeat(300)}:a`,
  ),
  id,
  fc.jsonValue(),
);
const properties = [
  'v',
  'id',
  'dev',
  'by',
  'stream',
  't',
  'r',
  'sv',
  'f',
  'p',
  'wall',
  'off',
  'clk',
  'n',
  'stamp',
  'proof',
];
/** An operation of which a few properties are odd, missing, too many or out of order. */
const oddLine = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...properties, '__proto__', 'else'), odd, { maxKeys: 4 }),
    fc.subarray(properties, { minLength: 12 }),
    fc.boolean(),
  )
  .map(([changes, kept, isFirst]) => {
    const base = Object.entries(operation({ p: { mark: [] } })).filter(([key]) =>
      kept.includes(key),
    );
    const changed = Object.entries(changes);
    return Object.fromEntries(isFirst ? [...changed, ...base] : [...base, ...changed]) as unknown;
  });
const anyLine = fc.oneof({ weight: 4, arbitrary: oddLine }, fc.jsonValue(), odd);

describe('5.8 lean lines', () => {
  test('give back the very same lines, key for key, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyLine), lines => {
        expect(there(lines)).toBe(JSON.stringify(lines));
      }),
      { numRuns: 2000 },
    );
  });

  test('never throw on nonsense, and give lines or nothing', () => {
    const packed = fc.oneof(
      fc.dictionary(fc.constantFrom(...properties, 'else'), odd, { maxKeys: 5 }),
      anyLine,
      fc.array(anyLine, { maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(packed), lines => {
        const unpacked = unpackOperations(sent(lines));
        expect(unpacked?.length ?? lines.length).toBe(lines.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('leave out all that follows', () => {
    const p = { mark: [] };
    const first = operation({ r: 's1:p1', p });
    const second = { ...first, id: idAfter(first.id), n: first.n + 1, r: 's1:p2' };
    const third = { ...second, id: idAfter(second.id), n: first.n + 2, wall: first.wall + 900 };
    const lines = [first, second, third].map(({ n, ...rest }) => ({ ...rest, n }));
    const [, ...lean] = packOperations(lines);
    expect(lean).toEqual([
      { r: ':p2', f: first.f },
      { f: first.f, wall: 900 },
    ]);
    expect(there(lines)).toBe(JSON.stringify(lines));
  });

  test('say whole what they have no words for, and go on after it', () => {
    const layout: Layout = [
      ['a', 'difference'],
      ['b', 'path'],
    ];
    const lines = [
      { a: 1.5, b: 'x:y' },
      { a: 7, b: 'x:z' },
      { b: 'x:z', a: 7 },
      { a: 8, b: ':z' },
      5,
      { a: 9, b: 'z' },
    ];
    const packed = packLines(layout, lines);
    expect(packed).toEqual([
      [lines[0]],
      { a: 7, b: ':z' },
      [lines[2]],
      [lines[3]],
      [5],
      { a: 9, b: 'z' },
    ]);
    expect(unpackLines(layout, packed)).toEqual(lines);
  });

  test('take over nothing long: a body of 1 MB stays about as large', () => {
    const by = 'x'.repeat(10_000);
    const lines = Array.from({ length: 50 }, () => ({ ...operation(), by, r: `${by}:a` }));
    expect(JSON.stringify(packOperations(lines)).length).toBeGreaterThan(50 * 20_000);
    const [first] = packOperations(lines);
    for (const property of ['by', 'r']) {
      const rest = { ...(first as object), [property]: undefined };
      expect(unpackOperations(sent([first, rest]))).toBeUndefined();
    }
    expect(unpackOperations(sent([first, { ...(first as object), r: ':b' }]))).toBeUndefined();
  });

  test.each([
    ['a line that is no object', 5],
    ['a list of none', []],
    ['a list of two', [1, 2]],
    ['a property that no line has', { else: 1 }],
    ['a number that cannot be added', { wall: '5' }],
    ['a sum beyond all numbers', { wall: 2 ** 53 - 1 }],
  ])('%s cannot be unpacked', (_what, nonsense) => {
    const [first] = packOperations([operation()]);
    expect(unpackOperations([first])).toHaveLength(1);
    expect(unpackOperations([first, nonsense])).toBeUndefined();
  });

  test('a line cannot follow from nothing', () => {
    expect(unpackOperations([{}])).toBeUndefined();
    expect(unpackOperations([[5], {}])).toBeUndefined();
  });
});

const verdict = fc.oneof(
  fc.record({
    s: fc.constantFrom('ok', 'dup'),
    seq: fc.nat(3),
    stamp: fc.integer(),
    proof: fc.constantFrom('a', 'b'),
  }),
  fc.record({ s: fc.constant('opaque'), stamp: fc.integer() }),
  fc.record({ s: fc.constant('retry') }),
  fc.record({ s: fc.constant('quarantined'), stamp: fc.integer(), code: fc.constant('forbidden') }),
) as fc.Arbitrary<Verdict>;

test('5.8 verdicts come as they were given', () => {
  fc.assert(
    fc.property(fc.array(verdict), results => {
      const answer = { lean: packVerdicts(results), nextMs: 0 };
      expect(unpackAnswer(sent(answer))).toEqual({ results: sent(results), nextMs: 0 });
    }),
  );
});

const head = fc.record(
  {
    v: fc.jsonValue(),
    o: id,
    s: fc.oneof(fc.nat(5), fc.double()),
    by: fc.constantFrom('amina', 'budi'),
    p: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['v', 'o', 's', 'by'] },
);
const state = fc.record(
  { h: fc.array(head, { maxLength: 3 }), w: fc.array(id, { maxLength: 2 }) },
  { requiredKeys: ['h'] },
);
const record = fc.record({
  t: fc.constantFrom('attendance', 'session'),
  r: fc.constantFrom('s1:p1', 's1:p2', 's2:p1', 's1', ':', ''),
  stream: fc.constantFrom('training:t1', 'programme'),
  seq: fc.nat(4),
  f: fc.dictionary(
    fc.constantFrom('mark', 'note', '__proto__'),
    state,
  ) as fc.Arbitrary<RecordState>,
});

describe('6.13 lean pages', () => {
  test('give back the very same records', () => {
    fc.assert(
      fc.property(fc.array(record), records => {
        const lean = sent(records).map(createRecordPacker());
        const page = unpackPage(sent({ scope: 'programme', lean, own: [] }));
        expect(JSON.stringify(page)).toBe(
          JSON.stringify({ scope: 'programme', own: [], records: sent(records) }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('never throw on nonsense, and then have no records', () => {
    const nonsense = fc.oneof(
      fc.array(fc.jsonValue()),
      fc.array(
        fc.oneof(
          odd,
          fc.record({ r: odd, f: odd }),
          fc.record({ f: fc.dictionary(fc.string(), fc.record({ h: odd })) }),
        ),
      ),
    );
    fc.assert(
      fc.property(nonsense, lean => {
        const page = unpackPage(sent({ scope: 'programme', lean })) as { records?: unknown[] };
        expect(page).not.toHaveProperty('lean');
        expect(page.records === undefined || page.records.length === lean.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('leave out all that follows', () => {
    const pack = createRecordPacker();
    const of = (r: string, seq: number, o: string) => ({
      t: 'attendance',
      r,
      stream: 'training:t1',
      seq,
      f: { mark: { h: [{ v: 'hadir', o, s: 5, by: 'amina' }] } },
    });
    const first = '6f0c1a52-93a4-4c0e-9a60-0d8f5a8c0001';
    pack(of('s1:p1', 1, first));
    expect(pack(of('s1:p2', 2, idAfter(first)))).toEqual({
      r: ':p2',
      f: { mark: { h: [{ v: 'hadir' }] } },
    });
  });

  test('other lines of a pull stay as they are', () => {
    const end = { done: true, epoch: 'e1' };
    expect(unpackPage(end)).toBe(end);
    expect(unpackPage(5)).toBe(5);
    expect(createLinePacker([])(5)).toEqual([5]);
  });
});
