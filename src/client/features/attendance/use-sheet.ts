import { useCallback, useMemo, useRef } from 'preact/hooks';
import { isExpected } from '../../../domain/people/is-expected.ts';
import type { Member } from '../../../domain/records/member.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { listRoster, marksByParticipant } from '../../parts/roster.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { buildRows, listPeople, type SheetPerson, type SheetRow } from './sheet-rows.ts';
import { useMarking, type Marking } from './use-marking.ts';

/** A session's attendance sheet as it stands on this device. */
export interface AttendanceSheet {
  stream: string;
  /** Undefined while it is being read. */
  rows: readonly SheetRow[] | undefined;
  session: Session;
  /** False once it is read and nothing of the session is known here, or it is deleted. */
  isKnown: boolean;
  trainingName: string | undefined;
  save: Marking['save'];
}

/** Reads a sheet and keeps it fresh: each shelf by itself, so that a mark costs only the marks. */
export function useSheet(training: string, session: string): AttendanceSheet {
  const { records, loadTerritory, account } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(training);
  const place = [records, stream];

  const trainingView = useLiveQuery(
    async () => ({ read: await records.readRecord(stream, 'training', training) }),
    [...place, training],
  );
  const sessionView = useLiveQuery(
    async () => ({ read: await records.readRecord(stream, 'session', session) }),
    [...place, session],
  );
  const timetable = useLiveQuery(() => records.readShelf(stream, 'session'), place);
  const participants = useLiveQuery(() => records.readShelf(stream, 'participant'), place);
  const members = useLiveQuery(() => records.readShelf(stream, 'member'), place);
  const attendance = useLiveQuery(
    () => records.readShelf(stream, 'attendance', session),
    [...place, session],
  );
  const territory = useLoaded(loadTerritory);

  const marks = useMemo(() => marksByParticipant(attendance ?? []), [attendance]);
  const { unsaved, save } = useMarking(stream, session, marks);
  // Words or places in another form: everybody is made anew.
  const peopleBefore = useMemo(() => ({ current: [] as readonly SheetPerson[] }), [t, territory]);
  const people = useMemo(
    () => participants && listPeople(t, listRoster(participants), territory, peopleBefore.current),
    [t, participants, territory, peopleBefore],
  );
  if (people) peopleBefore.current = people;
  const known = account.known.value;
  const names = useMemo(() => {
    const byId = new Map(known.map(person => [person.id, person.name]));
    for (const view of members ?? []) {
      const { name } = valuesOf<Member>(view);
      if (name !== undefined) byId.set(view.r, name);
    }
    return byId;
  }, [known, members]);
  const nameOf = useCallback((person: string) => names.get(person), [names]);
  const sessions = useMemo(() => sessionsOf(timetable), [timetable]);
  const isHere = useCallback(
    ({ entry }: SheetPerson) => isExpected(entry.participant, session, sessions),
    [session, sessions],
  );
  const before = useRef<readonly SheetRow[]>([]);
  const rows = useMemo(
    () =>
      people &&
      attendance &&
      buildRows({ people, marks, unsaved, nameOf, isExpected: isHere }, before.current),
    [people, attendance, marks, unsaved, nameOf, isHere],
  );
  if (rows) before.current = rows;

  const view = sessionView?.read;
  return {
    stream,
    rows: sessionView && rows,
    session: valuesOf<Session>(view),
    isKnown: view !== undefined && !isDeletedView(view),
    trainingName: valuesOf<Training>(trainingView?.read).name,
    save,
  };
}

const sessionsOf = (views: readonly RecordView[] | undefined) =>
  new Map((views ?? []).map(view => [view.r, valuesOf<Session>(view)]));
