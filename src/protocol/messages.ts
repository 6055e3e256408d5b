import * as v from 'valibot';
import { isIdPart, isOperationId } from '../domain/ids.ts';
import { refusalCodes } from '../domain/problem.ts';
import { roles } from '../domain/records/member.ts';
import { readScope } from '../domain/stream.ts';
import type { Operation } from './operation.ts';
import type { RecordState } from './merge.ts';

/** The version of this conversation. Every version ever shipped may push; only pull may ask for an upgrade. */
export const protocolVersion = 1;

/** The oldest version of records this server still sends to. */
export const oldestSchema = 1;

/** The version of records this program writes and reads. */
export const schemaVersion = 1;

export const paths = {
  health: '/api/health',
  enrol: '/api/enrol',
  push: '/sync/v1/push',
  pull: '/sync/v1/pull',
  attention: '/sync/v1/attention',
} as const;

export const limits = {
  /** Operations in one push. */
  pushOperations: 500,
  /** Bytes of one push, unpacked. */
  pushBytes: 1024 * 1024,
  /** Bytes of any other request's body, unpacked. */
  bodyBytes: 256 * 1024,
  /** Bytes of one page of a pull: what a device asks for unless it has reason to ask for less, and the bounds. */
  pageBytes: 256 * 1024,
  leastPageBytes: 4 * 1024,
  mostPageBytes: 1024 * 1024,
  /** Scopes in one pull. */
  scopes: 200,
  /** Operation ids in one pull's `open`. */
  open: 1000,
} as const;

export const mediaType = {
  json: 'application/json',
  lines: 'application/x-ndjson',
  problem: 'application/problem+json',
} as const;

const id = v.pipe(v.string(), v.check(isIdPart));
const operationId = v.pipe(v.string(), v.check(isOperationId));
const instant = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(200));
const token = v.pipe(v.string(), v.maxLength(1000));

/** How a device tells of itself with each push (rule 5.1). */
const deviceReport = v.object({
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
  /** Tokens of everybody else enrolled on the device, so that any of them delivers everybody's work. */
  tokens: v.optional(v.pipe(v.array(token), v.maxLength(50))),
});
export type DeviceReport = v.InferOutput<typeof deviceReport>;

/** Each of `ops` is judged by itself, so here they are anything (rule 5.2). */
export const pushRequest = v.object({
  proto: v.literal(protocolVersion),
  device: deviceReport,
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

export const pushResponse = v.object({
  server,
  /** In the order of `ops`. */
  results: v.array(verdict),
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

/** The last line of a pull. Without it the answer was cut (rule 6.4). */
const pullEnd = v.object({
  done: v.literal(true),
  epoch: v.string(),
  now: instant,
  scopes: v.array(granted),
  /** Scopes named that the caller may not read any more. */
  lost: v.array(v.string()),
});
export type PullEnd = v.InferOutput<typeof pullEnd>;

export const pullLine = v.union([page, pullEnd]);
export type PullLine = v.InferOutput<typeof pullLine>;

export const enrolRequest = v.object({
  code: v.pipe(v.string(), v.maxLength(100)),
  device: v.object({ id, name: v.pipe(v.string(), v.maxLength(100)) }),
});
export type EnrolRequest = v.InferOutput<typeof enrolRequest>;

export const enrolResponse = v.object({
  token: v.string(),
  person: v.object({ id, name: v.string(), role: v.picklist(roles) }),
  scopes: v.array(v.object({ id: scopeId, role: v.picklist(roles) })),
  server,
});
export type EnrolResponse = v.InferOutput<typeof enrolResponse>;

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

export const healthResponse = v.object({
  status: v.literal('ok'),
  version: v.string(),
  epoch: v.string(),
  store: v.picklist(['sqlite', 'postgres']),
});
export type HealthResponse = v.InferOutput<typeof healthResponse>;
