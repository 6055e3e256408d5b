import {
  checklistItemId,
  itemOfId,
  readChecklistId,
} from '../../../domain/checklists/checklist-id.ts';
import { dueDayOf, type DueDays } from '../../../domain/checklists/due.ts';
import { listedItems } from '../../../domain/checklists/listed-items.ts';
import {
  progressOfChecklist,
  type ChecklistProgress,
  type ItemState,
} from '../../../domain/checklists/progress.ts';
import type { TemplateItem, TemplateVersion } from '../../../domain/checklists/template.ts';
import type { Day } from '../../../domain/day.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';

/** One item of a checklist with what was said of it. */
export interface ListedItem {
  item: TemplateItem;
  /** The id of its record, which may not be there yet. */
  id: string;
  view: RecordView | undefined;
  state: ItemState | undefined;
  note: string | undefined;
  photo: JsonValue | undefined;
}

/** A checklist as it stands on this device. */
export interface ChecklistView {
  id: string;
  template: string;
  /** Undefined while nobody has begun it. */
  view: RecordView | undefined;
  /** What it was begun with, or will be; undefined for a template that is not known here. */
  version: TemplateVersion | undefined;
  /** False as long as the version it was begun with has not arrived. */
  isExact: boolean;
  isBegun: boolean;
  items: readonly ListedItem[];
  progress: ChecklistProgress;
  due: Day | undefined;
}

interface HeldChecklist {
  view: RecordView | undefined;
  /** The records of its items. */
  items: readonly RecordView[];
  written: readonly TemplateVersion[];
  days: DueDays;
}

/** Puts a checklist together from its records. */
export function viewChecklist(
  id: string,
  { view, items: views, written, days }: HeldChecklist,
): ChecklistView {
  const template = readChecklistId(id)?.template ?? id;
  const held = new Map(
    views.filter(one => !isDeletedView(one)).map(one => [itemOfId(one.r), one] as const),
  );
  const begunWith = refsOf(view);
  const listed = listedItems(template, begunWith, [...held.keys()], written);
  const items = listed.items.map((item): ListedItem => {
    const own = held.get(item.key);
    const { state, note, photo } = valuesOf<{
      state?: ItemState | null;
      note?: string | null;
      photo?: JsonValue;
    }>(own);
    return {
      item,
      id: checklistItemId(id, item.key),
      view: own,
      state: state ?? undefined,
      note: note ?? undefined,
      photo: photo ?? undefined,
    };
  });
  const states = new Map(items.map(({ item, state }) => [item.key, state]));
  const { due } = valuesOf<{ due?: Day | null }>(view);
  return {
    id,
    template,
    view,
    version: listed.version,
    isExact: listed.isExact,
    isBegun: begunWith.length > 0,
    items,
    progress: progressOfChecklist(listed.items, key => states.get(key)),
    due: due ?? (listed.version && dueDayOf(listed.version.content, days)),
  };
}

/** The versions it was begun with, the shown one first: several where two tablets began it apart. */
function refsOf(view: RecordView | undefined): string[] {
  const heads = view?.state['template']?.h ?? [];
  return [...new Set(heads.flatMap(({ v }) => (typeof v === 'string' ? [v] : [])))];
}
