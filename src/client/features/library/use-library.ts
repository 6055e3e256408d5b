import { useMemo } from 'preact/hooks';
import { dayAt, type Day } from '../../../domain/day.ts';
import type { Answers } from '../../../domain/forms/field.ts';
import { libraryProfile, libraryRules } from '../../../domain/forms/library-profile.ts';
import { progressOf } from '../../../domain/forms/progress.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Member } from '../../../domain/records/member.ts';
import { isVillageCode } from '../../../domain/territory.ts';
import { isInScope, readScope } from '../../../domain/stream.ts';
import { useServices, type Person } from '../../app-services.ts';
import { valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { movedTo } from '../../parts/moved-to.ts';
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
  /** True for an address that is no village's, and for a profile that has left it. */
  isElsewhere: boolean;
  /** Where the profile went, if the village was the wrong one. */
  movedTo: string | undefined;
  /** Her own village, if this one is not the librarian's at the device. */
  own: string | undefined;
  nameOf: (person: string) => string | undefined;
  /** Saves answers; true once they are. What stops it is said in words. */
  answer: (fields: Record<string, JsonValue>) => Promise<boolean>;
}

const nothing: Answers = {};

/** Reads a library's profile and keeps it fresh. */
export function useLibrary(village: string): LibraryBook {
  const { records, loadDrafts, loadTerritory, account, device } = useServices();
  const saving = useSaving();
  const territory = useLoaded(loadTerritory);
  const isBegun = village === begunProfile;
  // An address may say anything; what is no village has no profile to read or write.
  const isVillage = isVillageCode(village);
  const stream = isVillage ? streamOfVillage(village) : '';
  const drafts = useLoaded(loadDrafts);
  const today = dayAt(device.likelyNow());

  const read = useLiveQuery(async () => {
    if (isBegun) return { begun: drafts && (await drafts.read(begunAnswersPrefix)) };
    if (!isVillage) return {};
    return { view: await records.readRecord(stream, 'library', village) };
  }, [records, drafts, stream, village]);
  const members = useLiveQuery(
    () => (isVillage ? records.readShelf(stream, 'member') : Promise.resolve([])),
    [records, stream],
  );

  const view = read?.view;
  const begun = read?.begun;
  const answers = useMemo<Answers>(() => {
    if (isBegun) return begun ?? nothing;
    return {
      ...valuesOf<Record<string, JsonValue>>(view),
      kode_wilayah: village,
      tanggal_isi: lastDayOf(view) ?? null,
    };
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

  const { own, isOfOthers } = ownPlace(account.active.value, stream, village);

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
        await records.write([
          { stream, t: 'library', r: village, fields, seen: view },
          ...snapshotOfYear(stream, village, answers, fields),
        ]);
        void device.askToKeep();
      }),
    ),
  );

  // What somebody wrote of a village is shown, even if the list of villages here does not know it.
  const isUnlisted = territory !== undefined && !territory.villageLabel(village);
  const isUnknown = !isVillage || (isUnlisted && view === undefined);
  const isRead = read !== undefined && (!isBegun || begun !== undefined);
  return {
    village,
    stream,
    isBegun,
    isRead,
    answers,
    view,
    progress,
    today,
    isElsewhere: isRead && !isBegun && (isUnknown || movedTo(view) !== undefined || isOfOthers),
    movedTo: movedTo(view),
    own: isOfOthers && !isUnknown ? own : undefined,
    nameOf: person => names.get(person),
    answer,
  };
}

/** The day on which anything of it was last answered; undefined while nothing was. */
function lastDayOf(view: RecordView | undefined): Day | undefined {
  const heads = Object.values(view?.state ?? {}).flatMap(({ h }) => h);
  const last = heads.reduce((latest, { s }) => Math.max(latest, s), 0);
  return last === 0 ? undefined : dayAt(last);
}

/** A librarian sees no village but hers: another one's profile would look empty to her, and begin anew. */
function ownPlace(
  person: Person | undefined,
  stream: string,
  village: string,
): { own: string | undefined; isOfOthers: boolean } {
  if (person?.role !== 'pengelola') return { own: undefined, isOfOthers: false };
  const own = person.scopes.flatMap(({ id }) => readScope(id)?.village ?? [])[0];
  const isHers = person.scopes.some(({ id }) => isInScope(id, stream, village));
  return { own, isOfOthers: own !== undefined && !isHers };
}
