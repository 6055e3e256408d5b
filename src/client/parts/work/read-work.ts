import type { Operation } from '../../../protocol/operation.ts';

/** What can be read of a piece of work, whatever it really holds. */
export interface ReadableWork {
  stream: string | undefined;
  kind: string | undefined;
  id: string | undefined;
  by: string | undefined;
  fields: Readonly<Record<string, unknown>>;
}

/** Reads a piece of work that may have been refused because it is no operation at all. Never throws. */
export function readWork(work: Partial<Operation> | null | undefined): ReadableWork {
  const { stream, t, r, by, f } = (work ?? {}) as Record<string, unknown>;
  return {
    stream: textOf(stream),
    kind: textOf(t),
    id: textOf(r),
    by: textOf(by),
    fields: typeof f === 'object' && f !== null && !Array.isArray(f) ? { ...f } : {},
  };
}

/** Beyond this a name is no name, and a screen could not show it. */
const longest = 300;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

/** The value if it is a text. Refused work is overlaid on the records too, so a name may be anything. */
export function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
