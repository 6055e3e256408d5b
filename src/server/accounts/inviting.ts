import { actsEverywhere } from '../../domain/access.ts';
import { Problem } from '../../domain/problem.ts';
import { isValidValue } from '../../domain/records/is-valid-value.ts';
import { programmeStream, readStream, regionStream } from '../../domain/stream.ts';
import { isVillageCode, regencyOfVillage, type Territory } from '../../domain/territory.ts';
import {
  enrolPath,
  limits,
  type InviteRequest,
  type InviteResponse,
} from '../../protocol/messages.ts';
import type { Home } from './home.ts';
import { inviteIn, type InvitationRequest } from './invitations.ts';
import { readScopes, type Scope } from './scopes.ts';
import { assertMayRead, type Caller } from './sign-in.ts';

export interface Inviting {
  home: Home;
  loadTerritory: () => Promise<Territory>;
}

/**
 * Makes an invitation in the name of whoever asks (rule 8.4). Throws `device-revoked`, `bad-request`,
 * `no-right`, `village-unknown`, and `too-many-tries` when too many of theirs wait to be used.
 */
export async function inviteAs(
  { home, loadTerritory }: Inviting,
  caller: Caller,
  request: InviteRequest,
): Promise<InviteResponse> {
  assertMayRead(caller);
  const wanted = readRequest(request);
  const { village } = request;
  const isUnknown = village !== undefined && !(await loadTerritory()).villageLabel(village);
  return home.store.transaction(async tx => {
    const now = home.clock();
    const scopes = await readScopes(tx, caller.person, now);
    // First: who may invite nobody is not told which villages there are.
    if (!mayInvite(scopes, wanted)) throw new Problem('no-right');
    if (isUnknown) throw new Problem('village-unknown');
    if ((await tx.countOpenInvitations(caller.person, now)) >= limits.openInvitations)
      throw new Problem('too-many-tries');
    const { code, expiresAt } = await inviteIn(home, tx, { ...wanted, invitedBy: caller.person });
    return { code, path: enrolPath(code), expiresAt };
  });
}

/** What a request comes to. Throws `bad-request` if it makes no sense, whoever asks. */
function readRequest({ role, name: typed, village, stream }: InviteRequest): InvitationRequest {
  const name = typed.trim();
  if (!isValidValue('member', 'name', name, undefined)) throw new Problem('bad-request');
  if (village !== undefined && !isVillageCode(village)) throw new Problem('bad-request');
  const region = village === undefined ? undefined : regionStream(regencyOfVillage(village));
  const place = stream ?? region;
  if (place === undefined || place === programmeStream || !readStream(place))
    throw new Problem('bad-request');
  if (role === 'fasilitator') return { role, guest: { name, stream: place } };
  if (village === undefined || place !== region) throw new Problem('bad-request');
  return { role, guest: { name, stream: place, village } };
}

/**
 * The programme's koordinator invites anybody; whoever coordinates or trains in a region its librarians.
 * A librarian, who has but her village there, invites nobody.
 */
function mayInvite(scopes: readonly Scope[], { role, guest }: InvitationRequest): boolean {
  return scopes.some(
    scope =>
      (scope.id === programmeStream && actsEverywhere(scope.role)) ||
      (role === 'pengelola' && scope.id === guest.stream && scope.role !== 'pengelola'),
  );
}
