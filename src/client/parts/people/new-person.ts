import type { Participant } from '../../../domain/records/participant.ts';
import { tidyLine } from './tidy-line.ts';

/** Somebody who is being entered, as typed so far. */
export interface NewPerson {
  name: string;
  gender?: 'L' | 'P';
  village?: string | undefined;
  regency?: string | undefined;
  institution: string;
  phone: string;
}

/** Nobody yet. */
export const newPerson: NewPerson = { name: '', institution: '', phone: '' };

/** The longest name, institution and telephone number that are kept, in characters. */
export const mostCharacters = { name: 200, institution: 200, phone: 30 } as const;

/** What is written of somebody who was typed in: what was left empty is not said. */
export function participantOf({ name, institution, phone, ...rest }: NewPerson): Participant {
  const lines = {
    name: tidyLine(name, mostCharacters.name),
    institution: tidyLine(institution, mostCharacters.institution),
    phone: tidyLine(phone, mostCharacters.phone),
  };
  const said = Object.entries({ ...lines, ...rest }).filter(
    ([, value]) => value !== '' && value !== undefined,
  );
  return Object.fromEntries(said) as Participant;
}
