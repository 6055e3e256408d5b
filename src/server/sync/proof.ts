import { createHmac } from 'node:crypto';
import type { JsonValue } from '../../domain/records/kind.ts';
import { canonicalJson } from '../../protocol/merge.ts';
import type { Operation } from '../../protocol/operation.ts';

/** What of a line never changes: all but what home itself gave it. The same for equal bodies. */
export function bodyText(line: unknown): string {
  return canonicalJson(bodyOf(line) as JsonValue);
}

/** A line without what home itself gave it: what is kept. */
export function bodyOf(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return line;
  if (!('stamp' in line) && !('proof' in line)) return line;
  const { stamp: _stamp, proof: _proof, ...body } = line as Record<string, JsonValue>;
  return body;
}

/** Home's mark that it admitted this operation with this stamp: 64 bits of an HMAC, in hex (rule 4.12). */
export function proofOf(key: Buffer, operation: Operation, stamp: number): string {
  const { v, id, dev, n, by, stream, t, r, sv, f, p, wall, off, clk } = operation;
  const body = [stamp, v, id, dev, n, by, stream, t, r, sv, inOrder(f), inOrder(p), wall, off, clk];
  return createHmac('sha256', key).update(JSON.stringify(body)).digest('hex').slice(0, 16);
}

/** Fields in order, whatever order they came in. */
function inOrder<T>(fields: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const entries = Object.entries(fields);
  return entries.length > 1 ? entries.sort(([one], [other]) => (one < other ? -1 : 1)) : entries;
}
