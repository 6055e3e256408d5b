import { foldName } from '../../../domain/people/fold-name.ts';
import type { Member } from '../../../domain/records/member.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import type { InviteRequest } from '../../../protocol/messages.ts';

/** Whoever may get a card, and whether they have come in already. */
export interface Guest {
  /** The participant's record, or for a trainer who was typed in the name. */
  key: string;
  request: InviteRequest;
  isIn: boolean;
}

/** The librarians among the people of a training: those whose village is known. */
export function librariansOf(
  people: readonly { id: string; participant: Participant }[],
  members: readonly Member[],
): Guest[] {
  const inside = new Set(
    members.map(({ name = '', village = '' }) => `${foldName(name).joined} ${village}`),
  );
  return people.flatMap(({ id, participant: { name, village } }): Guest[] => {
    if (name === undefined || village === undefined) return [];
    return [
      {
        key: id,
        request: { role: 'pengelola', name, village },
        isIn: inside.has(`${foldName(name).joined} ${village}`),
      },
    ];
  });
}

/** Trainers by their names, one a line. */
export function trainersIn(typed: string, stream: string): Guest[] {
  const names = typed.split('\n').map(line => line.trim().slice(0, 200));
  return [...new Set(names)]
    .filter(name => name !== '')
    .map(name => ({ key: name, request: { role: 'fasilitator', name, stream }, isIn: false }));
}
