import { createHmac, randomInt } from 'node:crypto';

/** Digits and letters that cannot be taken for one another: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 bits: to guess one of a hundred open codes takes ten thousand million tries. */
const length = 8;

/** A new code as it is shown, `K7QF-9TXM`. */
export function newInvitationCode(): string {
  const letters = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** What is kept of a code. However a person typed it (case, dashes, spaces, O for 0), it is the same. */
export function hashInvitationCode(key: Buffer, typed: string): string {
  return createHmac('sha256', key).update(normalise(typed)).digest('base64url');
}

function normalise(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
