import { idAfter, isOperationId } from '../domain/ids.ts';

/**
 * Lean lines: a row of JSON values in which each leaves out what follows from the one before (rules 5.8 and
 * 6.13). Unpacking gives back the very same values, key for key and in the same order. Whatever cannot be
 * told that way, nonsense included, is sent whole: as a list of one.
 */

/** How one property follows from the line before. */
export type Rule = 'plain' | 'same' | 'next' | 'difference' | 'id' | 'path' | 'unseen';

/**
 * The properties of a line, in the order in which they stand, each with its rule. Those that are `plain` may
 * be missing; of the others, a missing one follows from the line before.
 */
export type Layout = readonly (readonly [property: string, rule: Rule])[];

type Line = Readonly<Record<string, unknown>>;

/**
 * Both ways of a rule. `before` is that property of the line before, undefined if it has none; `line` the
 * line itself. `pack` gives undefined for what follows and `unsayable` for what the rule has no words for;
 * `unpack` gives undefined for what does not follow from anything.
 */
interface Ways {
  pack: (value: unknown, before: unknown, line: Line) => unknown;
  unpack: (written: unknown, before: unknown, line: Line) => unknown;
}

const unsayable = Symbol('unsayable');

/** Longest text that is taken over from the line before: a small body must not grow into a large one. */
const longestTakenOver = 200;

const ways: Readonly<Record<Rule, Ways>> = {
  /** As it is. */
  plain: {
    pack: value => value,
    unpack: written => written,
  },
  /** Left out if it is the same. */
  same: {
    pack: (value, before) => (value === before && isSmall(value) ? undefined : value),
    unpack: (written, before) => (written === undefined && isSmall(before) ? before : written),
  },
  /** A whole number, left out if it is one more. */
  next: {
    pack: (value, before) => (isWhole(before) && value === before + 1 ? undefined : value),
    unpack: (written, before) => (written === undefined && isWhole(before) ? before + 1 : written),
  },
  /** A whole number, as what is to be added; left out if that is nothing. */
  difference: {
    pack: (value, before) => {
      const added = isWhole(value) ? value - numberOf(before) : NaN;
      return isWhole(added) ? added || undefined : unsayable;
    },
    unpack: (written = 0, before) => {
      const value = isWhole(written) ? numberOf(before) + written : NaN;
      return isWhole(value) ? value : undefined;
    },
  },
  /** An operation's id, left out if it counts on. */
  id: {
    pack: (value, before) => (isNextId(value, before) ? undefined : value),
    unpack: (written, before) =>
      written === undefined && isId(before) ? idAfter(before) : written,
  },
  /** A record's id: left out if it is the same, from its last colon on if what stands before that is. */
  path: {
    pack: (value, before) => {
      if (typeof value !== 'string') return value;
      if (value.startsWith(':')) return unsayable;
      if (value === before && isSmall(value)) return undefined;
      const parent = parentOf(before);
      return parent !== undefined && parentOf(value) === parent
        ? value.slice(parent.length)
        : value;
    },
    unpack: (written, before) => {
      if (written === undefined) return isSmall(before) ? before : undefined;
      if (typeof written !== 'string' || !written.startsWith(':')) return written;
      const parent = parentOf(before);
      return parent === undefined ? undefined : parent + written;
    },
  },
  /** The parents of the fields `f`, left out if each has an empty list of them. */
  unseen: {
    pack: (value, _before, { f }) => (isUnseen(value, f) ? undefined : value),
    unpack: (written, _before, { f }) =>
      written === undefined && isObject(f)
        ? Object.fromEntries(Object.keys(f).map(field => [field, []]))
        : written,
  },
};

/** Packs lines, each after the one before. */
export function packLines(layout: Layout, lines: readonly unknown[]): unknown[] {
  return lines.map(createLinePacker(layout));
}

/** Packs one line after the other. */
export function createLinePacker(layout: Layout): (line: unknown) => unknown {
  let before: Line = {};
  return line => {
    const packed = isObject(line) ? packLine(layout, line, before) : undefined;
    before = isObject(line) ? line : {};
    return packed ?? [line];
  };
}

/** What was packed; undefined if it was not packed by this layout. Never throws. */
export function unpackLines(layout: Layout, packed: readonly unknown[]): unknown[] | undefined {
  const unpack = createLineUnpacker(layout);
  const lines: unknown[] = [];
  for (const one of packed) {
    const line = unpack(one);
    if (line === undefined) return undefined;
    lines.push(line);
  }
  return lines;
}

/** Unpacks one line after the other; gives undefined for what was not packed, and then for all that follows. */
export function createLineUnpacker(layout: Layout): (packed: unknown) => unknown {
  let before: Line | undefined = {};
  return packed => {
    if (!before) return undefined;
    const line = Array.isArray(packed)
      ? wholeOf(packed)
      : isObject(packed)
        ? unpackLine(layout, packed, before)
        : undefined;
    if (line === undefined) before = undefined;
    else before = isObject(line) ? line : {};
    return line;
  };
}

/** Undefined if the line has other properties than the layout, or in another order, or unsayable ones. */
function packLine(layout: Layout, line: Line, before: Line): Line | undefined {
  const properties = Object.keys(line);
  const packed: Record<string, unknown> = {};
  let found = 0;
  for (const [property, rule] of layout) {
    if (properties[found] === property) {
      found += 1;
      const value = line[property];
      const written =
        value === undefined ? unsayable : ways[rule].pack(value, before[property], line);
      if (written === unsayable) return undefined;
      if (written !== undefined) packed[property] = written;
    } else if (rule !== 'plain') return undefined;
  }
  return found === properties.length ? packed : undefined;
}

function unpackLine(layout: Layout, packed: Line, before: Line): Line | undefined {
  const line: Record<string, unknown> = {};
  let left = Object.keys(packed).length;
  for (const [property, rule] of layout) {
    const written = packed[property];
    if (written !== undefined) left -= 1;
    const value = ways[rule].unpack(written, before[property], line);
    if (value !== undefined) line[property] = value;
    else if (rule !== 'plain') return undefined;
  }
  return left === 0 ? line : undefined;
}

const wholeOf = (packed: readonly unknown[]): unknown =>
  packed.length === 1 ? packed[0] : undefined;

const isObject = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const numberOf = (value: unknown): number => (isWhole(value) ? value : 0);

const isId = (value: unknown): value is string => typeof value === 'string' && isOperationId(value);

/** Looks at the long beginning first: most ids are another's altogether, and thousands pass here. */
const isNextId = (value: unknown, before: unknown): boolean =>
  typeof value === 'string' &&
  typeof before === 'string' &&
  value.slice(0, -4) === before.slice(0, -4) &&
  isOperationId(before) &&
  value === idAfter(before);

const isSmall = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.length <= longestTakenOver
    : value === null || typeof value === 'number' || typeof value === 'boolean';

/** All before the last colon; undefined if there is none, or too much. */
function parentOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const end = value.lastIndexOf(':');
  return end < 0 || end > longestTakenOver ? undefined : value.slice(0, end);
}

/** True if `p` has an empty list for each field of `f`, in their order, and nothing else. */
function isUnseen(p: unknown, f: unknown): boolean {
  if (!isObject(p) || !isObject(f)) return false;
  const fields = Object.keys(f);
  const named = Object.keys(p);
  return (
    fields.length === named.length &&
    named.every((field, index) => {
      const ids = p[field];
      return field === fields[index] && Array.isArray(ids) && ids.length === 0;
    })
  );
}
