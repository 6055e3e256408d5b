import { titleLength } from './titles.ts';

/**
 * A name made ready for comparing. Compared are sounds rather than letters: Indonesian names are written
 * in the spelling of before 1972 or of after, with one letter or two, with titles and without.
 */
export interface FoldedName {
  /** For each word all that it may be read as, the likeliest first. Words that say who somebody is only. */
  words: readonly (readonly string[])[];
  /** All words as one: "Nur Hayati" and "Nurhayati" are written either way. */
  joined: string;
}

/** Words that stand between names and belong to none: son of, daughter of, also called. */
const fillers = new Set(['bin', 'binti', 'bt', 'bte', 'alias', 'als', 'al']);

/** Ways of writing or shortening the same first name. */
const sameNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['moh', 'mohd', 'mhd', 'muh', 'mohamad', 'mokhamad', 'mukhamad', 'mohamed'].map(word => [
      word,
      'muhamad',
    ]),
  ),
  abd: 'abdul',
  akhmad: 'ahmad',
  nor: 'nur',
};

/** Folds a name as somebody wrote it. Any text is taken; what holds no letters has no words. */
export function foldName(name: string): FoldedName {
  const pieces = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'\u2018\u2019\u02bc\u02bb`\u00b4]/g, '')
    .replace(/[^A-Za-z0-9.]+/g, ' ')
    .split(' ')
    .filter(piece => /[A-Za-z0-9]/.test(piece));
  const kept = withoutTitles(pieces);
  // Who is called by nothing but a title is called that.
  const spelled = (kept.length > 0 ? kept : pieces)
    .flatMap((piece, at) => partsOf(piece, at === 0))
    .map(part => part.toLowerCase());
  const named = spelled.filter(part => !fillers.has(part));
  const parts = named.length > 0 ? named : spelled;
  const isOld = parts.some(part => oldSpelling.test(part));
  const words = parts.map(part => readingsOf(part, isOld));
  return { words, joined: words.map(readings => readings[0] ?? '').join('') };
}

function withoutTitles(pieces: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const length = titleLength(pieces, at, kept.length > 0);
    if (length === 0) kept.push(pieces[at] as string);
    at += length || 1;
  }
  return kept;
}

/** "M.Yusuf" are two words, and the "St." of "St. Aminah" is Siti. */
function partsOf(piece: string, isFirst: boolean): string[] {
  const parts = piece.split('.').filter(part => part !== '');
  return isFirst && /^st\./i.test(piece) ? ['siti', ...parts.slice(1)] : parts;
}

/** What only the spelling of before 1972 writes: then its j is today's y. */
const oldSpelling = /oe|dj|tj|sj|hj|^nj/;

/** All that a word may be read as, each in the letters of today, doubled ones once. */
function readingsOf(word: string, isOld: boolean): string[] {
  const plain = sameNames[word] ?? word;
  const today = soundOf(plain, false);
  const readings = new Set([sameNames[today] ?? today]);
  if (isOld) readings.add(soundOf(plain, true));
  if (plain.includes('ch')) {
    // The ch of "Achmad" is a kh, that of "Chandra" a c.
    for (const reading of readings) readings.add(reading.replaceAll('kh', 'c'));
  }
  return isOld ? [...readings].toReversed() : [...readings];
}

function soundOf(word: string, isOld: boolean): string {
  const spelled = word
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('sj', 'sy')
    // A J that stays one, out of the way of the old j.
    .replaceAll('dj', 'J')
    .replace(isOld ? /nj/g : /^nj/, 'ny')
    .replaceAll('j', isOld ? 'y' : 'j')
    .replaceAll('J', 'j');
  const sounded = spelled
    .replaceAll('ch', 'kh')
    .replaceAll('ph', 'f')
    .replaceAll('v', 'f')
    .replaceAll('q', 'k')
    .replaceAll('x', 'ks')
    .replaceAll('ie', 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/([^aeiou])y$/, '$1i');
  // Heard by nobody, and written or not: Aminah, Amina.
  return sounded.length > 3 ? sounded.replace(/([aeiou])h$/, '$1') : sounded;
}
