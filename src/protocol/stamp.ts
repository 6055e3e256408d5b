/** What the stamp of an operation is made of (rule 3.1). All times in ms. */
export interface StampInputs {
  /** The device's clock, offset and clock number when the operation was written. */
  wall: number;
  off: number | null;
  clk: number;
  /** The device's clock and clock number as the push left. */
  device: { now: number; clk: number };
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
export function stampOf({ wall, off, clk, device, serverNow, enrolledAt }: StampInputs): Stamp {
  const isSameClock = clk === device.clk;
  const skew = isSameClock ? serverNow - device.now : (off ?? 0);
  const stamp = Math.round(Math.min(wall + skew, serverNow));
  return {
    stamp: Math.min(Math.max(stamp, enrolledAt), serverNow),
    isClockUncertain: !isSameClock && off === null,
  };
}

/** The device's own guess until the server has fixed the stamp. */
export function estimateStamp(operation: { wall: number; off: number | null }): number {
  return Math.round(operation.wall + (operation.off ?? 0));
}
