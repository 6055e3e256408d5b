import { actsEverywhere, canWrite, isNarrowed } from '../../domain/access.ts';
import { dayAt } from '../../domain/day.ts';
import type { Role } from '../../domain/records/member.ts';

/** What one admitted `member` operation said. Fields it did not set are missing. */
export interface MemberValue {
  id: string;
  stamp: number;
  fields: {
    name?: string | null;
    role?: Role | null;
    village?: string | null;
    until?: string | null;
  };
}

/** A right holds this long before it was written down and after it was taken back (rule 4.6). */
const graceMs = 24 * 3_600_000;

/** A person's rights: what was said in the stream, and in the programme. In no order. */
export interface RightsHistory {
  inStream: readonly MemberValue[];
  inProgramme: readonly MemberValue[];
}

/** What somebody wants to write: a kind of record, and the village it belongs to, if to any. */
export interface Target {
  kind: string;
  village: string | undefined;
}

/** True if the person could write that in that stream at that moment (rules 4.6, 4.7, 4.16). */
export function couldWrite(
  { inStream, inProgramme }: RightsHistory,
  { kind, village }: Target,
  at: number,
): boolean {
  const isWithin = (role: Role) =>
    !isNarrowed(role) ||
    (village !== undefined &&
      heldAt(inStream, ({ village: given }) => given, at).includes(village));
  return [
    ...rolesAt(inStream, at).filter(isWithin),
    ...rolesAt(inProgramme, at).filter(actsEverywhere),
  ].some(role => canWrite(role, kind));
}

/** True if the person could act in every stream at that moment, and so open a new one. */
export function couldActEverywhere(inProgramme: readonly MemberValue[], at: number): boolean {
  return rolesAt(inProgramme, at).some(actsEverywhere);
}

/**
 * Names the stretch of time around a moment in which nobody's right changes by these histories: a whole
 * push is mostly of one. Undefined where last days make it less simple.
 */
export function eraOf({ inStream, inProgramme }: RightsHistory, at: number): string | undefined {
  const known = inStream.length * 1_000 + inProgramme.length;
  let steps = 0;
  for (const { stamp, fields } of [...inStream, ...inProgramme]) {
    if (fields.until !== undefined) return undefined;
    for (const edge of [stamp - graceMs, stamp + graceMs])
      steps += at > edge ? 2 : at === edge ? 1 : 0;
  }
  return `${known} ${steps}`;
}

/** The roles that held at that moment: around a change, the old one and the new. */
function rolesAt(history: readonly MemberValue[], at: number): Role[] {
  const lastDays = heldAt(history, ({ until }) => until, at);
  const isOver = lastDays.length > 0 && lastDays.every(day => day !== null && dayAt(at) > day);
  return isOver ? [] : heldAt(history, ({ role }) => role, at).filter(role => role !== null);
}

/**
 * What was said of something at that moment, give or take the grace. Before its first value nothing
 * was said: no role, and no last day.
 */
function heldAt<T>(
  history: readonly MemberValue[],
  read: (fields: MemberValue['fields']) => T | null | undefined,
  at: number,
): (T | null)[] {
  const values = history
    .map(({ id, stamp, fields }) => ({ id, stamp, value: read(fields) }))
    .filter(({ value }) => value !== undefined)
    .toSorted((one, other) => one.stamp - other.stamp || (one.id < other.id ? -1 : 1));
  const first = values[0];
  const held: (T | null)[] = first && at <= first.stamp + graceMs ? [null] : [];
  values.forEach(({ stamp, value }, index) => {
    const endsAt = values[index + 1]?.stamp ?? Infinity;
    if (at >= stamp - graceMs && at <= endsAt + graceMs) held.push(value ?? null);
  });
  return held;
}
