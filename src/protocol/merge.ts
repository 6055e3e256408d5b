import type { JsonValue } from '../domain/records/kind.ts';

/**
 * How edits meet. Pure, and the same on the device and on the server: given the stamps, a field's state
 * is a function of the set of operations, so order and repetition do not matter.
 */

/** The values of one field that no admitted operation has replaced. */
export interface Head {
  /** The value. */
  v: JsonValue;
  /** The operation that set it. */
  o: string;
  /** Its stamp, ms. */
  s: number;
  /** Who set it. */
  by: string;
  /** Of `deleted` only: every operation it names, also through refused ones. */
  p?: string[];
}

/** State of a field: `h` its heads, the shown one first; `w` the operations it awaits, if any, in order. */
export interface FieldState {
  h: Head[];
  w?: string[];
}

/** State of a record: a field that was never set is missing. */
export type RecordState = Record<string, FieldState>;

/** One operation as far as it concerns one field. */
export interface FieldEdit {
  id: string;
  value: JsonValue;
  parents: readonly string[];
  stamp: number;
  by: string;
  /** False for one that is known but refused: it sets nothing, yet passes on what it names (rule 2.3). */
  isAdmitted: boolean;
}

/** The state of a field, from everything that is known about it (rules 2.1 to 2.4). */
export function mergeField(field: string, edits: Iterable<FieldEdit>): FieldState {
  const known = new Map<string, FieldEdit>();
  for (const edit of edits) known.set(edit.id, edit);

  const named = new Set<string>();
  const heads: Head[] = [];
  const names = (edit: FieldEdit) => namedBy(edit, known);
  for (const edit of known.values()) {
    if (edit.isAdmitted) for (const id of names(edit)) named.add(id);
  }
  for (const edit of known.values()) {
    if (edit.isAdmitted && !named.has(edit.id)) heads.push(headOf(field, edit, names(edit)));
  }
  const awaited = [...named].filter(id => !known.get(id)?.isAdmitted);
  return stateOf(heads, awaited);
}

/**
 * Puts one admitted (or, on the device, own) edit on top of a state. Equal to merging again when the
 * edit is new and names nothing but heads; the server falls back to `mergeField` otherwise. On the
 * device an awaited operation is one that its successor has overtaken, so it is not shown again.
 */
export function overlayField(
  field: string,
  state: FieldState | undefined,
  edit: FieldEdit,
): FieldState {
  const heads = state?.h ?? [];
  const awaited = state?.w ?? [];
  if (heads.some(head => head.o === edit.id)) return state ?? { h: [] };
  const parents = new Set(edit.parents);
  const left = heads.filter(head => !parents.has(head.o));
  const isOvertaken = awaited.includes(edit.id);
  const unknown = edit.parents.filter(id => !heads.some(head => head.o === id));
  return stateOf(isOvertaken ? left : [...left, headOf(field, edit, edit.parents)], [
    ...awaited.filter(id => id !== edit.id),
    ...unknown,
  ]);
}

/** True if `overlayField` gives exactly what `mergeField` would: the edit follows what is there. */
export function isPlainSuccessor(state: FieldState | undefined, edit: FieldEdit): boolean {
  if (state?.w?.length) return false;
  const heads = new Set(state?.h.map(head => head.o));
  return edit.parents.every(id => heads.has(id));
}

/** The value to show: that of the head with the greatest (stamp, id); undefined if never set or taken back. */
export function shownValue(state: FieldState | undefined): JsonValue | undefined {
  return state?.h[0]?.v ?? undefined;
}

/** True if people disagree: several heads that do not all say the same. */
export function isDisputed(state: FieldState | undefined): boolean {
  const heads = state?.h ?? [];
  const first = heads[0];
  return first !== undefined && heads.some(head => !isSameValue(head.v, first.v));
}

/**
 * True if every head of `deleted` says so and together they name every head of the other fields. An
 * edit that did not know of the deletion thus brings the record back (rule 2.6).
 */
export function isDeleted(record: RecordState): boolean {
  const heads = record['deleted']?.h ?? [];
  if (heads.length === 0 || !heads.every(head => head.v === true)) return false;
  const named = new Set(heads.flatMap(head => head.p ?? []));
  return Object.entries(record).every(
    ([field, state]) => field === 'deleted' || state.h.every(head => named.has(head.o)),
  );
}

/** True if two values are the same JSON, whatever the order of their keys. */
export function isSameValue(one: JsonValue, other: JsonValue): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** JSON with sorted keys: equal values give equal texts. */
export function canonicalJson(value: JsonValue): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** All that an edit names, and what refused edits it names would have named. */
function namedBy(edit: FieldEdit, known: ReadonlyMap<string, FieldEdit>): Set<string> {
  const named = new Set(edit.parents);
  for (const id of named) {
    const parent = known.get(id);
    // A Set visits what is added while it is walked, so chains of refused edits are followed to their end.
    if (parent && !parent.isAdmitted)
      for (const grandparent of parent.parents) named.add(grandparent);
  }
  named.delete(edit.id);
  return named;
}

function headOf(field: string, edit: FieldEdit, names: Iterable<string>): Head {
  const head: Head = { v: edit.value, o: edit.id, s: edit.stamp, by: edit.by };
  return field === 'deleted' ? { ...head, p: [...names].sort() } : head;
}

function stateOf(heads: Head[], awaited: string[]): FieldState {
  const h = heads.sort((a, b) => b.s - a.s || (a.o < b.o ? 1 : -1));
  return awaited.length > 0 ? { h, w: [...new Set(awaited)].sort() } : { h };
}
