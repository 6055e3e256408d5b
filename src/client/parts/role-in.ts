import { programmeStream } from '../../domain/stream.ts';
import type { Role } from '../../domain/records/member.ts';
import type { Person } from '../app-services.ts';

/**
 * What somebody is in a stream: as home last said there, else in the programme, else as they were let
 * in. A guess for the screen; the server decides.
 */
export function roleIn(person: Person | undefined, stream: string): Role | undefined {
  const scope =
    person?.scopes.find(({ id }) => id === stream) ??
    person?.scopes.find(({ id }) => id === programmeStream);
  return scope?.role ?? person?.role;
}

/** True for somebody who coordinates anything, as far as is known here. */
export function coordinates(person: Person | undefined): boolean {
  return (
    person !== undefined && [person, ...person.scopes].some(({ role }) => role === 'koordinator')
  );
}

/** True for somebody who coordinates the programme: who may shut a device out, and let it in again. */
export function coordinatesProgramme(person: Person | undefined): boolean {
  return (
    person?.scopes.some(({ id, role }) => id === programmeStream && role === 'koordinator') ?? false
  );
}
