import { Problem } from '../../domain/problem.ts';
import type { Member } from '../../domain/records/member.ts';
import { programmeStream } from '../../domain/stream.ts';
import type { EnrolRequest, EnrolResponse } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Guest, StoredEnrolment, StoredInvitation, StoreTransaction } from '../store/store.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { Home } from './home.ts';
import { hashInvitationCode } from './invitation-code.ts';
import { findRevoked } from './revocation.ts';
import { readScopes } from './scopes.ts';
import { signToken } from './tokens.ts';

/**
 * Writes down in a stream, by home's own hand, what a person is there. Part of the same transaction. Gives
 * all that home ever wrote of the person, each with its stamp and proof.
 */
export type AdmitMember = (
  tx: StoreTransaction,
  member: { stream: string; person: string; fields: Member },
) => Promise<Operation[]>;

export interface Enrolment {
  home: Home;
  admitMember: AdmitMember;
  limit: GuessLimit;
}

/**
 * Lets somebody in on a device with an invitation's code. The same code from the same device answers
 * again with the same person: the first answer may have been lost. Throws `code-unknown`, `code-used`,
 * `code-expired`, `too-many-tries`, and `device-revoked` for a device that was shut out.
 */
export async function enrol(
  { home, admitMember, limit }: Enrolment,
  { code, device }: EnrolRequest,
): Promise<EnrolResponse> {
  const { store, keys, clock } = home;
  const codeHash = hashInvitationCode(keys.invitation, code);
  const tryers = [`device ${device.id}`, `code ${codeHash}`];
  limit.assertMayTry(tryers);
  try {
    return await store.transaction(async tx => {
      const now = clock();
      if ((await findRevoked(tx, [device.id])).size > 0) throw new Problem('device-revoked');
      const { enrolment, given } = await findOrEnrol(tx, codeHash, device, now);
      const { person, name, role, enrolledAt } = enrolment;
      return {
        token: signToken(keys.token, { device: device.id, person, enrolledAt }),
        person: { id: person, name, role },
        scopes: await readScopes(tx, person, now),
        server: { id: store.serverId, epoch: await tx.readEpoch(), now },
        given,
      };
    });
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('code-')) limit.countWrong(tryers);
    throw error;
  }

  async function findOrEnrol(
    tx: StoreTransaction,
    hash: string,
    { id, name: deviceName }: EnrolRequest['device'],
    now: number,
  ): Promise<{ enrolment: StoredEnrolment; given: Operation[] }> {
    const invitation = await tx.findInvitation(hash);
    if (!invitation) throw new Problem('code-unknown');
    const earlier = await tx.findEnrolments(hash);
    const again = earlier.find(enrolment => enrolment.device === id);
    if (again) {
      const member = { stream: programmeStream, person: again.person, fields: {} };
      return { enrolment: again, given: await admitMember(tx, member) };
    }
    assertIsOpen(invitation, earlier, now);

    const guest = nextGuest(invitation, earlier.length);
    const person = invitation.admits === 'new-person' ? home.newId() : invitation.person;
    const { role } = invitation;
    const { name } = guest;
    const enrolment = { device: id, person, name, role, codeHash: hash, enrolledAt: now };
    await tx.insertEnrolment(enrolment, deviceName);
    const fields = { name: guest.name, role, ...(guest.village && { village: guest.village }) };
    let given: Operation[] = [];
    // Each answer tells all that home ever wrote of the person, so the last one is whole.
    for (const stream of [guest.stream, ...(guest.also ?? [])])
      given = await admitMember(tx, { stream, person, fields });
    return { enrolment, given };
  }
}

function assertIsOpen(
  { admits, expiresAt }: StoredInvitation,
  earlier: readonly StoredEnrolment[],
  now: number,
): void {
  if (admits === 'one-device' && earlier.length > 0) throw new Problem('code-used');
  if (expiresAt !== null && now > expiresAt) throw new Problem('code-expired');
}

/** The next in the line; when it is through, it begins again with a number behind the name. */
function nextGuest({ admits, guests }: StoredInvitation, cameBefore: number): Guest {
  const index = admits === 'new-person' ? cameBefore : 0;
  const guest = guests[index % guests.length];
  if (!guest) throw new Error('an invitation without guests');
  const round = Math.floor(index / guests.length) + 1;
  return round === 1 ? guest : { ...guest, name: `${guest.name} ${round}` };
}
