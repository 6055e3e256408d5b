import type { JsonValue } from '../../../domain/records/kind.ts';
import { valuesOf, type Change, type RecordView } from '../../data/record-view.ts';

/** The person's own records, in the order of `ids`. */
export function recordsOf(views: readonly RecordView[], ids: readonly string[]): RecordView[] {
  return ids.flatMap(id => views.find(view => view.r === id) ?? []);
}

/** The edits that set one fact of a person; taken back, it is taken back from all of their records. */
export function factChanges(
  own: readonly RecordView[],
  fields: Record<string, JsonValue>,
): Change[] {
  return own.flatMap((view, at) => {
    const held = valuesOf<Record<string, JsonValue>>(view);
    const changed = Object.entries(fields).filter(([field, value]) =>
      at === 0 ? (held[field] ?? null) !== value : value === null && field in held,
    );
    if (changed.length === 0) return [];
    const { stream, t, r } = view;
    return [{ stream, t, r, fields: Object.fromEntries(changed), seen: view }];
  });
}
