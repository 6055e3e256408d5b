import { Problem } from '../../domain/problem.ts';
import type { Home } from './home.ts';
import { findRevoked } from './revocation.ts';
import { readToken, type Grant } from './tokens.ts';

/** Who asks, and whether the device may still read. */
export interface Caller extends Grant {
  isRevoked: boolean;
}

/** Who shows this token. Throws `sign-in-needed` if nobody was let in with it. */
export async function identify({ store, keys }: Home, token: string | undefined): Promise<Caller> {
  const grant = token === undefined ? undefined : readToken(keys.token, token);
  if (!grant) throw new Problem('sign-in-needed');
  return { ...grant, isRevoked: (await findRevoked(store, [grant.device])).has(grant.device) };
}

/** Throws `device-revoked` if the caller may not read any more (rule 5.4: it may still push). */
export function assertMayRead(caller: Caller): void {
  if (caller.isRevoked) throw new Problem('device-revoked');
}
