import { readStream } from '../../domain/stream.ts';
import type { Person } from '../app-services.ts';
import { coordinatesProgramme } from './role-in.ts';

/** The regency whose librarians somebody invites; undefined for nobody's, or everybody's. */
export function invitedRegion(person: Person): string | undefined {
  return coordinatesProgramme(person) ? undefined : regionsOf(person)[0];
}

/** True for somebody who may invite anybody at all, as far as is known here; the server decides. */
export function mayInvite(person: Person): boolean {
  return coordinatesProgramme(person) || regionsOf(person).length > 0;
}

/** The regencies in which somebody is more than the librarian of a village. */
function regionsOf({ scopes }: Person): string[] {
  return scopes.flatMap(({ id, role }) => {
    const stream = readStream(id);
    return stream?.kind === 'region' && role !== 'pengelola' ? [stream.id] : [];
  });
}
