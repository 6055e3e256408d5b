import { foldName } from '../people/fold-name.ts';
import { likelyDoubles, type DoubleReason } from '../people/likely-doubles.ts';
import type { Participant } from '../records/participant.ts';
import { createRoughKeys } from './rough-keys.ts';

/** Somebody who is, or may be, the one that was asked for. */
export interface Found<Person> {
  person: Person;
  /** True if there is no doubt. */
  isSure: boolean;
  because: DoubleReason;
}

/** By what somebody is looked up; made once, and used on every file. */
export interface PersonKeys {
  whole: readonly string[];
  rough: readonly string[];
}

/** Makes the keys of people. */
export function createPersonKeys(): (person: Participant) => PersonKeys {
  const roughKeys = createRoughKeys();
  return person => ({ whole: wholeKeys(person), rough: roughKeys(person.name ?? '') });
}

/** More than these, the likeliest, are not compared with one row: a list of first names alone has no end. */
const mostCompared = 20;

interface Entry<Person> {
  person: Person;
  rough: readonly string[];
}

/**
 * People filed so that thousands of rows are compared with thousands of people in little time. Found are
 * those of the same village, of nowhere, of the same regency if one of the two has no village, and those
 * with the very same name in the same regency. Sure is: the same NIP; the same telephone and a name that may
 * be the same; the same name from the same place. Nobody with one NIP is somebody with another.
 */
export function createPeopleFile<Person extends Participant>() {
  const byWhole = new Map<string, Entry<Person>[]>();
  /** By village, by regency of those without one, and under nothing those of nowhere. */
  const byHome = new Map<string, Entry<Person>[]>();
  const everybody: Entry<Person>[] = [];

  return {
    add(person: Person, { whole, rough }: PersonKeys): void {
      const entry = { person, rough };
      everybody.push(entry);
      for (const key of whole) file(byWhole, key, entry);
      file(byHome, homeOf(person), entry);
    },
    /** The surest first. */
    find(candidate: Participant, { whole, rough }: PersonKeys): Found<Person>[] {
      if (everybody.length === 0) return [];
      const found = alike(candidate, rough);
      for (const key of whole) {
        const same = byWhole.get(key);
        if (same) found.push(...same.map(({ person }) => person));
      }
      if (found.length === 0) return [];
      return [...new Set(found)].flatMap(person => judge(candidate, person) ?? []).sort(bySureness);
    },
  };

  /** Those whose names share most of what can be heard of them. */
  function alike(candidate: Participant, rough: readonly string[]): Person[] {
    const { village } = candidate;
    const regency = regencyOf(candidate);
    const close: { person: Person; common: number }[] = [];
    if (village === undefined) look(everybody);
    else {
      look(byHome.get(village));
      look(byHome.get(regency));
      look(byHome.get(''));
    }
    if (close.length > 1) close.sort((one, other) => other.common - one.common);
    return close.length === 0 ? [] : close.slice(0, mostCompared).map(({ person }) => person);

    function look(entries: readonly Entry<Person>[] | undefined): void {
      if (!entries) return;
      for (const { person, rough: others } of entries) {
        const common = countCommon(rough, others);
        if (common === 0 || common * 4 < Math.min(rough.length, others.length) * 3) continue;
        const home = regencyOf(person);
        if (regency === '' || home === '' || home === regency) close.push({ person, common });
      }
    }
  }
}

function countCommon(one: readonly string[], other: readonly string[]): number {
  let common = 0;
  for (const key of one) if (other.includes(key)) common += 1;
  return common;
}

function file<Entry>(filed: Map<string, Entry[]>, key: string, entry: Entry): void {
  const others = filed.get(key);
  if (others) others.push(entry);
  else filed.set(key, [entry]);
}

function judge<Person extends Participant>(
  candidate: Participant,
  person: Person,
): Found<Person> | undefined {
  if (isSame('nip', candidate, person)) return { person, isSure: true, because: 'nip' };
  if (differIn('nip', candidate, person)) return undefined;
  const isSameHome =
    homeOf(candidate) === homeOf(person) &&
    (candidate.village !== undefined || candidate.institution === person.institution);
  // The same list once more: nothing to think about.
  if (isSameHome && candidate.name === person.name)
    return { person, isSure: true, because: 'same-name' };
  const [likely] = likelyDoubles(candidate, [person]);
  if (!likely) return undefined;
  const isSameName = foldName(candidate.name ?? '').joined === foldName(person.name ?? '').joined;
  const isSure = isSame('phone', candidate, person) || (isSameHome && isSameName);
  return { person, isSure, because: likely.because };
}

const bySureness = (one: Found<unknown>, other: Found<unknown>) =>
  Number(other.isSure) - Number(one.isSure);

/** By its numbers, and by its letters alone within its regency. */
function wholeKeys(person: Participant): string[] {
  const { name = '', nip, phone } = person;
  const comma = name.indexOf(',');
  const letters = (comma < 0 ? name : name.slice(0, comma)).toLowerCase().replace(/[^a-z]+/g, '');
  const keys: string[] = letters === '' ? [] : [`name ${regencyOf(person)} ${letters}`];
  if (nip !== undefined) keys.push(`nip ${digitsOf('nip', person) ?? nip}`);
  if (phone !== undefined) keys.push(`phone ${digitsOf('phone', person) ?? phone}`);
  return keys;
}

const homeOf = ({ village, regency }: Participant) => village ?? regency ?? '';

const regencyOf = ({ village, regency }: Participant) => village?.slice(0, 5) ?? regency ?? '';

/** A number as it is compared: however it is spaced, with the country or without. */
function digitsOf(field: 'nip' | 'phone', person: Participant): string | undefined {
  const digits = person[field]?.replace(/\D/g, '') ?? '';
  const own = field === 'phone' ? digits.replace(/^(62|0)+/, '') : digits;
  return own.length >= 7 ? own : undefined;
}

/** True if both have such a number, and it is the same. */
export function isSame(field: 'nip' | 'phone', one: Participant, other: Participant): boolean {
  const digits = digitsOf(field, one);
  return digits !== undefined && digits === digitsOf(field, other);
}

/** True if both have such a number, and it is another. */
export function differIn(field: 'nip' | 'phone', one: Participant, other: Participant): boolean {
  const [a, b] = [digitsOf(field, one), digitsOf(field, other)];
  return a !== undefined && b !== undefined && a !== b;
}
