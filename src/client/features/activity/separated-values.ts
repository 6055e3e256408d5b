/** Begins a file so that spreadsheets read its letters as UTF-8. */
const byteOrderMark = '\ufeff';

/** What a spreadsheet might take for the beginning of a formula. */
const likeFormula = /^[=+\-@\t\r]/;

/**
 * Lines of a table as an Indonesian Excel opens them by a double click: semicolons between, for there the
 * comma stands in numbers. What might be taken for a formula gets an apostrophe before it, so that it stays
 * a text whoever wrote it.
 */
export function separatedLines(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(';')}\r\n`).join('');
}

/** A table's file from its lines. */
export function separatedFile(lines: readonly string[]): Blob {
  return new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' });
}

function cell(text: string): string {
  const safe = likeFormula.test(text) ? `'${text}` : text;
  return /[;"\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
