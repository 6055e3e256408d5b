import { kindNamed } from '../domain/records/kinds.ts';

/** Letters of a code, without those that are taken for one another. */
const alphabet = '0123456789ACDEFHJKLMNPRTUVWXYZ';

/**
 * Four letters over a set of operation ids, the same on the device and at home, whatever the order: for
 * two people to compare by telephone (rule 10.1). 810,000 codes; it shows that two lists differ, it does not
 * guard against somebody who wants them to look alike. The count stands beside it.
 */
export function receiptCode(ids: Iterable<string>): string {
  // Two sums of 32 bits (FNV-1a, from two beginnings) over the sorted ids.
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (const id of [...ids].sort()) {
    for (let index = 0; index <= id.length; index += 1) {
      const unit = index < id.length ? id.charCodeAt(index) : 10;
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x01000193) ^ (other >>> 13);
    }
  }
  let rest = ((one ^ (other << 7)) >>> 0) + (other >>> 0) * 3;
  let code = '';
  while (code.length < 4) {
    code += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return code;
}

/** The group in which a record's operations are counted: those that a screen shows together. */
export function receiptGroup(kind: string, id: string): string {
  const known = kindNamed(kind);
  return known?.parentOf(id) || known?.villageOf(id) || '';
}

/** Ranges of counters from counters in any order. */
export function rangesOf(counters: Iterable<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const counter of [...counters].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && counter <= last[1] + 1) last[1] = Math.max(last[1], counter);
    else ranges.push([counter, counter]);
  }
  return ranges;
}

/** True if a counter lies in one of the ranges, which are in order. */
export function isWithin(ranges: readonly (readonly [number, number])[], counter: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] as readonly [number, number];
    if (counter < from) high = middle - 1;
    else if (counter > to) low = middle + 1;
    else return true;
  }
  return false;
}
