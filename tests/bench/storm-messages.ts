import type { Enrolled } from './hotel.ts';

/** What the process that makes the storm can be told to do; it answers each with one message. */
export type StormOrder =
  /** Writes everybody's day and packs every request, so that nothing of that is measured. */
  | { do: 'prepare'; enrolled: readonly Enrolled[]; seed: number; connections: number }
  /** All devices deliver at once; afterwards, if asked, each fetches what its people may read. */
  | { do: 'run'; url: string; against: 'ours' | 'bare'; thenPull: boolean }
  /** Looks at the verdicts of the last run, and at what the server holds now. */
  | { do: 'check'; url: string };

export interface StormPrepared {
  operations: number;
  requests: number;
}

export interface StormRun {
  /** From the first request to the last verdict, ms. */
  tookMs: number;
  /** From the beginning to the end of each device's sync, pull included, ms. */
  deviceMs: number[];
  /** Times that the server asked to come again later. */
  turnedAway: number;
  pulledBytes: number;
}

export interface StormCheck {
  /** Operations with the verdict `ok` and a number of their stream that no other has. */
  admitted: number;
  /** Operations that the server was found to hold, by pulling, as heads or replaced by one that it holds. */
  held: number;
  /** Why some are not among them, for people. */
  complaints: string[];
}
