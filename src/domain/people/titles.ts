/**
 * Words before and after a name that are no part of it, as they are written without dots: of religion,
 * of learning, of rank. Only those that librarians, village officials and trainers are likely to carry.
 */
const anywhere = wordsOf(
  'hj drs dra dr drg drh ir prof ust ustad ustadz ustadzah pdt bapak bpk ibu sdr sdri tn nn ' +
    'alm almh raden rr',
);

/** Diplomas and degrees, which stand behind the name. */
const behind = wordsOf(
  'amapd amapust amd amdkeb amdkep amdkom amdpust amkeb amkep amk spd spdi spdsd spdk spdh ' +
    'sipust siptk sptk sikom skom ssos ssosi shut shi sth sthi spt ssi ssn sds str strkeb ' +
    'strkom skep skeb skm sfarm sgz sked sakt stp shum spsi sfil spar sstp spust sst sh st sp ' +
    'bsc mm mpd mpdi mpdk msi mhum mkom mikom msc msos mkes mkn mth mba mph mpsi msn phd mt ' +
    'mh mp gr ns',
);

/** Degrees that are words of names as well, unless they are written with dots or in capitals. */
const likeWords = wordsOf('ama sap sip sag se sei spi sak map mip mag mak mei ma ba sit');

/** As many pieces as a title is taken apart into by spaces: "S. I. Pust." */
const mostPieces = 3;

/**
 * How many of these pieces of a name, from `at` on, are together one title; 0 if none is. Pieces are
 * words as they were written, dots and case included, without commas; `hasName` once a word of the name
 * itself came before.
 */
export function titleLength(pieces: readonly string[], at: number, hasName: boolean): number {
  for (let length = Math.min(mostPieces, pieces.length - at); length >= 1; length -= 1) {
    const taken = pieces.slice(at, at + length);
    // Whole words standing beside one another are words; only what ends in a dot goes on.
    if (!taken.slice(0, -1).every(isBegun)) continue;
    const written = taken.join('');
    if (isTitle(written, hasName, isSaidLoud(written, pieces))) return length;
  }
  return 0;
}

const isBegun = (piece: string) => piece.length <= 3 && piece.endsWith('.');

/** Dots, or capitals where the rest of the name has small letters. */
function isSaidLoud(written: string, pieces: readonly string[]): boolean {
  if (written.includes('.')) return true;
  return written === written.toUpperCase() && pieces.some(piece => piece !== piece.toUpperCase());
}

function isTitle(written: string, hasName: boolean, isLoud: boolean): boolean {
  const word = written.replaceAll('.', '').toLowerCase();
  // "H. Yusuf" has been on a pilgrimage; the H. of "Yusuf H." stands for a name.
  if (word === 'h') return !hasName;
  if (anywhere.has(word)) return true;
  return hasName && (behind.has(word) || (isLoud && likeWords.has(word)));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
