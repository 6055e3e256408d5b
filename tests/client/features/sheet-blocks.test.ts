import { expect, test } from 'vitest';
import {
  blocksOf,
  stepTowards,
  type SheetBlock,
} from '../../../src/client/features/attendance/sheet-blocks.ts';
import type { SheetRow } from '../../../src/client/features/attendance/sheet-rows.ts';

function rowsFor(count: number): SheetRow[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `p${at}`;
    const entry = { id, ids: [id], participant: {} };
    const person = { id, entry, name: id, place: '', searchable: id };
    return {
      person,
      mark: null,
      note: '',
      isExpected: true,
      record: undefined,
      delivery: undefined,
      differences: [],
    };
  });
}
const idsOf = (rows: readonly SheetRow[]) => new Set(rows.map(row => row.person.id));
const present = (row: SheetRow): SheetRow => ({ ...row, mark: { status: 'hadir' } });
const everybody = rowsFor(49);
const all = blocksOf(everybody, idsOf(everybody), []);

test('a mark changes its own block and no other', () => {
  const marked = everybody.map((row, at) => (at === 12 ? present(row) : row));

  const blocks = blocksOf(marked, idsOf(marked), all);

  expect(blocks.map((block, at) => block !== all[at])).toEqual(all.map((_, at) => at === 2));
});

test('somebody who goes out of sight changes their block too', () => {
  const inSight = idsOf(everybody.slice(1));

  const blocks = blocksOf(everybody, inSight, all);

  expect(blocks[0]?.isShown).toEqual([false, true, true, true, true]);
  expect(blocks.slice(1)).toEqual(all.slice(1));
});

test('somebody who comes or goes changes one block and no other, wherever that is', () => {
  const [newcomer] = rowsFor(1).map(row => ({ ...row, person: { ...row.person, id: 'new' } }));
  for (const at of [0, 3, 5, 23, 49]) {
    const more = [...everybody.slice(0, at), newcomer as SheetRow, ...everybody.slice(at)];
    const changed = blocksOf(more, idsOf(more), all).filter(block => !all.includes(block));
    expect(changed, `at ${at}`).toHaveLength(1);
  }
  const fewer = everybody.toSpliced(12, 1);
  const left = blocksOf(fewer, idsOf(fewer), all).filter(block => !all.includes(block));
  expect(left).toHaveLength(1);
});

test('a small change is drawn at once, a large one in steps that end with all of it', () => {
  const one = blocksOf([...everybody.slice(0, 48), present(everybody[48]!)], idsOf(everybody), all);
  expect(stepTowards(all, one)).toBe(one);

  const marked = everybody.map(present);
  const wanted = blocksOf(marked, idsOf(marked), all);
  let drawn: readonly SheetBlock[] = all;
  const steps: number[] = [];
  while (drawn !== wanted) {
    drawn = stepTowards(drawn, wanted);
    steps.push(drawn.filter((block, at) => block === wanted[at]).length);
  }
  expect(steps).toEqual([2, 4, 6, 8, 10]);
});

test('a very long sheet is up to date after a few larger steps', () => {
  const many = rowsFor(2_000);
  const before = blocksOf(many, idsOf(many), []);
  const wanted = blocksOf(many, new Set(['p1999']), before);

  let drawn: readonly SheetBlock[] = before;
  let steps = 0;
  for (; drawn !== wanted; steps += 1) drawn = stepTowards(drawn, wanted);

  expect(steps).toBe(8);
});

test('other people are never mixed with those who were there', () => {
  const others = rowsFor(49);
  const wanted = blocksOf(others, idsOf(others), all);

  expect(stepTowards(all, wanted)).toBe(wanted);
});
