import { useMemo } from 'preact/hooks';
import { dayAt, type Day } from '../../../domain/day.ts';
import type { Answers } from '../../../domain/forms/field.ts';
import { libraryProfile, libraryRules } from '../../../domain/forms/library-profile.ts';
import { progressOf } from '../../../domain/forms/progress.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Member } from '../../../domain/records/member.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type Change, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useStable } from '../../parts/use-stable.ts';
import { useHeldPage } from './use-held-page.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { begunAnswersPrefix, begunProfile, streamOfVillage } from './profile-place.ts';
import { snapshotOfYear } from './snapshot-of-year.ts';

/** A library's profile as it stands on this device. */
export interface LibraryBook {
  village: string;
  stream: string;
  /** True for one that was begun before anybody was let in: it lies beside the records. */
  isBegun: boolean;
  /** False while it is being read. */
  isRead: boolean;
  answers: Answers;
  /** Undefined where nothing is recorded yet. */
  view: RecordView | undefined;
  progress: ReturnType<typeof progressOf>;
  today: Day;
  /** Where the profile went, if the village was the wrong one. */
  movedTo: string | undefined;
  nameOf: (person: string) => string | undefined;
  /** Saves answers; true once they are. What stops it is said in words. */
  answer: (fields: Record<string, JsonValue>) => Promise<boolean>;
}

const nothing: Answers = {};

/** Reads a library's profile and keeps it fresh. */
export function useLibrary(village: string): LibraryBook {
  const { records, loadDrafts, account, now } = useServices();
  const saving = useSaving();
  const isBegun = village === begunProfile;
  const stream = isBegun ? '' : streamOfVillage(village);
  const drafts = useLoaded(loadDrafts);
  const today = dayAt(now());

  const read = useLiveQuery(async () => {
    if (isBegun) return { begun: drafts && (await drafts.read(begunAnswersPrefix)) };
    return { view: await records.readRecord(stream, 'library', village) };
  }, [records, drafts, stream, village]);
  const members = useLiveQuery(
    () => (isBegun ? Promise.resolve([]) : records.readShelf(stream, 'member')),
    [records, stream],
  );

  const view = read?.view;
  const begun = read?.begun;
  const answers = useMemo<Answers>(() => {
    if (isBegun) return begun ?? nothing;
    if (view !== undefined && isDeletedView(view)) return nothing;
    return { ...valuesOf<Record<string, JsonValue>>(view), kode_wilayah: village };
  }, [isBegun, begun, view, village]);
  const progress = useMemo(
    () => progressOf(libraryProfile, libraryRules, answers, today),
    [answers, today],
  );
  const known = account.people.value;
  const names = useMemo(() => {
    const byId = new Map(known.map(person => [person.id, person.name]));
    for (const member of members ?? []) {
      const { name } = valuesOf<Member>(member);
      if (name !== undefined) byId.set(member.r, name);
    }
    return byId;
  }, [known, members]);

  const hold = useHeldPage();
  const answer = useStable((fields: Record<string, JsonValue>) =>
    hold(() =>
      saving(async () => {
        if (isBegun) {
          const kept = await loadDrafts();
          for (const [key, value] of Object.entries(fields))
            await kept.put(begunAnswersPrefix + key, value ?? undefined);
          return;
        }
        const dated = answers['tanggal_isi'] === today ? fields : { ...fields, tanggal_isi: today };
        const changes: Change[] = [
          { stream, t: 'library', r: village, fields: dated, seen: view },
          ...snapshotOfYear(stream, village, answers, fields),
        ];
        await records.write(changes);
      }),
    ),
  );

  return {
    village,
    stream,
    isBegun,
    isRead: read !== undefined && (!isBegun || begun !== undefined),
    answers,
    view,
    progress,
    today,
    movedTo: valuesOf<{ movedTo?: string }>(view).movedTo,
    nameOf: person => names.get(person),
    answer,
  };
}
