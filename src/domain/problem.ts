/**
 * Everything that may stop a piece of work, by code. The catalogue is closed: a code that is not here
 * cannot be sent, and the screens have a sentence for each (what happened, that the work is safe, what
 * to do). Findings about several records are not problems.
 */
export const problemCodes = [
  /** The request could not be read. */
  'bad-request',
  /** The request is larger than the server takes at once. */
  'too-large',
  /** The body is of a type or packing the server does not read. */
  'unsupported-media',
  /** No valid sign-in came with the request. Nothing is lost. */
  'sign-in-needed',
  /** The device was revoked: it may deliver, but not read. */
  'device-revoked',
  /** No invitation has this code. */
  'code-unknown',
  /** The invitation was used by another device. */
  'code-used',
  /** The invitation has run out. */
  'code-expired',
  /**
   * Too many wrong codes from this device or for this code; `retryAfterMs` says when to go on. Or too many
   * invitations by this person that nobody has used yet.
   */
  'too-many-tries',
  /** Who asks has no right to this. */
  'no-right',
  /** The village's code names no village that the server knows. */
  'village-unknown',
  /** There is nothing at this address. */
  'not-found',
  /** The client is too old to read what the server would send. Pushing still works. */
  'upgrade-needed',
  /** The server began a new epoch; pull again from the start. */
  'epoch-changed',
  /** The server has too much to do; `retryAfterMs` says when to come back. */
  'busy',
  /** The server's disk is full. */
  'server-full',
  /** A piece of a picture came at another place than the server has got to; `Upload-Offset` says which. */
  'wrong-offset',
  /** A picture came in whole, but not with the hash it is called by; what came is dropped. */
  'wrong-bytes',
  /** A bug. It is in the server's log under the request's id. */
  'unexpected',
  /** No answer could be had: no network, or the server is off. Seen by the device only. */
  'offline',
  /** The answer took longer than its deadline. Seen by the device only. */
  'timeout',
  /** Something that is not our server answered, such as a hotel's login page. Seen by the device only. */
  'foreign-answer',
  /** The device has no room left for what was to be saved. Seen by the device only. */
  'device-full',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Figures that travel with a problem. */
export interface ProblemDetails {
  /** How long to wait before the next try, in ms. */
  retryAfterMs?: number;
  /** The server's epoch, with `epoch-changed`. */
  epoch?: string;
}

/** What stops the work, thrown or sent. Expected outcomes are values instead. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Why the server keeps an operation apart instead of admitting it. */
export const refusalCodes = [
  /** The line is not an operation. */
  'malformed',
  /** It is longer than an operation may be. */
  'too-large',
  /** A field holds what it may not hold, or the record's id does not fit its kind. */
  'invalid-value',
  /** Another operation with the same id is already there. */
  'id-reuse',
  /** Its author had no right to write this in that stream at that time. */
  'forbidden',
  /** Nobody on the delivering device has proven to be its author. */
  'unknown-author',
  /** The device it was written on was revoked. */
  'device-revoked',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** True if a coordinator can let such an operation in; the others only its author can correct. */
export function canBeAccepted(code: RefusalCode): boolean {
  return code === 'forbidden' || code === 'unknown-author' || code === 'device-revoked';
}
