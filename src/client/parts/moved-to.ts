import { valuesOf, type RecordView } from '../data/record-view.ts';

/** The village that a profile went to; undefined for one that is where it belongs. Not a deletion: it says where to look. */
export function movedTo(view: RecordView | undefined): string | undefined {
  return valuesOf<{ movedTo?: string | null }>(view).movedTo ?? undefined;
}
