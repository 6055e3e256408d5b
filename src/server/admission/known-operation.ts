import type { JsonValue } from '../../domain/records/kind.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { StoredOperation } from '../store/store.ts';
import type { KnownOperation } from './merge-record.ts';

/**
 * A stored operation as merging needs it; undefined for one that has no say in it, because its id is
 * not its own or cannot be read. What was refused may hold anything, so it is read with care. `read` is
 * its line, if it was read before.
 */
export function toKnownOperation(
  stored: StoredOperation,
  read: unknown = JSON.parse(stored.body),
): KnownOperation | undefined {
  const line = read as { id?: unknown; f?: unknown; p?: unknown } | null;
  if (line?.id !== stored.key) return undefined;
  const isAdmitted = stored.verdict === 'admitted';
  // What was admitted passed every check.
  if (isAdmitted) {
    const { f, p } = line as Operation;
    return { id: stored.key, f, p, stamp: stored.stamp, by: stored.author, isAdmitted };
  }
  return {
    id: stored.key,
    f: asObject(line.f) as Record<string, JsonValue>,
    p: Object.fromEntries(
      Object.entries(asObject(line.p)).map(([field, ids]) => [field, onlyTexts(ids)]),
    ),
    stamp: stored.stamp,
    by: stored.author,
    isAdmitted,
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function onlyTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(part => typeof part === 'string') : [];
}
