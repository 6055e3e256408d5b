import type { Participant } from '../../../domain/records/participant.ts';
import { valuesOf, type Change, type RecordView } from '../../data/record-view.ts';
import type { RosterEntry } from '../roster.ts';

/**
 * The edits that make two people of a roster one. No record is changed but for whom it is the same as, so
 * that everything written of both stays, and they can be taken apart again. `views` are all participants.
 */
export function joinChanges(
  views: readonly RecordView[],
  one: RosterEntry,
  other: RosterEntry,
): Change[] {
  const [kept, joined] = one.id < other.id ? [one, other] : [other, one];
  if (kept.id === joined.id) return [];
  // Whoever points at nobody yet can point at the others; else a double of theirs would fall off.
  for (const [from, to] of [
    [joined, kept],
    [kept, joined],
  ] as const) {
    const free = viewsOf(views, from).find(view => sameAs(view) === undefined);
    if (free) return [pointing(free, to.id)];
  }
  return viewsOf(views, joined).map(view => pointing(view, kept.id));
}

/** The edits that take one record away from those it is joined with, which stay one person. */
export function apartChanges(
  views: readonly RecordView[],
  entry: RosterEntry,
  apart: string,
): Change[] {
  const [first, ...others] = entry.ids.filter(id => id !== apart);
  if (first === undefined) return [];
  return views
    .filter(view => view.r === apart || pointsAt(view, apart) || others.includes(view.r))
    .map(view => pointing(view, others.includes(view.r) ? first : null))
    .filter(({ seen, fields }) => !saysOnly(seen, fields['sameAs']));
}

function viewsOf(views: readonly RecordView[], { ids }: RosterEntry): RecordView[] {
  return views.filter(view => ids.includes(view.r));
}

const sameAs = (view: RecordView) => valuesOf<Participant>(view).sameAs;

const pointsAt = (view: RecordView, id: string) =>
  (view.state['sameAs']?.h ?? []).some(head => head.v === id);

function pointing(view: RecordView, to: string | null): Change {
  const { stream, t, r } = view;
  return { stream, t, r, fields: { sameAs: to === r ? null : to }, seen: view };
}

/** True if the record says just that already, and nothing else beside it. */
function saysOnly(view: RecordView | undefined, value: unknown): boolean {
  const heads = view?.state['sameAs']?.h ?? [];
  return heads.length === 0 ? value === null : heads.every(head => head.v === value);
}
