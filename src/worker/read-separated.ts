import { parseCsv } from 'hucre/csv';
import type { Rows } from '../domain/roster/cell.ts';

/** So many lines tell by what the cells are separated. */
const looked = 50;

const separators = ['\t', ';', ',', '|'] as const;

/** Reads text with cells separated by tabs, semicolons or commas; at most `most` rows. */
export function readSeparated(text: string, most: number): Rows {
  const said = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const rows = parseCsv(body, { delimiter: said?.[1] ?? separatorOf(body), maxRows: most });
  return rows.map(row => row.map(cell => String(cell ?? '')));
}

/** What stands equally often in the most lines; a title or a degree after a comma does not mislead it. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|[\r\n]/)
    .filter(line => line.trim() !== '')
    .slice(0, looked);
  let [best, bestScore]: [string, number] = [',', 0];
  for (const separator of separators) {
    const byCount = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...byCount].map(([count, times]) => count * times));
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}
