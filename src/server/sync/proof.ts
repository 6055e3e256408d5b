import { createHmac } from 'node:crypto';
import type { JsonValue } from '../../domain/records/kind.ts';
import { canonicalJson } from '../../protocol/merge.ts';

/** What of a line never changes: all but what home itself gave it. The same for equal bodies. */
export function bodyText(line: unknown): string {
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    return canonicalJson(line as JsonValue);
  const { stamp: _stamp, proof: _proof, ...body } = line as Record<string, JsonValue>;
  return canonicalJson(body);
}

/** Home's mark that it admitted this line with this stamp: 64 bits of an HMAC, in hex (rule 4.12). */
export function proofOf(key: Buffer, line: unknown, stamp: number): string {
  return createHmac('sha256', key)
    .update(`${stamp}\n${bodyText(line)}`)
    .digest('hex')
    .slice(0, 16);
}
