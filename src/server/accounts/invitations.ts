import type { Role } from '../../domain/records/member.ts';
import type { Guest, StoredInvitation, StoreTransaction } from '../store/store.ts';
import type { Home } from './home.ts';
import { hashInvitationCode, newInvitationCode } from './invitation-code.ts';

/** How long an invitation waits for its person. */
export const invitationLastsMs = 14 * 86_400_000;

/** What to invite somebody as. */
export interface InvitationRequest {
  role: Role;
  guest: Guest;
  /** The person who invites; missing for home itself. */
  invitedBy?: string;
}

/** Invites one person to one device, for 14 days. Gives the code, which is kept nowhere. */
export async function invite(home: Home, request: InvitationRequest): Promise<string> {
  return (await home.store.transaction(tx => inviteIn(home, tx, request))).code;
}

/** The same within a transaction. `expiresAt` is home's clock, ms. */
export async function inviteIn(
  home: Home,
  tx: StoreTransaction,
  { role, guest, invitedBy }: InvitationRequest,
): Promise<{ code: string; expiresAt: number }> {
  const code = newInvitationCode();
  const createdAt = home.clock();
  const invitation = {
    admits: 'one-device' as const,
    role,
    person: home.newId(),
    guests: [guest],
    createdAt,
    expiresAt: createdAt + invitationLastsMs,
    ...(invitedBy !== undefined && { invitedBy }),
  };
  await keepInvitation(home, tx, code, invitation);
  return { code, expiresAt: invitation.expiresAt };
}

/** Keeps an invitation with a code of the caller's choice. */
export async function keepInvitation(
  { keys }: Home,
  tx: StoreTransaction,
  code: string,
  invitation: Omit<StoredInvitation, 'codeHash'>,
): Promise<void> {
  await tx.insertInvitation({
    ...invitation,
    codeHash: hashInvitationCode(keys.invitation, code),
  });
}
