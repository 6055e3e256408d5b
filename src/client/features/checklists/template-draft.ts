import {
  mostCharacters,
  type Subject,
  type TemplateContent,
  type TemplateItem,
} from '../../../domain/checklists/template.ts';

/** A template while it is being changed: texts may be empty, and nothing is saved yet. */
export interface TemplateDraft {
  title: string;
  for: Subject;
  items: readonly DraftItem[];
}

/** An item in a draft; a text that was not changed keeps its translation. */
export interface DraftItem {
  key: string;
  text: string;
  blocks: TemplateItem['blocks'] | undefined;
}

/** A draft that says what a version says. */
export function draftOf({ title, for: subject, items }: TemplateContent): TemplateDraft {
  return {
    title: title.id,
    for: subject,
    items: items.map(({ key, text, blocks }) => ({ key, text: text.id, blocks })),
  };
}

/** What a draft comes to as the next version; items without a text are left out. Undefined while it has no title. */
export function contentOf(
  draft: TemplateDraft,
  before: TemplateContent | undefined,
  number: number,
): TemplateContent | undefined {
  const title = tidy(draft.title);
  if (title === '') return undefined;
  const due = before?.due ?? dueOf[draft.for];
  const isBlocking = draft.for === 'training';
  const items = draft.items.flatMap(({ key, text, blocks }): TemplateItem[] => {
    const words = tidy(text);
    if (words === '') return [];
    const earlier = before?.items.find(item => item.key === key)?.text;
    return [
      {
        key,
        text: earlier?.id === words ? earlier : { id: words },
        ...(isBlocking && blocks && { blocks }),
      },
    ];
  });
  return {
    title: before?.title.id === title ? before.title : { id: title },
    for: draft.for,
    number,
    due,
    items,
  };
}

/** Most bytes of a version: the line that carries it has 16 KB (rule 1.2), some of them for itself. */
const mostBytes = 15_000;

/** True if a version fits into one operation. */
export function fitsOneOperation(content: TemplateContent): boolean {
  return new TextEncoder().encode(JSON.stringify(content)).length <= mostBytes;
}

const dueOf = {
  training: { from: 'start', days: -1 },
  session: { from: 'day', days: 0 },
  visit: { from: 'day', days: 0 },
} as const;

/** The draft with an item moved by so many places, as far as there are any. */
export function moveItem(draft: TemplateDraft, key: string, by: number): TemplateDraft {
  const from = draft.items.findIndex(item => item.key === key);
  const to = from + by;
  const moved = draft.items[from];
  if (!moved || to < 0 || to >= draft.items.length) return draft;
  return { ...draft, items: draft.items.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** The draft with something of one item changed. */
export function changeItem(
  draft: TemplateDraft,
  key: string,
  change: Partial<Omit<DraftItem, 'key'>>,
): TemplateDraft {
  const items = draft.items.map(item => (item.key === key ? { ...item, ...change } : item));
  return { ...draft, items };
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, mostCharacters);
}
