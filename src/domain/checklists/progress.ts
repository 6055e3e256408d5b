import type { TemplateItem } from './template.ts';

/** Done, not yet, does not apply. What nobody said anything of is none of them. */
export const itemStates = ['sudah', 'belum', 'tidak-berlaku'] as const;

export type ItemState = (typeof itemStates)[number];

/** How far a checklist is. */
export interface ChecklistProgress {
  total: number;
  /** Items that are done or do not apply. */
  settled: number;
  /** Unsettled items that leaving, or closing, has to wait for. */
  leaving: number;
  closing: number;
  isComplete: boolean;
}

/** Counts the items of a list by what was said of each. */
export function progressOfChecklist(
  items: readonly TemplateItem[],
  stateOf: (key: string) => ItemState | undefined,
): ChecklistProgress {
  const open = items.filter(({ key }) => !isSettled(stateOf(key)));
  const waitedFor = (what: TemplateItem['blocks']) =>
    open.filter(({ blocks }) => blocks === what).length;
  return {
    total: items.length,
    settled: items.length - open.length,
    leaving: waitedFor('leaving'),
    closing: waitedFor('closing'),
    isComplete: items.length > 0 && open.length === 0,
  };
}

/** True for what nobody has to do any more. */
export function isSettled(state: ItemState | undefined): boolean {
  return state === 'sudah' || state === 'tidak-berlaku';
}
