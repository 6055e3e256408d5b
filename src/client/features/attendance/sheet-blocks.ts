import type { SheetRow } from './sheet-rows.ts';

/** A few rows that are drawn together. The same object as long as nothing in it changes. */
export interface SheetBlock {
  rows: readonly SheetRow[];
  /** For each row whether it is to be seen. The others stay where they are, hidden. */
  isShown: readonly boolean[];
}

/** A mark redraws one block and scrolling weighs blocks, however long the sheet. */
const rowsPerBlock = 5;

/** As many blocks as a slow tablet draws between two frames. */
const leastPerStep = 2;

/** However long the sheet, it is up to date after this many steps. */
const mostSteps = 8;

/** The sheet in blocks; those in which nothing changed are the ones of `before`. */
export function blocksOf(
  rows: readonly SheetRow[],
  inSight: ReadonlySet<string>,
  before: readonly SheetBlock[],
): SheetBlock[] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerBlock) }, (_, at) => {
    const ofBlock = rows.slice(at * rowsPerBlock, (at + 1) * rowsPerBlock);
    const block = { rows: ofBlock, isShown: ofBlock.map(row => inSight.has(row.person.id)) };
    const earlier = before[at];
    return earlier && isSameBlock(block, earlier) ? earlier : block;
  });
}

/**
 * The next step from what is drawn towards what is wanted, from the top down: `wanted` itself once
 * nothing is left. Other people are never mixed with those who were there.
 */
export function stepTowards(
  drawn: readonly SheetBlock[],
  wanted: readonly SheetBlock[],
): readonly SheetBlock[] {
  const isOtherPeople =
    drawn.length !== wanted.length ||
    wanted.some(({ rows }, block) =>
      rows.some((row, at) => row.person !== drawn[block]?.rows[at]?.person),
    );
  if (isOtherPeople) return wanted;
  const changed = wanted.flatMap((block, at) => (block === drawn[at] ? [] : [at]));
  const perStep = Math.max(leastPerStep, Math.ceil(wanted.length / mostSteps));
  if (changed.length <= perStep) return wanted;
  const next = new Set(changed.slice(0, perStep));
  return wanted.map((block, at) => (next.has(at) ? block : (drawn[at] ?? block)));
}

function isSameBlock(one: SheetBlock, other: SheetBlock): boolean {
  return (
    one.rows.length === other.rows.length &&
    one.rows.every((row, at) => row === other.rows[at] && one.isShown[at] === other.isShown[at])
  );
}
