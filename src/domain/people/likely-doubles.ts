import { foldName, type FoldedName } from './fold-name.ts';
import { isNear, nearKeys } from './is-near.ts';

/** What is compared of somebody. All but the name are hints. */
export interface Describable {
  name?: string | undefined;
  nip?: string | undefined;
  phone?: string | undefined;
  gender?: string | undefined;
  village?: string | undefined;
  regency?: string | undefined;
}

/** Why two are likely the same, the strongest reason: number of a civil servant, telephone, name. */
export type DoubleReason = 'nip' | 'phone' | 'same-name' | 'similar-name';

/** Somebody who is likely the one that was asked for. */
export interface LikelyDouble<Person> {
  person: Person;
  /** How likely, 0 to 1; what is below 0.7 is not told unless asked for. Ours: no source gives such weights. */
  score: number;
  because: DoubleReason;
}

/** People filed so that those like a given one are found without looking at everybody. */
export interface PeopleIndex<Person extends Describable> {
  /** Files one more. */
  add(person: Person): void;
  /** Those who are likely the candidate, the likeliest first, the earliest filed of equals first. */
  likelyDoubles(candidate: Describable, least?: number): LikelyDouble<Person>[];
}

/** What is less likely than this is not told. */
const leastScore = 0.7;

/**
 * Asked at the door, where a bare name is all there is: a single name is told of everybody who bears it among
 * others, and a Suparyono of a Suparjono. Whoever asks looks at the person, so a needless hint costs little.
 */
export const leastAtTheDoor = 0.5;

/** First names that so many bear that they say little. */
const common = new Set(
  ['siti', 'sri', 'muhamad', 'ahmad', 'abdul', 'nur', 'dewi', 'ni', 'i', 'made', 'putu'].concat([
    'wayan',
    'eka',
    'dwi',
    'tri',
  ]),
);

interface Filed<Person> {
  person: Person;
  name: FoldedName;
}

/** An index with nobody in it. */
export function createPeopleIndex<Person extends Describable>(): PeopleIndex<Person> {
  const all: Filed<Person>[] = [];
  /** Places in `all` by folded word, by joined name, by NIP and by telephone, each with its prefix. */
  const places = new Map<string, number[]>();
  /** Different words by what those near them share. */
  const near = new Map<string, string[]>();

  function add(person: Person): void {
    const name = foldName(person.name ?? '');
    const place = all.push({ person, name }) - 1;
    for (const word of new Set(name.words.flat())) {
      if (!places.has(`w${word}`)) for (const key of nearKeys(word)) file(near, key, word);
      file(places, `w${word}`, place);
    }
    for (const key of wholeKeys(person, name)) file(places, key, place);
  }

  function likelyDoubles(candidate: Describable, least = leastScore): LikelyDouble<Person>[] {
    const name = foldName(candidate.name ?? '');
    const found = new Set(wholeKeys(candidate, name).flatMap(key => places.get(key) ?? []));
    for (const word of tellingWords(name)) {
      for (const place of places.get(`w${word}`) ?? []) found.add(place);
      for (const other of new Set(nearKeys(word).flatMap(key => near.get(key) ?? []))) {
        if (isNear(word, other))
          for (const place of places.get(`w${other}`) ?? []) found.add(place);
      }
    }
    return [...found]
      .sort((one, other) => one - other)
      .flatMap(place => {
        const filed = all[place] as Filed<Person>;
        const { score, because } = compare(candidate, name, filed.person, filed.name);
        return score < least ? [] : [{ person: filed.person, score, because }];
      })
      .sort((one, other) => other.score - one.score);
  }

  return { add, likelyDoubles };
}

/** Those of these people who are likely the candidate. For many candidates, keep an index. */
export function likelyDoubles<Person extends Describable>(
  candidate: Describable,
  people: Iterable<Person>,
): LikelyDouble<Person>[] {
  const index = createPeopleIndex<Person>();
  for (const person of people) index.add(person);
  return index.likelyDoubles(candidate);
}

function file<T>(filed: Map<string, T[]>, key: string, one: T): void {
  const others = filed.get(key);
  if (others) others.push(one);
  else filed.set(key, [one]);
}

function wholeKeys(person: Describable, name: FoldedName): string[] {
  const [nip, phone] = [nipOf(person), phoneOf(person)];
  return [
    ...(name.joined === '' ? [] : [`j${name.joined}`]),
    ...(nip === undefined ? [] : [`n${nip}`]),
    ...(phone === undefined ? [] : [`p${phone}`]),
  ];
}

/** The words that lead to somebody: the common ones only of those who have no others. */
function tellingWords({ words }: FoldedName): string[] {
  const telling = words.filter(readings => !isCommon(readings));
  return [...new Set((telling.length > 0 ? telling : words).flat())];
}

const isCommon = (readings: readonly string[]) => readings.some(reading => common.has(reading));

function compare(
  one: Describable,
  oneName: FoldedName,
  other: Describable,
  otherName: FoldedName,
): { score: number; because: DoubleReason } {
  const byName = compareNames(oneName, otherName);
  const [nip, otherNip] = [nipOf(one), nipOf(other)];
  const [phone, otherPhone] = [phoneOf(one), phoneOf(other)];
  if (nip !== undefined && nip === otherNip) return { score: 1, because: 'nip' };
  let score = byName;
  if (nip !== undefined && otherNip !== undefined) score -= 0.5;
  const isSamePhone = phone !== undefined && phone === otherPhone;
  if (isSamePhone) score += 0.4;
  if (one.gender !== undefined && other.gender !== undefined && one.gender !== other.gender) {
    score -= 0.3;
  }
  score += nearness(one, other);
  const because = byName >= 0.85 ? 'same-name' : isSamePhone ? 'phone' : 'similar-name';
  return { score: Math.max(0, Math.min(1, score)), because };
}

/** What two homes say: a village most; nothing where one of them is not known. */
function nearness(one: Describable, other: Describable): number {
  if (one.village !== undefined && other.village !== undefined) {
    return one.village === other.village ? 0.2 : -0.1;
  }
  const [regency, otherRegency] = [regencyOf(one), regencyOf(other)];
  if (regency === undefined || otherRegency === undefined) return 0;
  return regency === otherRegency ? 0.1 : -0.1;
}

const regencyOf = ({ village, regency }: Describable) => village?.slice(0, 5) ?? regency;

/** 18 digits since 2008, 9 before; what is shorter is no number of anybody. */
function nipOf({ nip }: Describable): string | undefined {
  const digits = nip?.replace(/\D/g, '') ?? '';
  return digits.length >= 9 ? digits : undefined;
}

/** Without the country: +62 812 and 0812 are the same. */
function phoneOf({ phone }: Describable): string | undefined {
  const digits = (phone?.replace(/\D/g, '') ?? '').replace(/^(62|0)+/, '');
  return digits.length >= 7 ? digits : undefined;
}

/** How alike two names are by themselves, 0 to 1. */
function compareNames(one: FoldedName, other: FoldedName): number {
  if (one.words.length === 0 || other.words.length === 0) return 0;
  if (one.joined === other.joined)
    return one.words.length > 1 || one.joined.length > 2 ? 0.95 : 0.7;
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one];
  const matches = matchWords(short.words, long.words);
  if (matches.length < short.words.length) return 0;
  const same = matches.filter(({ is }) => is === 'same');
  const telling = same.filter(({ word }) => !isCommon(word)).length;
  const near = matches.filter(({ is }) => is === 'near').length;
  const isWhole = short.words.length === long.words.length;
  if (same.length === matches.length) {
    if (isWhole) return same.length > 1 ? 0.95 : 0.85;
    if (telling === 0) return 0.2;
    return same.length === 1 ? singleName(long) : 0.7 + 0.1 * Math.min(1, telling - 1);
  }
  if (telling + near === 0) return 0.3;
  // Slips and abbreviations count for less; so does what is left over.
  const begun = matches.length - same.length - near;
  if (matches.length === 1) return isWhole ? 0.65 : 0.45;
  const alike = 0.9 - 0.1 * (near - 1) - 0.15 * begun;
  return Math.max(0.3, alike - (isWhole ? 0 : 0.2) - (telling === 0 ? 0.1 : 0));
}

/** Somebody with one name, and somebody with that and others: unless the others say little, a hint must help. */
function singleName({ words }: FoldedName): number {
  return words.filter(readings => !isCommon(readings)).length === 1 ? 0.65 : 0.55;
}

interface WordMatch {
  word: readonly string[];
  is: 'same' | 'near' | 'begun';
}

/** Which words of `short` have a counterpart in `long`, in any order, the surest first; each is taken once. */
function matchWords(
  short: readonly (readonly string[])[],
  long: readonly (readonly string[])[],
): WordMatch[] {
  const left = new Set(long);
  const open = new Set(short);
  const matches: WordMatch[] = [];
  for (const [is, fits] of steps) {
    for (const word of open) {
      for (const other of left) {
        if (!word.some(reading => other.some(against => fits(reading, against)))) continue;
        left.delete(other);
        open.delete(word);
        matches.push({ word, is });
        break;
      }
    }
  }
  return matches;
}

const steps = [
  ['same', (one: string, other: string) => one === other],
  ['near', isNear],
  ['begun', (one: string, other: string) => one.startsWith(other) || other.startsWith(one)],
] as const;
