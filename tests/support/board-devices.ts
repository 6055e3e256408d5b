import type { DeviceEntry } from '../../src/protocol/event-messages.ts';
import type { DeviceReport } from '../../src/protocol/messages.ts';

/** What a device on a board is like, as far as a test cares. */
export interface BoardDevice {
  id: string;
  /** Whose it is: the id of a person, and the name. */
  of?: readonly [person: string, name: string];
  ops?: number;
  pictures?: number;
  bytes?: number;
  isHere?: boolean;
  /** When home counted that it is whole, ms; left out, it did not. */
  provenAt?: number;
  isRevoked?: boolean;
  lastSeenAt?: number | null;
  report?: Partial<DeviceReport>;
}

/** A device as home tells a board. */
export function boardDevice({
  id,
  of,
  ops = 0,
  pictures = 0,
  bytes = 0,
  isHere = false,
  provenAt,
  isRevoked = false,
  lastSeenAt = 1_000,
  report = {},
}: BoardDevice): DeviceEntry {
  const waiting = { ops, pictures, bytes };
  return {
    id,
    name: 'Android 13, Chrome 126',
    people: of ? [{ id: of[0], name: of[1], role: 'fasilitator' }] : [],
    isRevoked,
    lastSeenAt,
    report:
      lastSeenAt === null
        ? null
        : { id, now: 0, clk: 1, app: '0.2.0', schema: 1, waiting, ...report },
    held: 24,
    isHere,
    arrived: 0,
    proof:
      provenAt === undefined ? null : { at: provenAt, operations: 24, pictures: 0, code: '7F3A' },
  };
}
