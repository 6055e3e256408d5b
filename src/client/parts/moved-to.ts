import type { JsonValue } from '../../domain/records/kind.ts';
import { valuesOf, type RecordView } from '../data/record-view.ts';

/** The village that a profile went to; undefined for one that is where it belongs. Not a deletion: it says where to look. */
export function movedTo(view: RecordView | undefined): string | undefined {
  return valuesOf<{ movedTo?: string | null }>(view).movedTo ?? undefined;
}

/**
 * The answers of a record, those first that are shown; of what was taken back in one place and answered in
 * another without knowing of it, the answer. In a profile that has moved: what came after it had left.
 */
export function answersIn(view: RecordView | undefined): Record<string, JsonValue> {
  const answers: Record<string, JsonValue> = {};
  for (const [field, { h: heads }] of Object.entries(view?.state ?? {})) {
    const given = heads.find(({ v }) => v !== null);
    if (given && field !== 'movedTo' && field !== 'deleted') answers[field] = given.v;
  }
  return answers;
}
