import * as v from 'valibot';
import { isIdPart, isOperationId } from '../domain/ids.ts';
import { outcomes } from '../domain/records/decision.ts';
import { refusalCodes } from '../domain/problem.ts';
import { roles } from '../domain/records/member.ts';
import { readScope } from '../domain/stream.ts';
import type { Operation } from './operation.ts';
import type { RecordState } from './merge.ts';

/** The version of this conversation. Every version ever shipped may push; only pull may ask for an upgrade. */
export const protocolVersion = 1;

/** The form of a push, and of its answer, in which a line leaves out what follows from the one before (rule 5.8). */
export const leanVersion = 2;

/** The forms of a push that home takes, now and for ever. */
export const pushForms = [protocolVersion, leanVersion] as const;

/** The oldest version of records this server still sends to. */
export const oldestSchema = 1;

/** The version of records this program writes and reads. */
export const schemaVersion = 1;

export const paths = {
  health: '/api/health',
  enrol: '/api/enrol',
  invitations: '/api/invitations',
  push: '/sync/v1/push',
  pull: '/sync/v1/pull',
  attention: '/sync/v1/attention',
  receipts: '/sync/v1/receipts',
  devices: '/sync/v1/devices',
  events: '/sync/v1/events',
  calls: '/sync/v1/calls',
  history: '/sync/v1/history',
  blobs: '/sync/v1/blobs',
} as const;

/** Where everything ever written of a record is told. */
export function historyPath(stream: string, kind: string, id: string): string {
  return [paths.history, ...[stream, kind, id].map(encodeURIComponent)].join('/');
}

/** Where a picture's bytes are, by their hash. */
export function blobPath(sha256: string): string {
  return `${paths.blobs}/${sha256}`;
}

/** Where an invitation is opened. The code travels behind the `#`, so that it never reaches a server's log. */
export function enrolPath(code: string): string {
  return `/enrol#${encodeURIComponent(code)}`;
}

/** What home counts as held of a device; its own, unless a coordinator asks for another. */
export function receiptsPath(device?: string): string {
  return device === undefined ? paths.receipts : `${paths.receipts}?device=${device}`;
}

export const limits = {
  /** Operations in one push. */
  pushOperations: 500,
  /** Bytes of one push, unpacked. */
  pushBytes: 1024 * 1024,
  /** Bytes of any other request's body, unpacked. */
  bodyBytes: 256 * 1024,
  /** Bytes of one page of a pull: what a device asks for unless it has reason to ask for less, and the bounds. */
  pageBytes: 512 * 1024,
  leastPageBytes: 4 * 1024,
  mostPageBytes: 1024 * 1024,
  /** Scopes in one pull. */
  scopes: 2_000,
  /** Operation ids in one pull's `open`. */
  open: 1000,
  /** Bytes of one piece of a picture, and pictures one device may have begun and not finished. */
  pieceBytes: 256 * 1024,
  unfinishedPictures: 50,
  /** Ids of before that a device names; the newest of them. */
  formerIds: 50,
  /** Invitations of one person that nobody has used yet. */
  openInvitations: 200,
  /** Ranges of counters that one message names. */
  ranges: 1000,
  /** Streams of events that one device has open at a time; the oldest gives way. */
  eventStreams: 4,
} as const;

export const mediaType = {
  json: 'application/json',
  lines: 'application/x-ndjson',
  events: 'text/event-stream',
  bytes: 'application/octet-stream',
  problem: 'application/problem+json',
} as const;

/** No control characters: no database need keep them. */
const isPlainText = (text: string): boolean => !/\p{Cc}/u.test(text);
const isLine = (value: unknown): boolean => typeof value === 'object' && value !== null;
const id = v.pipe(v.string(), v.check(isIdPart));
const operationId = v.pipe(v.string(), v.check(isOperationId));
const instant = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(200));
const token = v.pipe(v.string(), v.maxLength(1000));
const ranges = v.pipe(v.array(v.tuple([count, count])), v.maxLength(limits.ranges));
/** Counters of a device, as ranges that include both ends, in order. */
export type Ranges = [from: number, to: number][];

/** How a device tells of itself with each push (rule 5.1). */
export const deviceReport = v.object({
  id,
  now: instant,
  clk: count,
  app: line,
  schema: count,
  waiting: v.object({ ops: count, pictures: count, bytes: count }),
  /** Bytes free, and whether the browser promised to keep them. */
  storage: v.optional(v.object({ free: v.nullable(instant), isPersistent: v.boolean() })),
  /** Charge, 0 to 1. */
  battery: v.optional(v.number()),
  /** Of its operations, how many are kept apart and not settled. */
  apart: v.optional(count),
  /** The last call that this device heard (rule 13.4). */
  call: v.optional(line),
  /** The device's own books agree with every receipt: which they were, in short (rule 13.6). */
  whole: v.optional(v.object({ epoch: line, operations: count, code: line })),
  /** What its last check before leaving came to (rule 13.8). */
  leaving: v.optional(
    v.object({
      at: instant,
      training: id,
      /** Names of what was not in order; empty if everything was. */
      open: v.pipe(v.array(line), v.maxLength(20)),
    }),
  ),
  /** Tokens of everybody else enrolled on the device, so that any of them delivers everybody's work. */
  tokens: v.optional(v.pipe(v.array(token), v.maxLength(50))),
  /** Ids this device had before it was told that another goes by the same (rule 6.12). */
  formerly: v.optional(v.pipe(v.array(id), v.maxLength(limits.formerIds))),
  /** Counters that home does not hold and the device cannot fill any more: told once (rule 6.11). */
  gone: v.optional(ranges),
});
export type DeviceReport = v.InferOutput<typeof deviceReport>;

/**
 * How a push came to its deliverer when it was written elsewhere: each hand-over with the device it came
 * from, that device's clock number, and the receiving clock minus the giving one as they met, ms (null
 * where they did not meet, as with a file that was carried).
 */
const via = v.object({
  kind: v.picklist(['file', 'qr']),
  chain: v.pipe(
    v.array(v.object({ device: id, clk: count, skew: v.nullable(instant) })),
    v.maxLength(10),
  ),
});
export type Via = v.InferOutput<typeof via>;

/** Each of `ops` is judged by itself, so here they are anything (rule 5.2). */
export const pushRequest = v.object({
  proto: v.picklist(pushForms),
  device: deviceReport,
  via: v.optional(via),
  ops: v.pipe(v.array(v.unknown()), v.maxLength(limits.pushOperations)),
});
export type PushRequest = v.InferOutput<typeof pushRequest>;

const verdict = v.variant('s', [
  v.object({ s: v.literal('ok'), seq: count, stamp: instant, proof: v.string() }),
  v.object({ s: v.literal('dup'), seq: count, stamp: instant, proof: v.string() }),
  v.object({ s: v.literal('opaque'), stamp: instant }),
  v.object({ s: v.literal('quarantined'), stamp: instant, code: v.picklist(refusalCodes) }),
  v.object({ s: v.literal('retry') }),
]);
/** What the server says of one operation (rule 4.2). Only a verdict for its very id makes it sent. */
export type Verdict = v.InferOutput<typeof verdict>;

const server = v.object({ id: v.string(), epoch: v.string(), now: instant });
/** The forms of a push that home takes; missing from a home that knows the first alone (rule 5.8). */
const protos = v.optional(v.array(count));

export const pushResponse = v.object({
  server,
  protos,
  /** In the order of `ops`. */
  results: v.array(verdict),
  /** Another device goes by the same id: take a new one (rule 6.12). */
  forked: v.optional(v.literal(true)),
  /** When the device may come again if it has more, ms. */
  nextMs: count,
});
export type PushResponse = v.InferOutput<typeof pushResponse>;

const scopeId = v.pipe(
  v.string(),
  v.check(scope => readScope(scope) !== undefined),
);

export const pullRequest = v.object({
  epoch: v.optional(v.string()),
  schema: count,
  /** Scope to cursor. Scopes granted but not named are sent from 0. */
  scopes: v.pipe(
    v.record(scopeId, count),
    v.check(scopes => Object.keys(scopes).length <= limits.scopes),
  ),
  /** This device's operations that have no counter of this epoch yet. */
  open: v.pipe(v.array(operationId), v.maxLength(limits.open)),
  maxBytes: v.optional(count),
  /** The device whose counters `have` is to tell; the token's, unless it took a new id. */
  device: v.optional(id),
  /** Ids it had before that. */
  formerly: v.optional(v.pipe(v.array(id), v.maxLength(limits.formerIds))),
  /** The device reads pages whose records are lean lines (rule 6.13). */
  lean: v.optional(v.boolean()),
});
export type PullRequest = v.InferOutput<typeof pullRequest>;

/** One record on its way down: always whole (rule 6.2). */
export interface PulledRecord {
  t: string;
  r: string;
  stream: string;
  seq: number;
  f: RecordState;
}

const page = v.object({
  epoch: v.string(),
  scope: scopeId,
  from: count,
  /** The highest counter looked at, sent or not. */
  to: count,
  more: v.boolean(),
  own: v.array(v.object({ id: operationId, seq: count })),
  records: v.array(
    v.object({
      t: v.string(),
      r: v.string(),
      stream: v.string(),
      seq: count,
      f: v.custom<RecordState>(value => typeof value === 'object' && value !== null),
    }),
  ),
});
export type PullPage = v.InferOutput<typeof page>;

const granted = v.object({ id: scopeId, role: v.picklist(roles), head: count });

/**
 * What became of an operation of this device that home first kept apart. `accept` also stands for what a
 * right that came later, or an upgrade, let in: then the operation is admitted like any other.
 */
const resolution = v.variant('outcome', [
  v.object({
    id: operationId,
    outcome: v.literal('accept'),
    note: v.string(),
    seq: count,
    stamp: instant,
    proof: v.string(),
  }),
  v.object({
    id: operationId,
    outcome: v.picklist(outcomes.filter(outcome => outcome !== 'accept')),
    note: v.string(),
  }),
]);
export type Resolution = v.InferOutput<typeof resolution>;

/** The last line of a pull. Without it the answer was cut (rule 6.4). */
const pullEnd = v.object({
  done: v.literal(true),
  epoch: v.string(),
  now: instant,
  scopes: v.array(granted),
  /** Scopes named that the caller may not read any more. */
  lost: v.array(v.string()),
  /** Of the operations in `open`, what became of those that were kept apart (rule 6.10). */
  resolved: v.optional(v.array(resolution), []),
  /** The device's counters that home holds; missing from a home that does not tell (rule 6.11). */
  have: v.optional(ranges),
  /** What the authors of what came down are called, where the caller may not read who is a member (rule 6.14). */
  names: v.optional(v.record(v.string(), v.string())),
  protos,
});
export type PullEnd = v.InferOutput<typeof pullEnd>;

export const pullLine = v.union([page, pullEnd]);
export type PullLine = v.InferOutput<typeof pullLine>;

export const enrolRequest = v.object({
  code: v.pipe(v.string(), v.maxLength(100)),
  device: v.object({ id, name: v.pipe(v.string(), v.maxLength(100), v.check(isPlainText)) }),
});
export type EnrolRequest = v.InferOutput<typeof enrolRequest>;

export const enrolResponse = v.object({
  token: v.string(),
  person: v.object({ id, name: v.string(), role: v.picklist(roles) }),
  scopes: v.array(v.object({ id: scopeId, role: v.picklist(roles) })),
  server,
  /**
   * What home itself wrote to let this person in, with stamp and proof: to be kept, and delivered to a
   * home that came back from an old backup (rule 10.4).
   */
  given: v.optional(v.array(v.custom<Operation>(isLine)), []),
});
export type EnrolResponse = v.InferOutput<typeof enrolResponse>;

/** Roles that are given with an invitation made in the app. */
export const invitedRoles = ['pengelola', 'fasilitator'] as const;

/** Whom to invite (rule 8.4). A role that `stream` says nothing of is given in the region of the village. */
export const inviteRequest = v.object({
  role: v.picklist(invitedRoles),
  name: line,
  village: v.optional(v.string()),
  stream: v.optional(v.string()),
});
export type InviteRequest = v.InferOutput<typeof inviteRequest>;

/** An invitation as it is handed on: the code is told this once. `path` opens it, `expiresAt` is in ms. */
export const inviteResponse = v.object({ code: v.string(), path: v.string(), expiresAt: instant });
export type InviteResponse = v.InferOutput<typeof inviteResponse>;

/** A refused operation as it stands in "needs attention". `body` is the line in full. */
export interface RefusedOperation {
  id: string;
  code: v.InferOutput<typeof refusalCode>;
  stamp: number;
  receivedAt: number;
  device: string;
  body: Partial<Operation>;
}
const refusalCode = v.picklist(refusalCodes);

export const attentionResponse = v.object({
  refused: v.array(
    v.object({
      id: v.string(),
      code: refusalCode,
      stamp: instant,
      receivedAt: instant,
      device: v.string(),
      body: v.custom<Partial<Operation>>(value => typeof value === 'object' && value !== null),
    }),
  ),
});
export type AttentionResponse = v.InferOutput<typeof attentionResponse>;

/** One value, or several of one moment, that somebody once wrote of a record. */
export const historyEntry = v.object({
  id: v.string(),
  by: v.string(),
  device: v.string(),
  /** Estimated true time, ms, and whether nothing was known of the clock it rests on. */
  stamp: instant,
  isClockUncertain: v.boolean(),
  receivedAt: instant,
  verdict: v.picklist(['admitted', 'quarantined', 'opaque']),
  code: v.nullable(refusalCode),
  fields: v.custom<Operation['f']>(isLine),
  /** What it names as seen, by field. */
  parents: v.custom<Operation['p']>(isLine),
});
export type HistoryEntry = v.InferOutput<typeof historyEntry>;

/** Everything ever written of a record, the latest first (rule 10.2). */
export const historyResponse = v.object({ entries: v.array(historyEntry) });
export type HistoryResponse = v.InferOutput<typeof historyResponse>;

/** What home holds of one device on one shelf: a session's marks, a checklist, a library (rule 10.1). */
const receipt = v.object({
  stream: v.string(),
  kind: v.string(),
  /** The beginning that the records' ids share (a session's id); empty if the kind has no such groups. */
  group: v.string(),
  /** Operations admitted, and different records they are about. */
  operations: count,
  records: count,
  /** Ids of those that are kept apart and undecided. */
  refused: v.array(v.string()),
  /** Pictures that these operations name, and how many of them home holds whole. */
  pictures: v.object({ named: count, held: count }),
  /** When the last of them came, ms. */
  lastAt: instant,
  /** `receiptCode` over the ids of the admitted ones. */
  code: v.string(),
});
export type Receipt = v.InferOutput<typeof receipt>;

export const receiptsResponse = v.object({
  device: v.string(),
  epoch: v.string(),
  /** Home's clock, ms. */
  at: instant,
  receipts: v.array(receipt),
});
export type ReceiptsResponse = v.InferOutput<typeof receiptsResponse>;

export const healthResponse = v.object({
  status: v.literal('ok'),
  version: v.string(),
  epoch: v.string(),
  store: v.picklist(['sqlite', 'postgres']),
});
export type HealthResponse = v.InferOutput<typeof healthResponse>;
