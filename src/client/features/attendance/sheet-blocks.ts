import type { SheetRow } from './sheet-rows.ts';

/** A few rows that are drawn together. The same object as long as nothing in it changes. */
export interface SheetBlock {
  rows: readonly SheetRow[];
  /** For each row whether it is to be seen. The others stay where they are, hidden. */
  isShown: readonly boolean[];
}

/** A mark redraws one block and scrolling weighs blocks, however long the sheet. */
const rowsPerBlock = 5;

/** As long as a block may become by people who are added. */
const mostRowsPerBlock = 8;

/** As many blocks as a slow tablet draws between two frames. */
const leastPerStep = 2;

/** However long the sheet, it is up to date after this many steps. */
const mostSteps = 8;

/**
 * The sheet in blocks; those in which nothing changed are the ones of `before`. One more person makes one
 * block longer and leaves the others where they are.
 */
export function blocksOf(
  rows: readonly SheetRow[],
  inSight: ReadonlySet<string>,
  before: readonly SheetBlock[],
): SheetBlock[] {
  const earlierBlocks = new Map(before.map(block => [firstOf(block), block]));
  return inBlocks(rows, before).map(ofBlock => {
    const block = { rows: ofBlock, isShown: ofBlock.map(row => inSight.has(row.person.id)) };
    const earlier = earlierBlocks.get(firstOf(block));
    return earlier && isSameBlock(block, earlier) ? earlier : block;
  });
}

/** What a block is known by as long as it is there: the one it begins with. */
export function firstOf({ rows }: Pick<SheetBlock, 'rows'>): string {
  return rows[0]?.person.id ?? '';
}

/** Begins a block where one began before, and wherever the last one is full. */
function inBlocks(rows: readonly SheetRow[], before: readonly SheetBlock[]): SheetRow[][] {
  const begins = new Set(before.map(firstOf));
  const isGrown = rows.length <= before.length * mostRowsPerBlock;
  const most = isGrown ? mostRowsPerBlock : rowsPerBlock;
  const blocks: SheetRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (!last || last.length >= most || (isGrown && begins.has(row.person.id))) blocks.push([row]);
    else last.push(row);
  }
  return blocks;
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
