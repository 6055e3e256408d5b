/**
 * A text as somebody searches for it: `Muara Ja'an` and `MUARA  JAAN` are the same. Words of a-z and
 * 0-9 with one space between them; case, accents and apostrophes are gone.
 */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'\u2018\u2019\u02bc`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** True if every word that was typed begins a word of the text. Both are `searchText`s. */
export function isFound(typed: string, text: string): boolean {
  if (typed === '') return true;
  const spaced = ` ${text}`;
  return typed.split(' ').every(word => spaced.includes(` ${word}`));
}
