/** Below this, one letter is too much of a name: Rina and Rini are two people. */
const leastLetters = 6;

/**
 * True if two folded words differ by one slip of the pen: a letter more, a letter less, another letter, or
 * two neighbours swapped. A last vowel that is another one is no slip: Suryana is a man, Suryani a woman.
 */
export function isNear(one: string, other: string): boolean {
  const [long, short] = one.length < other.length ? [other, one] : [one, other];
  if (long.length < leastLetters || long.length - short.length > 1 || long === short) return false;
  let from = 0;
  while (from < short.length && long[from] === short[from]) from += 1;
  if (long.length > short.length) return long.slice(from + 1) === short.slice(from);
  if (from === long.length - 1) return !(isVowel(long[from]) && isVowel(short[from]));
  if (long.slice(from + 1) === short.slice(from + 1)) return true;
  const isSwapped = long[from] === short[from + 1] && long[from + 1] === short[from];
  return isSwapped && long.slice(from + 2) === short.slice(from + 2);
}

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter);

/**
 * Under which a word is filed so that those near it are found: two words that `isNear` share one of these.
 * None for words too short to be near any.
 */
export function nearKeys(word: string): string[] {
  if (word.length < leastLetters - 1) return [];
  return [`${word.slice(0, 2)}<`, `>${word.slice(-2)}`];
}
