import { isIdPart, isOperationId, isRecordId } from '../domain/ids.ts';
import type { RefusalCode } from '../domain/problem.ts';
import type { Day } from '../domain/day.ts';
import { hasField, isValidValue } from '../domain/records/is-valid-value.ts';
import { kindNamed } from '../domain/records/kinds.ts';
import type { JsonValue } from '../domain/records/kind.ts';
import { readStream } from '../domain/stream.ts';

/** Longest operation, in bytes of its JSON line (rule 1.2). */
export const mostOperationBytes = 16 * 1024;

/** Most parents a field may name; `deleted` has no limit (rule 1.6). */
export const mostParents = 50;

/** The envelope version this program writes and understands. */
export const envelopeVersion = 1;

/**
 * One edit, written once and never changed (rule 1.1). The server stores it as it came; `stamp` and
 * `proof` travel only when a device delivers again after a restore.
 */
export interface Operation {
  /** Version of this envelope. */
  v: 1;
  /** Random UUID, the idempotency key. Never derived from device or clock: tablet images get cloned. */
  id: string;
  /** The device it was written on, and that device's counter from 1. */
  dev: string;
  n: number;
  /** The person who wrote it. */
  by: string;
  stream: string;
  /** Kind and id of the record. */
  t: string;
  r: string;
  /** Version of the record's fields it was written under. */
  sv: number;
  /** The fields it sets; `null` takes a value back. */
  f: Record<string, JsonValue>;
  /** For each field, the operations whose values its author had on the screen. */
  p: Record<string, string[]>;
  /** The device's clock when it was written, ms. */
  wall: number;
  /** Last measured server-minus-device offset, ms; null when none was measured since `clk` last rose. */
  off: number | null;
  /** Rises whenever the device notices that its clock jumped. */
  clk: number;
  stamp?: number;
  proof?: string;
}

/** What can be said of a line by looking at it alone (rule 4.1). */
export type Reading =
  | { as: 'operation'; operation: Operation }
  /** A later version wrote it: stored as it is, understood after an upgrade. */
  | { as: 'opaque'; envelope: Envelope }
  | { as: 'refused'; code: RefusalCode; envelope: Envelope | undefined };

/** What must be readable of a line for it to be kept under its author's name. */
export type Envelope = Pick<Operation, 'id' | 'dev' | 'n' | 'by' | 'stream' | 't' | 'r'>;

/**
 * Reads one line of a push. Never throws; looks at nothing but the line, and with `today` at what it says of days
 * to come. `text` is its JSON, if it is known.
 */
export function readOperation(line: unknown, text = JSON.stringify(line), today?: Day): Reading {
  const envelope = readEnvelope(line);
  if (!envelope) return { as: 'refused', code: 'malformed', envelope: undefined };
  const operation = line as Operation;
  if (isTooLarge(text)) return { as: 'refused', code: 'too-large', envelope };
  if ((operation as { v: unknown }).v !== envelopeVersion) return { as: 'opaque', envelope };
  if (!isWellFormed(operation)) return { as: 'refused', code: 'malformed', envelope };

  const kind = kindNamed(operation.t);
  const stream = readStream(operation.stream);
  if (!kind) return { as: 'opaque', envelope };
  if (!stream || !kind.streams.includes(stream.kind) || !kind.hasId(operation.r, stream)) {
    return { as: 'refused', code: 'invalid-value', envelope };
  }
  const fields = Object.entries(operation.f);
  if (fields.some(([field]) => !hasField(kind.name, field))) return { as: 'opaque', envelope };
  if (!fields.every(([field, value]) => isValidValue(kind.name, field, value, today))) {
    return { as: 'refused', code: 'invalid-value', envelope };
  }
  return { as: 'operation', operation };
}

function readEnvelope(line: unknown): Envelope | undefined {
  if (!isObject(line)) return undefined;
  const { id, dev, n, by, stream, t, r } = line;
  const isReadable =
    typeof id === 'string' &&
    isOperationId(id) &&
    typeof dev === 'string' &&
    isIdPart(dev) &&
    isCount(n) &&
    n > 0 &&
    typeof by === 'string' &&
    isIdPart(by) &&
    typeof stream === 'string' &&
    stream.length <= 200 &&
    typeof t === 'string' &&
    isIdPart(t) &&
    typeof r === 'string' &&
    isRecordId(r);
  return isReadable ? { id, dev, n, by, stream, t, r } : undefined;
}

function isTooLarge(text: string): boolean {
  if (text.length > mostOperationBytes) return true;
  // A character is at most three bytes of UTF-8 a UTF-16 unit: most lines need no exact count.
  return text.length * 3 > mostOperationBytes && bytesOf(text) > mostOperationBytes;
}

/** Length of a text in UTF-8, counted here because the protocol has no encoder to ask. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function isWellFormed(line: Operation): boolean {
  const { sv, f, p, wall, off, clk, stamp, proof } = line as unknown as Record<string, unknown>;
  return (
    isCount(sv) &&
    isCount(clk) &&
    isFinite(wall) &&
    (off === null || isFinite(off)) &&
    (stamp === undefined || isFinite(stamp)) &&
    (proof === undefined || (typeof proof === 'string' && proof.length <= 100)) &&
    isObject(f) &&
    Object.keys(f).length > 0 &&
    isObject(p) &&
    Object.entries(p).every(([field, ids]) => Object.hasOwn(f, field) && areParents(field, ids))
  );
}

function areParents(field: string, ids: unknown): boolean {
  return (
    Array.isArray(ids) &&
    (field === 'deleted' || ids.length <= mostParents) &&
    ids.every(id => typeof id === 'string' && isOperationId(id))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFinite = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
