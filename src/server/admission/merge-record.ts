import type { JsonValue } from '../../domain/records/kind.ts';
import {
  isPlainSuccessor,
  mergeField,
  overlayField,
  type FieldEdit,
  type FieldState,
  type RecordState,
} from '../../protocol/merge.ts';

/** An operation as far as merging goes. */
export interface KnownOperation {
  id: string;
  f: Record<string, JsonValue>;
  p: Record<string, readonly string[]>;
  stamp: number;
  by: string;
  isAdmitted: boolean;
}

/** The state of a record from everything that is known of it (rules 2.1 to 2.7). */
export function mergeRecord(operations: readonly KnownOperation[]): RecordState {
  const admitted = operations.filter(({ isAdmitted }) => isAdmitted);
  const admittedIds = new Set(admitted.map(({ id }) => id));
  const fields = [...new Set(admitted.flatMap(({ f }) => Object.keys(f)))].sort();
  return Object.fromEntries(
    fields.map(field => {
      const edits = operations
        .filter(operation => concerns(operation, field))
        .map(operation => editOf(operation, field));
      const state = mergeField(field, edits);
      // A deletion names operations of other fields. Those that are admitted are awaited no more.
      return [field, field === 'deleted' ? withoutAwaited(state, admittedIds) : state];
    }),
  );
}

/** The state with one more admitted operation; undefined if that takes a merge from the beginning. */
export function overlayRecord(
  state: RecordState,
  operation: KnownOperation,
): RecordState | undefined {
  if (isAwaited(state, operation.id)) return undefined;
  const next = { ...state };
  for (const field of Object.keys(operation.f)) {
    const edit = editOf(operation, field);
    if (!isPlainSuccessor(state[field], edit)) return undefined;
    next[field] = overlayField(field, state[field], edit);
  }
  return next;
}

/** True if something admitted names that operation, directly or through refused ones. */
export function isAwaited(state: RecordState, id: string): boolean {
  return Object.values(state).some(field => field.w?.includes(id));
}

/** A refused one concerns a deletion whatever it set: what it names counts as named (rule 2.7). */
function concerns({ f, isAdmitted }: KnownOperation, field: string): boolean {
  return Object.hasOwn(f, field) || (field === 'deleted' && !isAdmitted);
}

function editOf({ id, f, p, stamp, by, isAdmitted }: KnownOperation, field: string): FieldEdit {
  const parents =
    field === 'deleted' && !isAdmitted
      ? Object.values(p).flat()
      : ((Object.hasOwn(p, field) ? p[field] : undefined) ?? []);
  return { id, value: f[field] ?? null, parents, stamp, by, isAdmitted };
}

function withoutAwaited({ h, w }: FieldState, admitted: ReadonlySet<string>): FieldState {
  const left = w?.filter(id => !admitted.has(id)) ?? [];
  return left.length > 0 ? { h, w: left } : { h };
}
