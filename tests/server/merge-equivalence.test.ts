import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PulledRecord } from '../../src/protocol/messages.ts';
import { mergeField, type FieldEdit, type RecordState } from '../../src/protocol/merge.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { noon, openHome, openTraining, pull, push, report } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { announceSeed } from '../support/seed.ts';

announceSeed('tests/server/merge-equivalence.test.ts');

/** Each history is lived twice on databases of its own, which takes longer where they are real servers'. */
const runs = process.env['STORE'] === 'postgres' ? 10 : 60;

/** One edit of a history: which record and fields, and which of the history's edits its author saw. */
interface Edit {
  record: number;
  fields: ('name' | 'phone' | 'deleted')[];
  sees: number[];
  /** Amina may write; Rini may as soon as her right has arrived; nobody vouches for the stranger. */
  author: 'amina' | 'rini' | 'stranger';
  isValid: boolean;
  minute: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  record: fc.nat({ max: 2 }),
  fields: fc.uniqueArray(fc.constantFrom('name', 'phone', 'deleted'), { minLength: 1 }),
  sees: fc.uniqueArray(fc.nat({ max: 19 }), { maxLength: 4 }),
  author: fc.constantFrom('amina', 'amina', 'amina', 'amina', 'rini', 'stranger'),
  isValid: fc.nat({ max: 9 }).map(chance => chance < 9),
  minute: fc.nat({ max: 9 }),
});

/** A history, and two orders in which it arrives: positions to swap, repeats, and where batches end. */
const history = fc.record({
  edits: fc.array(edit, { minLength: 2, maxLength: 20 }),
  orders: fc.tuple(order(), order()),
});

function order() {
  return fc.record({
    ranks: fc.array(fc.nat(), { minLength: 21, maxLength: 21 }),
    repeats: fc.array(fc.nat({ max: 20 }), { maxLength: 6 }),
    batches: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
  });
}

type Order = { ranks: number[]; repeats: number[]; batches: number[] };

describe('2.4 whatever the order of arrival', () => {
  test('home holds what merging everything at once gives, and every reader comes to hold it too', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ edits, orders }) => {
        const [one, other] = [await live(edits, orders[0]), await live(edits, orders[1])];
        expect(one.snapshot).toEqual(other.snapshot);
        expect(one.snapshot).toEqual(one.followed);
        expect(other.snapshot).toEqual(other.followed);
        expect(parse(one.snapshot)).toEqual(one.oracle);
      }),
      { numRuns: runs },
    );
  }, 60_000);
});

/** Lets a history arrive in one order, while a reader follows; and says what ought to come of it. */
async function live(edits: readonly Edit[], { ranks, repeats, batches }: Order) {
  const home = await openHome();
  const { amina, koordinator } = await openTraining(home);
  const elsewhere = { name: 'Rini', stream: 'training:other' };
  const rini = await home.letIn('fasilitator', elsewhere, 'tablet-r');
  home.now = noon + 3_600_000;

  const people = { amina: amina.person.id, rini: rini.person.id, stranger: 'stranger' };
  const lines = edits.map((each, index) => lineOf(each, index, edits, people));
  const grant = operation({
    id: '00000000-0000-4000-9000-000000000000',
    by: koordinator.person.id,
    t: 'member',
    r: rini.person.id,
    f: { role: 'fasilitator' },
    wall: noon,
  });
  const once = [...lines, grant]
    .map((line, index) => ({ line, rank: ranks[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
  const arriving = [...once, ...repeats.flatMap(at => once[at % once.length] ?? [])];

  const base = new Map<string, string>();
  let cursor = 0;
  const device = report(home, 'tablet-a', [rini.token, koordinator.token]);
  for (let at = 0, turn = 0; at < arriving.length; turn += 1) {
    const size = batches[turn % batches.length] ?? 1;
    await push(home, amina.token, arriving.slice(at, at + size), device);
    at += size;
    const { pages, end } = await pull(home, amina.token, { scopes: { 'training:t1': cursor } });
    for (const record of pages.flatMap(({ records }) => records)) keep(base, record);
    cursor = end.scopes[0]?.head ?? 0;
  }
  const { pages } = await pull(home, amina.token);
  const snapshot = new Map<string, string>();
  for (const record of pages.flatMap(({ records }) => records)) keep(snapshot, record);
  await home.close();
  return {
    snapshot,
    followed: base,
    oracle: oracleOf(lines, people.stranger),
  };
}

function keep(base: Map<string, string>, { t, r, f }: PulledRecord): void {
  if (t === 'participant') base.set(r, JSON.stringify(f));
}

const parse = (states: Map<string, string>) =>
  new Map([...states].map(([r, f]) => [r, JSON.parse(f) as RecordState]));

function lineOf(
  { record, fields, sees, author, isValid, minute }: Edit,
  index: number,
  edits: readonly Edit[],
  people: Record<Edit['author'], string>,
): Operation {
  const seen = sees.filter(at => at !== index && edits[at]?.record === record);
  const parents = fields.map(field => {
    const ofField = seen.filter(at => field === 'deleted' || edits[at]?.fields.includes(field));
    return [field, ofField.map(idOf)];
  });
  const value = { name: `name ${index}`, phone: `${index}`, deleted: index % 3 > 0 };
  return operation({
    id: idOf(index),
    by: people[author],
    t: 'participant',
    r: `p${record}`,
    f: Object.fromEntries(fields.map(field => [field, isValid ? value[field] : ['invalid']])),
    p: Object.fromEntries(parents) as Operation['p'],
    wall: noon + minute * 60_000,
  });
}

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The rules of chapter 2, read plainly: everything known, merged field by field. */
function oracleOf(lines: readonly Operation[], stranger: string): Map<string, RecordState> {
  const isAdmitted = ({ by, f }: Operation) =>
    by !== stranger && !Object.values(f).some(value => Array.isArray(value));
  const states = new Map<string, RecordState>();
  for (const r of new Set(lines.map(line => line.r))) {
    const ofRecord = lines.filter(line => line.r === r);
    const admitted = ofRecord.filter(isAdmitted);
    const state: RecordState = {};
    for (const field of new Set(admitted.flatMap(({ f }) => Object.keys(f)))) {
      const concerned = ofRecord.filter(
        line => field in line.f || (field === 'deleted' && !isAdmitted(line)),
      );
      const edits = concerned.map((line): FieldEdit => ({
        id: line.id,
        value: line.f[field] ?? null,
        parents:
          field === 'deleted' && !isAdmitted(line)
            ? Object.values(line.p).flat()
            : (line.p[field] ?? []),
        stamp: line.wall,
        by: line.by,
        isAdmitted: isAdmitted(line),
      }));
      const { h, w } = mergeField(field, edits);
      // What a deletion names of other fields is not awaited once it is there.
      const awaited = w?.filter(id => !admitted.some(line => line.id === id)) ?? [];
      state[field] = awaited.length > 0 ? { h, w: awaited } : { h };
    }
    if (admitted.length > 0) states.set(r, state);
  }
  return states;
}
