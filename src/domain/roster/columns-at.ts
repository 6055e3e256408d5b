import { columnOf, type Column } from './column.ts';

/** What each of `width` columns holds if these lines head them: one line, or two of which the second says more. */
export function columnsAt(
  line: readonly string[],
  below: readonly string[] | undefined,
  width: number,
): Column[] {
  const said = Array.from(
    { length: width },
    (_, at) => columnOf(below?.[at] ?? '') ?? columnOf(line[at] ?? ''),
  );
  const hasBoth = said.includes('male') && said.includes('female');
  const taken = new Set<Column>();
  if (said.includes('village')) taken.add('village');
  return said.map((meaning, at) => {
    if (meaning === undefined || meaning === 'ignored') return 'ignored';
    if (meaning === 'place') return once('village');
    if ((meaning === 'male' || meaning === 'female') && !hasBoth) return 'ignored';
    if (meaning === 'gender' && hasBoth) return 'ignored';
    return meaning === 'village' && said.indexOf('village') === at ? 'village' : once(meaning);
  });

  /** Of several columns with the same heading the first is taken. */
  function once(column: Column): Column {
    if (taken.has(column)) return 'ignored';
    taken.add(column);
    return column;
  }
}
