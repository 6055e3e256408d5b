/** What stands in one cell of a spreadsheet: text, or a figure that its program keeps as one. Empty is `''`. */
export type Cell = string | number;

/** A sheet as it was read: rows of cells, those at the end may be missing. */
export type Rows = readonly (readonly Cell[])[];

/** A cell as a line of text: no control characters, single spaces, none around. */
export function cellLine(cell: Cell | undefined): string {
  if (cell === undefined || cell === '') return '';
  const text = typeof cell === 'number' ? String(cell) : cell;
  if (isTidy(text)) return text;
  return text
    .replace(/[\p{Cc}\u00a0\u200b\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** True for a line as most are. Letter by letter: a long list is looked at in a fraction of the time. */
function isTidy(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter < 32 || (letter > 126 && (letter < 161 || letter === 0x200b || letter === 0xfeff)))
      return false;
    if (letter === 32 && before === 32) return false;
    before = letter;
  }
  return before !== 32;
}
