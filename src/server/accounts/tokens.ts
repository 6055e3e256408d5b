import { createHmac, timingSafeEqual } from 'node:crypto';
import { isIdPart } from '../../domain/ids.ts';

/** What a token says: this person was let in on this device at that moment (ms). */
export interface Grant {
  device: string;
  person: string;
  enrolledAt: number;
}

const version = 'v1';

/**
 * Signs a grant: `v1.<payload>.<signature>`, base64url. It does not run out; a device is shut out by
 * revoking it. Nothing in it is secret but the signature.
 */
export function signToken(key: Buffer, { device, person, enrolledAt }: Grant): string {
  const payload = Buffer.from(JSON.stringify([device, person, enrolledAt])).toString('base64url');
  return `${version}.${payload}.${signatureOf(key, payload).toString('base64url')}`;
}

/** What a token says, if it was signed with this key; undefined otherwise, whatever the text. */
export function readToken(key: Buffer, token: string): Grant | undefined {
  const [tokenVersion, payload, signature, ...rest] = token.split('.');
  if (tokenVersion !== version || !payload || !signature || rest.length > 0) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(key, payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return readPayload(Buffer.from(payload, 'base64url').toString());
}

function signatureOf(key: Buffer, payload: string): Buffer {
  return createHmac('sha256', key).update(`${version}.${payload}`).digest();
}

/** Only ever sees what home once signed; a later version may have signed something else. */
function readPayload(text: string): Grant | undefined {
  const [device, person, enrolledAt] = JSON.parse(text) as unknown[];
  const isGrant =
    typeof device === 'string' &&
    isIdPart(device) &&
    typeof person === 'string' &&
    isIdPart(person) &&
    typeof enrolledAt === 'number';
  return isGrant ? { device, person, enrolledAt } : undefined;
}
