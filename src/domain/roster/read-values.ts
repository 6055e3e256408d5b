import { cellLine, type Cell } from './cell.ts';
import type { OddityCode } from './row-note.ts';

/** What a cell comes to: a value or none, and what is odd about it. */
export interface ReadValue {
  value?: string;
  odd?: OddityCode;
}

/** As many characters of a line as a record keeps. */
const mostOfLine = 200;
const mostOfNumber = 30;

/** A line of text as it is kept, from `cellLine`. */
export function readLine(line: string): ReadValue {
  if (isNothing(line)) return {};
  if (line.length <= mostOfLine) return { value: line };
  return { value: cutAt(line, mostOfLine), odd: 'too-long' };
}

/**
 * A name: without the number or the dash that some write before it; what a NIP is, is taken off its end.
 * Degrees stay.
 */
export function readName(cell: Cell | undefined): ReadValue & { nip?: string } {
  const tidy = cellLine(cell);
  // As most names are.
  if (tidy.length <= mostOfLine && /^\p{L}[\p{L}.,'’ -]*$/u.test(tidy)) return { value: tidy };
  const line = tidy.replace(/^\(?\d{1,4}\s*[.)]\s*/, '').replace(/^[-–•*]\s*(?=\p{L})/u, '');
  // Looked for only where there may be one: most names hold no digit.
  const found =
    /\d/.test(line) && /[\s,;/(-]*(?:NI[PK]\b[\s.:]*)?((?:\d[\s.]?){17}\d)\)?$/i.exec(line);
  const name = (found ? line.slice(0, found.index) : line).trim();
  if (!/\p{L}/u.test(name)) return {};
  const read = readLine(name);
  const nip = found ? found[1]?.replace(/\D/g, '') : undefined;
  const odd = read.odd ?? (/[\d=+@<>{}|]/.test(name) ? 'name-odd' : undefined);
  return { ...read, ...(odd && { odd }), ...(nip !== undefined && { nip }) };
}

/**
 * The number of a civil servant: 18 digits, 9 before 2008. A spreadsheet that takes it for a figure keeps
 * 15 digits and writes zeros for the others; no NIP ends in 000, since its last three count from 001.
 */
export function readNip(cell: Cell | undefined): ReadValue {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell) || cell <= 0) return {};
    if (!Number.isSafeInteger(cell)) return { odd: 'nip-rounded' };
    return ofDigits(String(cell), String(cell));
  }
  const line = cellLine(cell).replace(/^'/, '');
  if (/^\d{17}[1-9]$/.test(line)) return { value: line };
  if (isNothing(line) || !/\d/.test(line)) return {};
  if (/^\d[.,]\d+E\+?\d+$/i.test(line)) return { odd: 'nip-rounded' };
  return ofDigits(line.replace(/^NI[PK]\b[\s.:]*/i, ''), line);
}

function ofDigits(written: string, line: string): ReadValue {
  const digits = written.replace(/[\s.'’-]/g, '');
  if (/^\d{18}$/.test(digits))
    return digits.endsWith('000') ? { odd: 'nip-rounded' } : { value: digits };
  if (/^\d{9}$/.test(digits)) return { value: digits };
  if (/^\d{16}$/.test(digits)) return { odd: 'nik-not-kept' };
  if (line.length > mostOfNumber) return { odd: 'nip-odd' };
  return { value: line, odd: 'nip-odd' };
}

/** A telephone number as people dial it: 0812…, also from +62 812… and from a figure that lost its zero. */
export function readPhone(cell: Cell | undefined): ReadValue {
  if (typeof cell === 'number' && /^8\d{8,11}$/.test(String(cell))) return { value: `0${cell}` };
  const line = cellLine(cell).replace(/^'/, '');
  if (/^0\d{8,12}$/.test(line)) return { value: line };
  if (isNothing(line) || !/\d/.test(line)) return {};
  if (/^\d[.,]\d+E\+?\d+$/i.test(line)) return { odd: 'phone-odd' };
  // Some write two; the first is taken.
  const first = line.split(/[/;,]|\batau\b|\bdan\b/i).find(part => /\d{3}/.test(part)) ?? line;
  const digits = first.replace(/\D/g, '');
  const local = digits.startsWith('62') ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
  const dialled = local.startsWith('0') ? local : `0${local}`;
  return /^0\d{7,13}$/.test(dialled) ? { value: dialled } : { odd: 'phone-odd' };
}

/** What stands in a cell when there is nothing to say. */
function isNothing(line: string): boolean {
  return line.length < 10 && /^([-–—_.*\s]*|n\/?a|nihil|tidak ada)$/i.test(line);
}

/** Not through the middle of a character that takes two. */
function cutAt(line: string, most: number): string {
  return line
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
