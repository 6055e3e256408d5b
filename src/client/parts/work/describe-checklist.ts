import { itemOfId, readChecklistId } from '../../../domain/checklists/checklist-id.ts';
import type { Session } from '../../../domain/records/session.ts';
import { programmeStream } from '../../../domain/stream.ts';
import { valuesOf, type Records } from '../../data/record-view.ts';
import type { Translate } from '../../i18n/translate.ts';
import { viewChecklist } from '../checklist/checklist-view.ts';
import { readTemplates } from '../checklist/read-templates.ts';
import { textOr } from './read-work.ts';

type ChecklistKind = 'checklist' | 'checklistItem';

/** True for a checklist, and for one of its items. */
export function isOfChecklist(kind: string | undefined): kind is ChecklistKind {
  return kind === 'checklist' || kind === 'checklistItem';
}

/** What a checklist or one of its items is called: the item's words, and the list with its session. */
export async function describeChecklist(
  { records, t }: { records: Records; t: Translate },
  stream: string,
  kind: ChecklistKind,
  id: string,
): Promise<{ title: string; place: string }> {
  const list = kind === 'checklist' ? id : id.slice(0, id.lastIndexOf(':'));
  const named = readChecklistId(list);
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  const view = await records.readRecord(stream, 'checklist', list);
  const items = await records.readShelf(stream, 'checklistItem', list);
  const written = await readTemplates(records, [stream, programmeStream]);
  const session =
    named && named.village === undefined
      ? valuesOf<Session>(await records.readRecord(stream, 'session', named.subject))
      : {};
  const read = viewChecklist(list, { view, items, written, days: {} });
  const title = read.version?.content.title.id ?? read.template;
  const place = [title, textOr(session.title, '')].filter(part => part !== '').join(' · ');
  if (kind === 'checklist') return { title: place, place: t('all.word.checklist') };
  const key = itemOfId(id);
  const item = read.items.find(one => one.item.key === key)?.item;
  return { title: item?.text.id ?? key, place };
}
