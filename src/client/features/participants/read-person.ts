import { attendanceId } from '../../../domain/ids.ts';
import type { Member } from '../../../domain/records/member.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { isDeletedView, valuesOf, type Records, type RecordView } from '../../data/record-view.ts';
import { listRoster, type RosterEntry } from '../../parts/roster.ts';

/** Everything known of one person of a training. */
export interface PersonPage {
  /** All participants, for joining and taking apart. */
  views: readonly RecordView[];
  entry: RosterEntry;
  isDeleted: boolean;
  training: { view: RecordView | undefined; values: Training };
  /** Sessions that are not deleted, in order of day and time. */
  sessions: readonly PersonSession[];
  /** Names of those who write, by their ids. */
  names: ReadonlyMap<string, string>;
}

/** One session as it is recorded of one person. */
export interface PersonSession {
  id: string;
  session: Session;
  /** The person's marks there, one for each of their records. */
  marks: ReadonlyMap<string, RecordView>;
}

/** Reads it; undefined if nobody of that id is known here. May be wrapped in a live query. */
export async function readPerson(
  records: Records,
  { stream, training, participant }: { stream: string; training: string; participant: string },
): Promise<PersonPage | undefined> {
  const views = await records.readShelf(stream, 'participant');
  const found = entryOf(views, participant);
  if (!found) return undefined;
  const view = await records.readRecord(stream, 'training', training);
  const members = await records.readShelf(stream, 'member');
  const shelf = await records.readShelf(stream, 'session');
  const sessions: PersonSession[] = [];
  for (const one of shelf.filter(held => !isDeletedView(held)).sort(bySchedule)) {
    const marks = new Map<string, RecordView>();
    for (const id of found.entry.ids) {
      // One after another: Dexie loses its way when a live query opens several transactions at once.
      const mark = await records.readRecord(stream, 'attendance', attendanceId(one.r, id));
      if (mark) marks.set(id, mark);
    }
    sessions.push({ id: one.r, session: valuesOf<Session>(one), marks });
  }
  const named = members.flatMap(({ r, ...member }): [string, string][] => {
    const { name } = valuesOf<Member>({ r, ...member });
    return name === undefined ? [] : [[r, name]];
  });
  return {
    ...found,
    views,
    training: { view, values: valuesOf<Training>(view) },
    sessions,
    names: new Map(named),
  };
}

/** The person of a roster that a record belongs to; a deleted record is one by itself. */
function entryOf(views: readonly RecordView[], id: string) {
  const own = views.find(view => view.r === id);
  if (!own) return undefined;
  const entry = listRoster(views).find(({ ids }) => ids.includes(id));
  if (entry) return { entry, isDeleted: false };
  return { entry: { id, ids: [id], participant: valuesOf<object>(own) }, isDeleted: true };
}

function bySchedule(one: RecordView, other: RecordView): number {
  const [a, b] = [scheduleKey(one), scheduleKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function scheduleKey(view: RecordView): string {
  const { day = '9999', startsAt = '99', title = '' } = valuesOf<Session>(view);
  return [day, startsAt, title, view.r].join(' ');
}
