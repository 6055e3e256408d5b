/** Sounds that are written with one letter or another, in the spelling of before 1972 or of after. */
const sounds: Readonly<Record<string, string>> = {
  b: 'b',
  c: 'k',
  d: 'd',
  f: 'p',
  g: 'g',
  j: 'j',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'p',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'p',
  x: 'k',
  y: 'j',
  z: 's',
};

/** How a word roughly sounds: its consonants, doubled ones once. */
function heardIn(word: string): string {
  let heard = '';
  for (const letter of word) {
    const sound = sounds[letter];
    if (sound === undefined || heard.endsWith(sound)) continue;
    // Dj is today's j, tj is c, sj is sy: the second letter changes the first.
    if (sound === 'j' && /[dts]$/.test(heard)) {
      if (!heard.endsWith('s')) heard = heard.slice(0, -1) + (heard.endsWith('d') ? 'j' : 'k');
    } else heard += sound;
  }
  return heard;
}

/**
 * Makes the keys under which names are filed so that whoever may be the same is found at little cost: for
 * each word its first two consonants and its last two, as they roughly sound. Most that share one are
 * different people.
 */
export function createRoughKeys(): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return name => {
    const keys: string[] = [];
    for (const word of name.toLowerCase().split(' ')) {
      keys.push(...keysOf(word));
    }
    return keys;
  };

  function keysOf(word: string): readonly string[] {
    const earlier = known.get(word);
    if (earlier) return earlier;
    const keys = word.split(/[^a-z'’`]+/).flatMap(part => {
      // Degrees and initials say nothing.
      if (part.length < 3) return [];
      const heard = heardIn(part);
      return [`${heard.slice(0, 2)}<`, `>${heard.slice(-2)}`];
    });
    known.set(word, keys);
    return keys;
  }
}
