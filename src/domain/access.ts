import type { JsonValue } from './records/kind.ts';
import type { Role } from './records/member.ts';

type Write = readonly string[] | 'every kind';

/**
 * Who may change what, in one table. A right is given in a stream by a `member` record there; a
 * koordinator of the programme has it in every stream. Reading follows from the stream alone.
 */
const ofLibraries = ['library', 'libraryYear', 'advocacy', 'followUp'];

const mayWrite: Record<Role, Write> = {
  koordinator: 'every kind',
  fasilitator: [
    'session',
    'participant',
    'attendance',
    'signature',
    ...ofLibraries,
    'libraryReview',
    'checklist',
    'checklistItem',
    'visit',
    'followUpCheck',
  ],
  // Narrowed to her village by the `member` record that gives her the place.
  pengelola: ofLibraries,
};

/**
 * True for what needs no right but to be known: whoever wrote something may take it back. Whether it was
 * theirs is looked at when it takes effect, and if not, it has none.
 */
export function isOpenToAll(kind: string, fields: Readonly<Record<string, JsonValue>>): boolean {
  const names = Object.keys(fields);
  return (
    kind === 'decision' &&
    names.every(name => name === 'outcome' || name === 'note') &&
    (fields['outcome'] === 'withdraw' || fields['outcome'] === null)
  );
}

/** True if somebody with that role in a record's stream may change records of that kind. */
export function canWrite(role: Role, kind: string): boolean {
  const kinds = mayWrite[role];
  return kinds === 'every kind' || kinds.includes(kind);
}

/** True if the role reaches no further than the village it was given for. */
export function isNarrowed(role: Role): boolean {
  return role === 'pengelola';
}

/** True if the role, given in the programme, reaches into every stream. */
export function actsEverywhere(role: Role): boolean {
  return role === 'koordinator';
}
