import { cellLine, type Rows } from './cell.ts';
import type { Column } from './column.ts';
import { readGender } from './read-gender.ts';

/** So many rows tell what a column holds. */
const looked = 50;

/** What each column holds where no row says so. Only what cannot be mistaken is guessed, and one name. */
export function guessByContent(rows: Rows, width: number): Column[] {
  const guessed = Array.from({ length: width }, (_, at) =>
    kindOf(
      rows
        .slice(0, looked)
        .map(row => cellLine(row[at]))
        .filter(text => text !== ''),
    ),
  );
  const taken = new Set<Column>();
  return guessed.map(column => {
    if (column === 'ignored' || taken.has(column)) return 'ignored';
    taken.add(column);
    return column;
  });
}

function kindOf(texts: readonly string[]): Column {
  const most = (fits: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(fits).length >= texts.length * 0.6;
  if (most(text => text.replace(/\D/g, '').length === 18)) return 'nip';
  if (most(text => /^(\+?62|0)?8\d{7,12}$/.test(text.replace(/[\s().-]/g, '')))) return 'phone';
  if (texts.every((text, at) => Number(text) === at + 1)) return 'number';
  if (most(text => readGender(text) !== undefined)) return 'gender';
  if (
    most(text => /^\p{L}[\p{L}.,'’ -]{2,}$/u.test(text)) &&
    new Set(texts).size > texts.length / 2
  )
    return 'name';
  return 'ignored';
}
