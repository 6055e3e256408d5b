import { checklistId, readChecklistId } from '../../../domain/checklists/checklist-id.ts';
import {
  templateOfRef,
  type Subject,
  type TemplateVersion,
} from '../../../domain/checklists/template.ts';
import { offeredVersions } from '../../../domain/checklists/versions.ts';
import type { Day } from '../../../domain/day.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { programmeStream, trainingStream } from '../../../domain/stream.ts';
import { isDeletedView, valuesOf, type Records, type RecordView } from '../../data/record-view.ts';
import { viewChecklist, type ChecklistView } from './checklist-view.ts';
import { readTemplates } from './read-templates.ts';
import { unsharedIn, type Unshared } from './unshared.ts';

/** A session with its checklists. */
export interface SessionChecklists {
  id: string;
  session: Session;
  lists: readonly ChecklistView[];
}

/** All checklists of a training, begun or not. */
export interface TrainingChecklists {
  training: Training;
  lists: readonly ChecklistView[];
  /** In order of day and time. */
  sessions: readonly SessionChecklists[];
  /** Newest versions of the programme that do not lie in the training, where its trainers would read them. */
  unshared: readonly Unshared[];
}

/** Reads a training's checklists, as far as they are known on this device. */
export async function readTrainingChecklists(
  records: Records,
  id: string,
): Promise<TrainingChecklists> {
  const stream = trainingStream(id);
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  const training = valuesOf<Training>(await records.readRecord(stream, 'training', id));
  const sessions = await records.readShelf(stream, 'session');
  const lists = await records.readShelf(stream, 'checklist');
  const items = await records.readShelf(stream, 'checklistItem');
  const written = await readTemplates(records, [stream, programmeStream]);

  const views = new Map(lists.map(view => [view.r, view]));
  const byList = new Map<string, RecordView[]>();
  for (const item of items) {
    const list = item.r.slice(0, item.r.lastIndexOf(':'));
    byList.set(list, [...(byList.get(list) ?? []), item]);
  }
  const { startsOn: start, endsOn: end = start } = training;

  function listsOf(subject: Subject, of: string, day: string | undefined): ChecklistView[] {
    return templatesFor(subject, of, written, lists).map(template => {
      const r = checklistId(template, of);
      return viewChecklist(r, {
        view: views.get(r),
        items: byList.get(r) ?? [],
        written,
        days: { start, end, day },
      });
    });
  }

  return {
    training,
    lists: listsOf('training', id, undefined),
    sessions: sessions
      .filter(view => !isDeletedView(view))
      .map(view => ({ id: view.r, session: valuesOf<Session>(view) }))
      .sort(bySchedule)
      .map(one => ({ ...one, lists: listsOf('session', one.id, one.session.day) })),
    unshared: unsharedIn([stream], ['training', 'session'], written),
  };
}

/** What is offered, and what was begun although it is no longer offered. */
function templatesFor(
  subject: Subject,
  of: string,
  written: readonly TemplateVersion[],
  lists: readonly RecordView[],
): string[] {
  const offered = offeredVersions(written, subject).map(({ ref }) => templateOfRef(ref));
  const begun = lists.flatMap(({ r }) => {
    const named = readChecklistId(r);
    return named?.subject === of && named.village === undefined ? [named.template] : [];
  });
  return [...new Set([...offered, ...begun])];
}

function bySchedule(
  one: Pick<SessionChecklists, 'id' | 'session'>,
  other: Pick<SessionChecklists, 'id' | 'session'>,
): number {
  const key = ({ id, session }: typeof one) =>
    [session.day ?? '9999', session.startsAt ?? '99', session.title ?? '', id].join(' ');
  return key(one) < key(other) ? -1 : 1;
}

/** What still has to be done on a training's own lists before leaving or closing: before the first day, leaving counts. */
export function waitingIn(
  { training: { startsOn }, lists }: Pick<TrainingChecklists, 'training' | 'lists'>,
  today: Day,
): { what: 'leaving' | 'closing'; n: number } {
  const what = startsOn === undefined || today < startsOn ? 'leaving' : 'closing';
  return { what, n: lists.reduce((total, { progress }) => total + progress[what], 0) };
}
