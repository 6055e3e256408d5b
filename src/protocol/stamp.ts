/** What the stamp of an operation is made of (rule 3.1). All times in ms. */
export interface StampInputs {
  /** The device's clock and offset when the operation was written. */
  wall: number;
  off: number | null;
  /**
   * Home's clock minus the writing device's, as this delivery shows it; null if it does not show it,
   * because that clock has jumped since or was never seen.
   */
  skew: number | null;
  /** The server's clock at the request's first byte. */
  serverNow: number;
  /** When the author was let in on that device. */
  enrolledAt: number;
}

/** A stamp, and whether nothing was known about the clock it rests on. */
export interface Stamp {
  stamp: number;
  isClockUncertain: boolean;
}

/**
 * The estimated true time of an edit, fixed once by the home server. Only breaks ties between edits
 * that were truly concurrent. Never later than now, never before its author was let in.
 */
export function stampOf({ wall, off, skew, serverNow, enrolledAt }: StampInputs): Stamp {
  const stamp = Math.round(Math.min(wall + (skew ?? off ?? 0), serverNow));
  return {
    stamp: Math.min(Math.max(stamp, enrolledAt), serverNow),
    isClockUncertain: skew === null && off === null,
  };
}

/** The device's own guess until the server has fixed the stamp. */
export function estimateStamp(operation: { wall: number; off: number | null }): number {
  return Math.round(operation.wall + (operation.off ?? 0));
}
