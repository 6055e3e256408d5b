import type { Chance } from './seed.ts';

/** Texts that programs have stumbled over: nothing, much, separators, other scripts, half characters. */
const texts = [
  '',
  ' ',
  ':',
  '|',
  '/',
  '..',
  '%',
  "'; drop table operation; --",
  '__proto__',
  'constructor',
  'toString',
  'a:b:c:d:e:f:g',
  'programme',
  'training:',
  'training:t1',
  'training:t2',
  'region:62.03',
  'region:62.03/62.03.01.2001',
  'koordinator',
  'home',
  'deleted',
  'ꦗꦸꦏꦸꦁ',
  '🛶'.repeat(40),
  '\ud800',
  '\u0000',
  'a\nb',
  '\u202e',
  'x'.repeat(65),
  'y'.repeat(300),
  'z'.repeat(20_000),
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-4000-8000-00000000000G',
  `sha256-${'0'.repeat(56)}`,
  '2021-02-30',
  '25:61',
];

const numbers = [
  0,
  -0,
  -1,
  1,
  0.5,
  500,
  1e15,
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
  2 ** 53,
  2 ** 63,
  1e300,
  -1e300,
  5e-324,
];

/** Any JSON value, most of them small and some of them nasty. */
export function randomJson(chance: Chance, depth = 0): unknown {
  const dice = chance.below(depth > 3 ? 5 : 8);
  switch (dice) {
    case 0:
      return chance.pick([null, true, false]);
    case 1:
    case 2:
      return chance.pick(numbers);
    case 3:
    case 4:
      return chance.pick(texts);
    case 5:
      return Array.from({ length: chance.below(5) }, () => randomJson(chance, depth + 1));
    case 6:
      return nested(chance, chance.pick([3, 30, 70, 500]));
    default:
      return Object.fromEntries(
        Array.from({ length: chance.below(5) }, () => [
          chance.pick(texts),
          randomJson(chance, depth + 1),
        ]),
      );
  }
}

/** Lists or objects, one within another. */
function nested(chance: Chance, levels: number): unknown {
  let value: unknown = chance.pick(numbers);
  for (let level = 0; level < levels; level += 1)
    value = chance.happens(0.5) ? [value] : { f: value };
  return value;
}

type Place = Record<string, unknown>;

/** A copy of a JSON value with one to four changes somewhere in it. The value itself may become another. */
export function mutate(chance: Chance, value: unknown): unknown {
  const root: Place = { value: structuredClone(value) };
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    const places = placesIn(root);
    const [holder, key] = chance.pick(places);
    if (holder === root) root['value'] = nextWhole(chance, root['value']);
    else change(chance, holder, key);
  }
  return root['value'];
}

/** Every member of every object and list, but not more than a thousand. */
function placesIn(root: Place): [Place, string][] {
  const places: [Place, string][] = [];
  const holders: Place[] = [root];
  for (const holder of holders) {
    for (const key of Object.keys(holder)) {
      if (places.length === 1_000) return places;
      places.push([holder, key]);
      const member = holder[key];
      if (typeof member === 'object' && member !== null) holders.push(member as Place);
    }
  }
  return places;
}

/** The whole value is rarely another: then little of it is left to be wrong. */
function nextWhole(chance: Chance, value: unknown): unknown {
  return chance.happens(0.1) ? randomJson(chance) : value;
}

function change(chance: Chance, holder: Place, key: string): void {
  const before = holder[key];
  const dice = chance.below(8);
  if (dice === 0) remove(holder, key);
  else if (dice === 1) holder[key] = [before];
  else if (dice === 2) holder[key] = { [chance.pick(texts)]: before };
  else if (dice === 3) add(holder, chance.pick(texts), before);
  else if (dice === 4) holder[key] = nudged(chance, before);
  else holder[key] = randomJson(chance);
}

function remove(holder: Place, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function add(holder: Place, name: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  // Assigning would set the prototype; JSON makes a member of that name.
  else
    Object.defineProperty(holder, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Nearly the same value: the next number, a text with a letter more or less, the other truth. */
function nudged(chance: Chance, value: unknown): unknown {
  if (typeof value === 'number') return value + chance.pick([-1, 1, 0.5, 86_400_000, -1e12]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value === null ? 0 : null;
  const at = chance.below(value.length + 1);
  return chance.happens(0.5)
    ? value.slice(0, at) + chance.pick(texts) + value.slice(at)
    : value.slice(0, at) + value.slice(at + 1);
}
