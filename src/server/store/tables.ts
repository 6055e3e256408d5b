import type { StoredOperation } from './store.ts';

/** The rows as they lie in the database; what their columns mean is said by the contract. */

/** An operation that is, or was, kept apart. */
export interface ApartRow {
  device: string;
  key: string;
  n: number;
  author: string;
  stream: string;
  kind: string;
  record: string;
  verdict: string;
  code: string | null;
  stamp: number;
  uncertain: number;
  /** Its counter, once it was admitted after all. */
  seq: number | null;
  received_at: number;
  body: string;
  /** What was decided, if anything, and with which words. */
  outcome: string | null;
  note: string;
}

export interface InvitationRow {
  code_hash: string;
  admits: string;
  role: string;
  person: string;
  guests: string;
  created_at: number;
  expires_at: number | null;
  invited_by: string | null;
}

export interface DeviceRow {
  id: string;
  name: string;
  last_seen_at: number | null;
  report: string | null;
  held: string | null;
}

export interface EnrolmentRow {
  device: string;
  person: string;
  name: string;
  role: string;
  code_hash: string;
  enrolled_at: number;
}

/** The columns of `ApartRow` in the order in which `toApart` gives their values. */
export const apartColumns = [
  ['device', 'text'],
  ['key', 'text'],
  ['n', 'bigint'],
  ['author', 'text'],
  ['stream', 'text'],
  ['kind', 'text'],
  ['record', 'text'],
  ['verdict', 'text'],
  ['code', 'text'],
  ['stamp', 'bigint'],
  ['uncertain', 'bigint'],
  ['seq', 'bigint'],
  ['received_at', 'bigint'],
  ['body', 'text'],
] as const;

/** An operation as the values of a row. */
export function toApart(operation: StoredOperation): unknown[] {
  const { device, key, n, author, stream, kind, record, verdict, code, stamp, seq } = operation;
  const uncertain = operation.isClockUncertain ? 1 : 0;
  const { receivedAt, body } = operation;
  return [
    device,
    key,
    n,
    author,
    stream,
    kind,
    record,
    verdict,
    code,
    stamp,
    uncertain,
    seq,
    receivedAt,
    body,
  ];
}

/** And back. The verdict's parts were written together, so they fit one another. */
export function fromApart(row: ApartRow): StoredOperation {
  const { uncertain, received_at: receivedAt, outcome: _outcome, note: _note, ...rest } = row;
  return { ...rest, isClockUncertain: uncertain === 1, receivedAt } as StoredOperation;
}
