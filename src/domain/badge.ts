import { isIdPart } from './ids.ts';

/** Whose badge it is, and which of those made for the person, from 1. */
export interface Badge {
  training: string;
  participant: string;
  number: number;
}

/** What a QR code that somebody holds up turns out to be. */
export type ReadBadge =
  | { is: 'badge'; badge: Badge }
  /** A badge that a later version of the app prints. */
  | { is: 'newer' }
  /** Begins as a badge does, but is not whole. */
  | { is: 'damaged' }
  /** A web address, such as an invitation. */
  | { is: 'address' }
  /** Holds far more than a badge. */
  | { is: 'too-long' }
  /** Anything else. */
  | { is: 'foreign' };

/** Two ids, a number and a check are at most 148 characters. */
const mostCharacters = 200;
const mostNumber = 9_999;

/** Letters that are not taken for one another (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What the QR code of a badge holds: `JK1:<training>:<participant>:<number>:<check>`. No name and nothing
 * else of the person. The check tells a badge from what only looks like one; it is no secret.
 */
export function badgeText({ training, participant, number }: Badge): string {
  const body = `JK1:${training}:${participant}:${number}`;
  return `${body}:${checkOf(body)}`;
}

/** Says what a QR code's text is. Takes anything. */
export function readBadge(text: string): ReadBadge {
  if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^\s*www\./i.test(text)) return { is: 'address' };
  if (text.length > mostCharacters) return { is: 'too-long' };
  const version = /^JK(\d{1,3}):/.exec(text)?.[1];
  if (version === undefined) return { is: 'foreign' };
  if (version !== '1') return { is: 'newer' };
  const [, training = '', participant = '', digits = '', check, ...rest] = text.split(':');
  const number = /^[1-9]\d{0,3}$/.test(digits) ? Number(digits) : undefined;
  const isWhole =
    isIdPart(training) &&
    isIdPart(participant) &&
    number !== undefined &&
    rest.length === 0 &&
    check === checkOf(text.slice(0, text.lastIndexOf(':')));
  return isWhole ? { is: 'badge', badge: { training, participant, number } } : { is: 'damaged' };
}

/** The number of the badge that follows; after the last there is no other. */
export function numberAfter(number: number): number {
  return Math.min(number + 1, mostNumber);
}

/** Four letters of the FNV-1a hash, 20 of its bits: one wrong text in a million passes. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return [0, 5, 10, 15].map(shift => letters[(hash >>> shift) & 31]).join('');
}
