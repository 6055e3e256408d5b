import { addDays, dayAt } from '../../domain/day.ts';
import { createHash } from 'node:crypto';
import type { RefusalCode } from '../../domain/problem.ts';
import { readStream } from '../../domain/stream.ts';
import type { Via } from '../../protocol/messages.ts';
import {
  readOperation,
  type Envelope,
  type Operation,
  type Reading,
} from '../../protocol/operation.ts';
import { stampOf, type Stamp } from '../../protocol/stamp.ts';
import type { StoredOperation } from '../store/store.ts';
import { bodyOf, bodyText } from './proof.ts';

/** An operation that waits for its verdict. */
export type Unjudged = Omit<StoredOperation, 'verdict' | 'code' | 'seq'>;

/** What is certain about a line before anything stored is looked at. */
export type Ruling =
  /** To be judged by its author's right. */
  | { is: 'open'; operation: Operation }
  /** Home's own, or proven to have been admitted before. */
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
  /** The device that delivers, under which unreadable lines are kept, and what it was called before. */
  device: string;
  formerly: readonly string[];
  /** What that device's clocks said, and home's, at the request's first byte (rule 3.2). */
  clocks: { device: { now: number; clk: number }; serverNow: number };
  /** How lines that were written elsewhere came here. */
  via?: Via | undefined;
  /**
   * When this author was let in, by the tokens that came along; or why the author cannot be believed.
   * `isForeign` if the line names a device on which the author never was.
   */
  vouch(envelope: Envelope): { enrolledAt: number } | { code: RefusalCode; isForeign?: boolean };
  /** True if home once admitted the operation with the stamp and proof it carries (rule 4.12). */
  isProven(operation: Operation): boolean;
}

/** Reads a line by home's day. What home once admitted was not ahead then: its clock may have been set back since. */
function readAt(
  line: unknown,
  body: string,
  receivedAt: number,
  { isProven }: Pick<Delivery, 'isProven'>,
): Reading {
  // A day of grace: a clock a little ahead at midnight must not cost anybody their work.
  const reading = readOperation(line, body, addDays(dayAt(receivedAt), 1));
  if (reading.as !== 'refused') return reading;
  const timeless = readOperation(line, body);
  return timeless.as === 'operation' && isProven(timeless.operation) ? timeless : reading;
}

/** Reads a line and rules on all that the line and its delivery tell (rules 3.1, 4.1, 4.9, 4.12). */
export function receive(line: unknown, delivery: Delivery): Arrival {
  const body = JSON.stringify(bodyOf(line));
  const receivedAt = delivery.clocks.serverNow;
  const reading = readAt(line, body, receivedAt, delivery);
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
  const isProven = reading.as === 'operation' && delivery.isProven(reading.operation);
  const voucher = delivery.vouch(envelope);
  const { stamp, isClockUncertain } = isProven
    ? { stamp: reading.operation.stamp ?? 0, isClockUncertain: false }
    : stampFor(line, delivery, voucher);
  const row = {
    device: envelope.dev,
    key: envelope.id,
    // Whoever is not believed takes none of another device's counters.
    n: 'code' in voucher && voucher.isForeign ? 0 : envelope.n,
    author: envelope.by,
    stream: readStream(envelope.stream) ? envelope.stream : '',
    kind: envelope.t,
    record: envelope.r,
    stamp,
    isClockUncertain,
    receivedAt,
    body,
  };
  if (isProven) return { row, ruling: { is: 'granted', operation: reading.operation }, line };
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

/** A line that was not understood when it came, read again; undefined if it still is not (rule 4.14). */
export function receiveAgain(stored: StoredOperation): Arrival | undefined {
  const { verdict: _verdict, code: _code, seq: _seq, ...row } = stored;
  const line = JSON.parse(stored.body) as unknown;
  const reading = readOperation(line);
  if (reading.as === 'opaque') return undefined;
  // Who wrote it was proven when it came.
  return { row, ruling: ruleOn(reading, { enrolledAt: 0 }), line };
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
  { clocks, device, formerly, via }: Delivery,
  voucher: ReturnType<Delivery['vouch']>,
): Stamp {
  const { wall, off, clk, dev, stamp } = line as Partial<Operation>;
  const { serverNow } = clocks;
  const isReadable =
    Number.isFinite(wall) && (off === null || Number.isFinite(off)) && Number.isFinite(clk);
  if (!isReadable) return atOnce(serverNow);
  const enrolledAt = 'code' in voucher ? 0 : voucher.enrolledAt;
  if (Number.isFinite(stamp)) {
    // A claim of what home once gave (rule 4.12).
    const claimed = Math.round(Math.max(Math.min(stamp ?? 0, serverNow), enrolledAt, 0));
    return { stamp: Math.min(claimed, serverNow), isClockUncertain: false };
  }
  const skew = skewOf(dev ?? '', clk ?? 0, { clocks, device, formerly, via });
  return stampOf({ wall: wall ?? 0, off: off ?? null, skew, serverNow, enrolledAt });
}

/**
 * Home's clock minus that of the device a line was written on, as it shows on this way; null if it does
 * not, because the clock was set meanwhile or nobody saw the two clocks together.
 */
function skewOf(
  dev: string,
  clk: number,
  { clocks, device, formerly, via }: Pick<Delivery, 'clocks' | 'device' | 'formerly' | 'via'>,
): number | null {
  const ofDeliverer = clocks.serverNow - clocks.device.now;
  if (dev === device || formerly.includes(dev))
    return clk === clocks.device.clk ? ofDeliverer : null;
  const origin = via?.chain.findIndex(hop => hop.device === dev && hop.clk === clk) ?? -1;
  if (origin < 0) return null;
  return (via?.chain.slice(origin) ?? []).reduce<number | null>(
    (sum, { skew }) => (sum === null || skew === null ? null : sum + skew),
    ofDeliverer,
  );
}

/** So that a line without an id of its own is kept once, however often it comes. */
function contentKey(line: unknown): string {
  return `sha256-${createHash('sha256').update(bodyText(line)).digest('hex').slice(0, 56)}`;
}
