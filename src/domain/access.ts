import type { Role } from './records/member.ts';

type Write = readonly string[] | 'every kind';

/**
 * Who may change what, in one table. A right is given in a stream by a `member` record there; a
 * koordinator of the programme has it in every stream. Reading follows from the stream alone.
 */
const mayWrite: Record<Role, Write> = {
  koordinator: 'every kind',
  fasilitator: ['session', 'participant', 'attendance'],
  pengelola: [],
};

/** True if somebody with that role in a record's stream may change records of that kind. */
export function canWrite(role: Role, kind: string): boolean {
  const kinds = mayWrite[role];
  return kinds === 'every kind' || kinds.includes(kind);
}

/** True if the role, given in the programme, reaches into every stream. */
export function actsEverywhere(role: Role): boolean {
  return role === 'koordinator';
}
