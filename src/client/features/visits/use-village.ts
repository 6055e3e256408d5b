import { useMemo } from 'preact/hooks';
import { dayAt, type Day } from '../../../domain/day.ts';
import { libraryProfile, libraryRules } from '../../../domain/forms/library-profile.ts';
import { progressOf } from '../../../domain/forms/progress.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Member } from '../../../domain/records/member.ts';
import { programmeStream, regionStream } from '../../../domain/stream.ts';
import { isVillageCode, regencyOfVillage } from '../../../domain/territory.ts';
import { useServices, type Person } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';

/** A visit as it is recorded. */
export interface Visit {
  day: Day;
  view: RecordView;
  purpose: string | undefined;
  note: string | undefined;
  /** Who began it. */
  by: string | undefined;
}

/** One line of a village's follow-up plan. */
export interface PlanLine {
  id: string;
  view: RecordView;
  activity: string | undefined;
  status: string | undefined;
  /** Day by which it is to be done. */
  ends: Day | undefined;
  /** What was found at visits, the latest first. */
  checks: readonly PlanCheck[];
}

/** How a line stood at a visit. */
export interface PlanCheck {
  day: Day;
  view: RecordView;
  status: string | undefined;
  note: string | undefined;
}

/** All that a visitor wants to know of a village, as it stands on this device. */
export interface VillageBook {
  stream: string;
  name: string | undefined;
  answered: number;
  asked: number;
  hasProfile: boolean;
  /** The latest first. */
  visits: readonly Visit[];
  plan: readonly PlanLine[];
  nameOf: (person: string) => string | undefined;
  today: Day;
}

/** Reads a village and keeps it fresh; undefined while it is read. */
export function useVillage(village: string): VillageBook | undefined {
  const { records, account, device } = useServices();
  const stream = streamOf(village);
  const today = dayAt(device.likelyNow());
  const read = useLiveQuery(async () => {
    // One after another: Dexie loses its way when a live query opens several transactions at once.
    const library = await records.readRecord(stream, 'library', village);
    const visits = await records.readShelf(stream, 'visit', village);
    const plan = await records.readShelf(stream, 'followUp', village);
    const checks = await records.readShelf(stream, 'followUpCheck', village);
    const ofProgramme = await records.readShelf(programmeStream, 'member');
    const members = [...ofProgramme, ...(await records.readShelf(stream, 'member'))];
    return { library, visits, plan, checks, members };
  }, [records, stream, village]);
  const people = account.people.value;
  return useMemo(() => {
    if (!read) return undefined;
    const names = new Map(people.map(person => [person.id, person.name]));
    for (const view of read.members) {
      const { name } = valuesOf<Member>(view);
      if (typeof name === 'string') names.set(view.r, name);
    }
    const answers = { ...valuesOf<Record<string, JsonValue>>(read.library), kode_wilayah: village };
    const progress = progressOf(libraryProfile, libraryRules, answers, today);
    return {
      stream,
      name: textIn(read.library, 'nama_perpustakaan'),
      answered: read.library ? progress.requiredAnswered : 0,
      asked: progress.requiredTotal,
      hasProfile: read.library !== undefined && !isDeletedView(read.library),
      visits: visitsIn(read.visits),
      plan: planIn(read.plan, read.checks),
      nameOf: person => names.get(person),
      today,
    };
  }, [read, people, stream, village, today]);
}

/** The visits among records, the latest first. */
export function visitsIn(views: readonly RecordView[]): Visit[] {
  return views
    .filter(view => !isDeletedView(view))
    .map(view => ({
      day: textIn(view, 'day') ?? view.r.slice(view.r.indexOf(':') + 1),
      view,
      purpose: textIn(view, 'purpose'),
      note: textIn(view, 'note'),
      by: view.state['day']?.h[0]?.by,
    }))
    .sort((one, other) => (one.day > other.day ? -1 : 1));
}

function planIn(plan: readonly RecordView[], checks: readonly RecordView[]): PlanLine[] {
  return plan
    .filter(view => !isDeletedView(view))
    .map(view => ({
      id: view.r,
      view,
      activity: textIn(view, 'kegiatan'),
      status: textIn(view, 'status'),
      ends: textIn(view, 'selesai'),
      checks: checks
        .filter(check => !isDeletedView(check) && check.r.endsWith(`:${lineOf(view.r)}`))
        .map(check => ({
          day: check.r.split(':')[1] ?? '',
          view: check,
          status: textIn(check, 'status'),
          note: textIn(check, 'catatan'),
        }))
        .sort((one, other) => (one.day > other.day ? -1 : 1)),
    }));
}

/** The last part of a plan line's id. */
export function lineOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** True for a line that is neither done nor called off. */
export function isOpenLine({ status }: Pick<PlanLine, 'status'>): boolean {
  return status !== 'selesai' && status !== 'batal';
}

/** The stream in which a village's records lie; of what is no village's code, one that holds nothing. */
export function streamOf(village: string): string {
  return regionStream(isVillageCode(village) ? regencyOfVillage(village) : '');
}

/** True for a village that the person may visit, as far as is known here; the server decides. */
export function mayVisit(person: Person | undefined, village: string): boolean {
  const stream = streamOf(village);
  return (
    isVillageCode(village) &&
    (person?.scopes.some(
      ({ id, role }) =>
        role !== 'pengelola' &&
        (id === stream || (id === programmeStream && role === 'koordinator')),
    ) ??
      false)
  );
}

function textIn(view: RecordView | undefined, field: string): string | undefined {
  const value = valuesOf<Record<string, unknown>>(view)[field];
  return typeof value === 'string' ? value : undefined;
}
