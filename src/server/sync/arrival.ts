import { createHash } from 'node:crypto';
import type { RefusalCode } from '../../domain/problem.ts';
import { readStream } from '../../domain/stream.ts';
import {
  readOperation,
  type Envelope,
  type Operation,
  type Reading,
} from '../../protocol/operation.ts';
import { stampOf, type Stamp } from '../../protocol/stamp.ts';
import type { StoredOperation } from '../store/store.ts';
import { bodyText } from './proof.ts';

/** An operation that waits for its verdict. */
export type Unjudged = Omit<StoredOperation, 'verdict' | 'code' | 'seq'>;

/** What is certain about a line before anything stored is looked at. */
export type Ruling =
  /** To be judged by its author's right. */
  | { is: 'open'; operation: Operation }
  /** Home's own. */
  | { is: 'granted'; operation: Operation }
  | { is: 'opaque' }
  | { is: 'refused'; code: RefusalCode };

/** A line on its way in. */
export interface Arrival {
  row: Unjudged;
  ruling: Ruling;
  /** The line as it came. */
  line: unknown;
}

/** What the push says of the lines it carries. */
export interface Delivery {
  /** The device that delivers, under which unreadable lines are kept. */
  device: string;
  /** What that device's clocks said, and home's, at the request's first byte (rule 3.2). */
  clocks: { device: { now: number; clk: number }; serverNow: number };
  /** When this author was let in, by the tokens that came along; or why the author cannot be believed. */
  vouch(envelope: Envelope): { enrolledAt: number } | { code: RefusalCode };
}

/** Reads a line and rules on all that the line and its delivery tell (rules 3.1, 4.1, 4.9). */
export function receive(line: unknown, delivery: Delivery): Arrival {
  const reading = readOperation(line);
  const body = JSON.stringify(line);
  const receivedAt = delivery.clocks.serverNow;
  const envelope = reading.as === 'operation' ? reading.operation : reading.envelope;
  if (!envelope) {
    const key = contentKey(line);
    const row = {
      device: delivery.device,
      key,
      ...nameless,
      ...atOnce(receivedAt),
      receivedAt,
      body,
    };
    return { row, ruling: { is: 'refused', code: 'malformed' }, line };
  }
  const voucher = delivery.vouch(envelope);
  const { stamp, isClockUncertain } = stampFor(line, delivery, voucher);
  const row = {
    device: envelope.dev,
    key: envelope.id,
    n: envelope.n,
    author: envelope.by,
    stream: readStream(envelope.stream) ? envelope.stream : '',
    kind: envelope.t,
    record: envelope.r,
    stamp,
    isClockUncertain,
    receivedAt,
    body,
  };
  return { row, ruling: ruleOn(reading, voucher), line };
}

/** The same line as one whose id belongs to another (rule 4.5): kept by its content. */
export function asReuse({ row, line }: Arrival): Arrival {
  return {
    row: { ...row, key: contentKey(line) },
    ruling: { is: 'refused', code: 'id-reuse' },
    line,
  };
}

const nameless = { n: 0, author: '', stream: '', kind: '', record: '' };

const atOnce = (now: number): Stamp => ({ stamp: now, isClockUncertain: true });

function ruleOn(reading: Reading, voucher: ReturnType<Delivery['vouch']>): Ruling {
  if (reading.as === 'refused') return { is: 'refused', code: reading.code };
  if ('code' in voucher) return { is: 'refused', code: voucher.code };
  if (reading.as === 'opaque') return { is: 'opaque' };
  return { is: 'open', operation: reading.operation };
}

function stampFor(
  line: unknown,
  { clocks }: Delivery,
  voucher: ReturnType<Delivery['vouch']>,
): Stamp {
  const { wall, off, clk } = line as Partial<Operation>;
  const isReadable =
    Number.isFinite(wall) && (off === null || Number.isFinite(off)) && Number.isFinite(clk);
  if (!isReadable) return atOnce(clocks.serverNow);
  const enrolledAt = 'code' in voucher ? 0 : voucher.enrolledAt;
  return stampOf({ wall: wall ?? 0, off: off ?? null, clk: clk ?? 0, ...clocks, enrolledAt });
}

/** So that a line without an id of its own is kept once, however often it comes. */
function contentKey(line: unknown): string {
  return `sha256-${createHash('sha256').update(bodyText(line)).digest('hex')}`;
}
