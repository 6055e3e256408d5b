import { mostParents } from '../../protocol/operation.ts';
import type { Head, RecordState } from '../../protocol/merge.ts';

/** An earlier operation of this device on the same record, as far as it matters to a later one. */
export interface EarlierEdit {
  id: string;
  f: object;
  p: Readonly<Record<string, readonly string[]>>;
}

/**
 * What an edit names as seen, for each of its fields (rule 1.6): the heads its author had on the screen,
 * this device's operations on that field that are still overlaid, and what those name in turn. The last
 * are the heads of the base that the overlaid ones hide; home may never learn of the overlaid ones, so
 * they are named again. At most the newest 50; `deleted` names the heads of all fields, without limit.
 * `overlaid` is in the order in which it was written.
 */
export function parentsOf(
  fields: readonly string[],
  seen: RecordState,
  overlaid: readonly EarlierEdit[],
): Record<string, string[]> {
  return Object.fromEntries(
    fields.map(field => {
      if (field === 'deleted') return [field, parentsOfDeletion(seen, overlaid)];
      const named = new Set(idsOf(seen[field]?.h, overlaid));
      const own = overlaid.filter(edit => Object.hasOwn(edit.f, field)).reverse();
      for (const edit of own) named.add(edit.id);
      for (const edit of own) for (const id of edit.p[field] ?? []) named.add(id);
      return [field, [...named].slice(0, mostParents)];
    }),
  );
}

function parentsOfDeletion(seen: RecordState, overlaid: readonly EarlierEdit[]): string[] {
  const named = new Set(Object.values(seen).flatMap(state => idsOf(state.h, [])));
  for (const edit of overlaid) {
    named.add(edit.id);
    for (const ids of Object.values(edit.p)) for (const id of ids) named.add(id);
  }
  return [...named];
}

/** Heads of others first, since nothing else names them; they come newest first. */
function idsOf(heads: readonly Head[] | undefined, own: readonly EarlierEdit[]): string[] {
  return (heads ?? []).map(head => head.o).filter(id => !own.some(edit => edit.id === id));
}
