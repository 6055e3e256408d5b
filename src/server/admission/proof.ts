import { hash } from 'node:crypto';
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

/**
 * Home's mark that it admitted this operation with this stamp: 66 bits of a keyed SHA-256, in base64url
 * (rule 4.12). Cut short, it cannot be prolonged, so the key in front is enough; every push pays for it once a line.
 */
export function proofOf(key: Buffer, operation: Operation, stamp: number): string {
  const { v, id, dev, n, by, stream, t, r, sv, f, p, wall, off, clk } = operation;
  const body = [stamp, v, id, dev, n, by, stream, t, r, sv, inOrder(f), inOrder(p), wall, off, clk];
  return hash('sha256', `${textOf(key)}\n${JSON.stringify(body)}`, 'base64url').slice(0, 11);
}

const texts = new WeakMap<Buffer, string>();

function textOf(key: Buffer): string {
  const text = texts.get(key) ?? key.toString('hex');
  texts.set(key, text);
  return text;
}

/** Fields in order, whatever order they came in. */
function inOrder<T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const names = Object.keys(fields);
  if (names.length < 2) return fields;
  return Object.fromEntries(names.sort().map(name => [name, fields[name] as T]));
}
