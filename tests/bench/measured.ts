/** One measurement: `ratio` is `value` over `limit`, both taken in the same run on the same data. */
export interface Measured {
  name: string;
  value: number;
  limit: number;
  ratio: number;
  goal: number;
  met: boolean;
  /** For people: what is measured against what, and its unit. */
  words: string;
  unit: string;
  isMoreBetter: boolean;
}

type Given = Pick<Measured, 'name' | 'value' | 'limit' | 'goal' | 'words' | 'unit'>;

/** A measurement whose ratio should reach its goal at least. */
export function atLeast(given: Given): Measured {
  const ratio = given.value / given.limit;
  return { ...given, ratio, met: ratio >= given.goal, isMoreBetter: true };
}

/** A measurement whose ratio should not exceed its goal. */
export function atMost(given: Given): Measured {
  const ratio = given.value / given.limit;
  return { ...given, ratio, met: ratio <= given.goal, isMoreBetter: false };
}

/** What a measurement hands back: its figures, and what is printed beside them. */
export interface Findings {
  measured: Measured[];
  notes: string[];
}

/** One figure as one line of JSON, for programs. */
export function asJsonLine({ name, value, limit, ratio, goal, met }: Measured): string {
  return JSON.stringify({
    name,
    value: round(value),
    limit: round(limit),
    ratio: round(ratio),
    goal,
    met,
  });
}

/** All figures as a table, for people. */
export function asTable(all: readonly Measured[]): string {
  const rows = all.map(it => [
    it.words,
    `${figure(it.value)} ${it.unit}`,
    `${figure(it.limit)} ${it.unit}`,
    it.ratio.toFixed(2),
    `${it.isMoreBetter ? '≥' : '≤'} ${it.goal}`,
    it.met ? 'met' : 'not met',
  ]);
  const table = [['measurement', 'measured', 'against', 'ratio', 'goal', ''], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map(row => row[column]?.length ?? 0)),
  );
  return table
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 2 : 0 });
}

const round = (value: number): number => Number(value.toPrecision(5));
