import { useMemo, useRef } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import type { DueDays } from '../../../domain/checklists/due.ts';
import { dayAt, type Day } from '../../../domain/day.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Member } from '../../../domain/records/member.ts';
import { programmeStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf, type Change, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { roleIn } from '../role-in.ts';
import { useStable } from '../use-stable.ts';
import { useSaving } from '../work/use-saving.ts';
import { viewChecklist, type ChecklistView, type ListedItem } from './checklist-view.ts';
import { readTemplates } from './read-templates.ts';

/** A checklist that is open, and what can be done on it. */
export interface ChecklistBook extends ChecklistView {
  stream: string;
  today: Day;
  /** False where one may only look. */
  canTick: boolean;
  nameOf: (person: string) => string | undefined;
  /** Saves something of an item, and with the first of it that the list was begun; true once it is saved. */
  answer: (item: ListedItem, fields: Record<string, JsonValue>) => Promise<boolean>;
  /** Saves by when it is to be done; null for when its template says. */
  setDue: (due: Day | null) => Promise<boolean>;
}

/** Reads a checklist and keeps it fresh; undefined while it is read. */
export function useChecklist(
  stream: string,
  id: string,
  { start, end, day }: DueDays,
): ChecklistBook | undefined {
  const { records, account, device } = useServices();
  const saving = useSaving();
  const read = useLiveQuery(async () => {
    const view = await records.readRecord(stream, 'checklist', id);
    const items = await records.readShelf(stream, 'checklistItem', id);
    const written = await readTemplates(records, [stream, programmeStream]);
    return { view, items, written };
  }, [records, stream, id]);
  const members = useLiveQuery(async () => {
    const ofProgramme = await records.readShelf(programmeStream, 'member');
    return [...ofProgramme, ...(await records.readShelf(stream, 'member'))];
  }, [records, stream]);
  const list = useMemo(
    () => read && viewChecklist(id, { ...read, days: { start, end, day } }),
    [read, id, start, end, day],
  );
  /** True once it was begun here, also before the screen shows it. */
  const hasBegun = useRef(false);
  const people = account.people.value;
  const names = useMemo(() => namesOf(people, members ?? []), [people, members]);

  /** What has to be written of the list itself: with the first edit, what it was begun with. */
  const ofList = (fields: Record<string, JsonValue>): Change[] => {
    const version = list?.version;
    const change = { stream, t: 'checklist', r: id, fields, seen: list?.view };
    if (!list || !version || list.isBegun || hasBegun.current) return [change];
    const written = read?.written.find(({ ref }) => ref === version.ref);
    // Whoever reads this stream alone must be able to read what the list was begun with.
    const isElsewhere = written !== undefined && !written.streams.includes(stream);
    return [
      ...(isElsewhere
        ? [
            {
              stream,
              t: 'checklistTemplate',
              r: version.ref,
              fields: { content: version.content as unknown as JsonValue },
              seen: undefined,
            },
          ]
        : []),
      { ...change, fields: { ...fields, template: version.ref } },
    ];
  };

  async function write(changes: readonly Change[]): Promise<void> {
    const before = hasBegun.current;
    hasBegun.current = true;
    try {
      await records.write(changes);
    } catch (failure) {
      hasBegun.current = before;
      throw failure;
    }
  }

  const answer = useStable((item: ListedItem, fields: Record<string, JsonValue>) =>
    saving(async () => {
      const change = { stream, t: 'checklistItem', r: item.id, fields, seen: item.view };
      await write([...ofList({}), change]);
      void device.askToKeep();
    }),
  );
  const setDue = useStable((due: Day | null) => saving(() => write(ofList({ due }))));

  if (!list) return undefined;
  const role = roleIn(account.active.value, stream);
  return {
    ...list,
    stream,
    today: dayAt(device.likelyNow()),
    canTick: role !== undefined && canWrite(role, 'checklistItem'),
    nameOf: person => names.get(person),
    answer,
    setDue,
  };
}

function namesOf(
  people: readonly { id: string; name: string }[],
  members: readonly RecordView[],
): Map<string, string> {
  const names = new Map(people.map(person => [person.id, person.name]));
  for (const view of members) {
    const { name } = valuesOf<Member>(view);
    if (typeof name === 'string') names.set(view.r, name);
  }
  return names;
}
