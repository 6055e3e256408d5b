import { readXlsx } from 'hucre/xlsx';
import type { Cell, Rows } from '../domain/roster/cell.ts';
import { fillMerged } from '../domain/roster/fill-merged.ts';
import { decodeText } from './decode-text.ts';
import { readSeparated } from './read-separated.ts';
import type { TableTrouble } from './roster-messages.ts';
import { readZipSizes } from './zip-sizes.ts';

/** The largest file that is opened, in bytes; a roster of 20,000 people takes about 1 MB. */
export const mostBytes = 20 * 1024 * 1024;
/** As much as a file may unpack to, in bytes. */
const mostUnpacked = 150 * 1024 * 1024;
/** As many rows as a roster may have. The province has 1,571 villages. */
export const mostRows = 20_000;
/** Further to the right nothing is read. */
const mostColumns = 100;

/** A file that is not read; the message says why. */
export class TableError extends Error {
  readonly trouble: TableTrouble;

  constructor(trouble: TableTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.name = 'TableError';
    this.trouble = trouble;
  }
}

/** One sheet. */
export interface Table {
  name: string;
  rows: Rows;
}

/**
 * Opens a list as an office sends it: Excel's files, and text with separated cells in any of the usual
 * writings. What it is is told by what is in it, not by its name. Formulas give what they last gave,
 * macros are left where they are. Throws `TableError`.
 */
export async function openTable(source: Blob | string): Promise<Table[]> {
  if (typeof source === 'string') return textTable(source);
  if (source.size > mostBytes) throw new TableError('too-big');
  const bytes = new Uint8Array(await source.arrayBuffer());
  const begun = String.fromCharCode(...bytes.subarray(0, 8));
  if (begun.startsWith('PK')) return workbookTables(bytes);
  if (begun.startsWith('\xd0\xcf\x11\xe0')) throw new TableError(oldTrouble(bytes));
  if (begun.startsWith('%PDF')) throw new TableError('pdf');
  const text = decodeText(bytes);
  if (/\0/.test(text.slice(0, 1000))) throw new TableError('not-a-table');
  return textTable(text);
}

function textTable(text: string): Table[] {
  if (/^\ufeff?\s*<(!doctype|html|\?xml|table|meta|head)/i.test(text))
    throw new TableError('web-page');
  return checked([{ name: '', rows: trimmed(readSeparated(text, mostRows * 2)) }]);
}

/** Excel's container of before 2007 holds its old files, and today's ones that have a password. */
function oldTrouble(bytes: Uint8Array): TableTrouble {
  const names = new TextDecoder('utf-16le').decode(bytes);
  const shifted = new TextDecoder('utf-16le').decode(bytes.subarray(1));
  const holds = (name: string) => names.includes(name) || shifted.includes(name);
  if (holds('EncryptedPackage')) return 'password';
  return holds('Workbook') || holds('Book') ? 'old-excel' : 'other-office';
}

async function workbookTables(bytes: Uint8Array): Promise<Table[]> {
  const sizes = readZipSizes(bytes);
  if (!sizes) throw new TableError('broken');
  if (sizes.unpacked > mostUnpacked) throw new TableError('bomb');
  if (!sizes.names.some(name => name.startsWith('xl/'))) {
    const isOffice = sizes.names.some(name => /^(word|ppt)\/|^content\.xml$/.test(name));
    throw new TableError(isOffice ? 'other-office' : 'not-a-table');
  }
  try {
    const { sheets } = await readXlsx(bytes, {
      maxRows: mostRows * 2,
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    });
    return checked(
      sheets.map(({ name, rows, merges = [] }) => ({
        name,
        rows: fillMerged(trimmed(rows.map(row => row.slice(0, mostColumns).map(cellOf))), merges),
      })),
    );
  } catch (failure) {
    throw failure instanceof TableError ? failure : new TableError('broken', failure);
  }
}

function cellOf(value: string | number | boolean | Date | null | object): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}

/** Without what stands empty at the end: sheets are often formatted far below the last line. */
function trimmed(rows: Rows): Rows {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.every(cell => String(cell).trim() === '')) end -= 1;
  return rows.slice(0, end);
}

function checked(tables: Table[]): Table[] {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new TableError('empty');
  const tooLong = ({ rows }: Table) =>
    rows.filter(row => row.some(cell => cell !== '')).length > mostRows;
  if (filled.some(tooLong)) throw new TableError('too-many-rows');
  return filled;
}
