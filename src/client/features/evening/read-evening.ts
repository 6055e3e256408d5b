import type { Day, TimeOfDay } from '../../../domain/day.ts';
import { libraryProfile, libraryRules } from '../../../domain/forms/library-profile.ts';
import { progressOf } from '../../../domain/forms/progress.ts';
import { oftenAbsentFrom } from '../../../domain/often-absent.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Session } from '../../../domain/records/session.ts';
import { regionStream, trainingStream } from '../../../domain/stream.ts';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { valuesOf, type Records, type RecordView } from '../../data/record-view.ts';
import type { ChecklistView } from '../../parts/checklist/checklist-view.ts';
import { readTrainingChecklists } from '../../parts/checklist/read-training-checklists.ts';
import { markDifferences } from '../../parts/people/mark-differences.ts';
import { listRoster, markOf, marksByParticipant, markViewOf } from '../../parts/roster.ts';
import {
  phaseOf,
  type SessionOverview,
  type TrainingOverview,
} from '../../parts/training-overview.ts';
import { readUnsigned, type UnsignedDay } from './unsigned.ts';

/** What is still open in a training when the day is over. */
export interface Evening {
  /** Sessions that have begun and on whose sheet somebody is missing. */
  unfinished: readonly SessionOverview[];
  /** People absent from at least two sessions, most often first. */
  absent: readonly { id: string; participant: Participant; sessions: readonly SessionOverview[] }[];
  /** Sessions with marks on which people disagree, and how many. */
  differences: readonly { session: SessionOverview; count: number }[];
  /** Days on which signatures are missing. */
  unsigned: readonly UnsignedDay[];
  /** Checklists that are due, or of sessions that have begun, and not done. */
  checklists: readonly OpenChecklist[];
  /** Profiles of the participants' villages that want something. */
  libraries: readonly OpenLibrary[];
}

/** A checklist that is not done, and the session it is about, if it is about one. */
export interface OpenChecklist {
  list: ChecklistView;
  session: Session | undefined;
}

/** A profile that is not complete, or shows no photo. */
export interface OpenLibrary {
  village: string;
  name: string | undefined;
  answered: number;
  total: number;
  hasPhoto: boolean;
}

const photos = libraryProfile.sections
  .flatMap(({ fields }) => fields)
  .filter(({ type }) => type === 'photo')
  .map(({ key }) => key);

/** Nobody's name is wanted where differences are only counted. */
const nobody = () => undefined;

/**
 * Reads what is open, from this device alone. `regions` are the streams of profiles that may be seen here: of
 * other villages nothing is said.
 */
export async function readEvening(
  records: Records,
  { id: training, sessions }: TrainingOverview,
  { today, time, regions }: { today: Day; time: TimeOfDay; regions: ReadonlySet<string> },
): Promise<Evening> {
  const stream = trainingStream(training);
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  const roster = listRoster(await records.readShelf(stream, 'participant'));
  const begun = sessions.filter(
    ({ session }) =>
      session.notHeld === undefined && ['now', 'over'].includes(phaseOf(session, today, time)),
  );
  const sheets: {
    session: SessionOverview;
    marks: Map<string, RecordView>;
  }[] = [];
  for (const session of begun) {
    const views = await records.readShelf(stream, 'attendance', session.id);
    sheets.push({ session, marks: marksByParticipant(views) });
  }

  const absent = roster
    .map(entry => ({
      id: entry.id,
      participant: entry.participant,
      sessions: oftenAbsentFrom(
        sheets.map(({ session, marks }) => ({ session, mark: markOf(markViewOf(entry, marks)) })),
      ),
    }))
    .filter(person => person.sessions.length > 0)
    .sort((one, other) => other.sessions.length - one.sessions.length);

  const lists = await readTrainingChecklists(records, training);
  const begunIds = new Set(begun.map(({ id }) => id));
  const villages = new Set(roster.flatMap(({ participant: { village } }) => village ?? []));
  const libraries: OpenLibrary[] = [];
  for (const village of [...villages].sort()) {
    const region = regionStream(regencyOfVillage(village));
    if (!regions.has(region)) continue;
    const open = openIn(village, await records.readRecord(region, 'library', village), today);
    if (open) libraries.push(open);
  }
  return {
    unfinished: begun.filter(({ summary }) => summary.missing > 0),
    absent,
    differences: sheets
      .map(({ session, marks }) => ({
        session,
        count: roster.filter(entry => markDifferences(entry, marks, nobody).length > 0).length,
      }))
      .filter(({ count }) => count > 0),
    unsigned: await readUnsigned(
      records,
      stream,
      roster,
      sheets.map(({ session: { session }, marks }) => ({ day: session.day, marks })),
    ),
    checklists: [
      ...lists.lists
        .filter(({ due }) => due !== undefined && due <= today)
        .map(list => ({ list, session: undefined })),
      ...lists.sessions
        .filter(({ id }) => begunIds.has(id))
        .flatMap(({ session, lists: ofSession }) => ofSession.map(list => ({ list, session }))),
    ].filter(({ list }) => !list.progress.isComplete),
    libraries,
  };
}

function openIn(
  village: string,
  view: RecordView | undefined,
  today: Day,
): OpenLibrary | undefined {
  const answers = { ...valuesOf<Record<string, JsonValue>>(view), kode_wilayah: village };
  const progress = progressOf(libraryProfile, libraryRules, answers, today);
  const said = answers as Record<string, JsonValue>;
  const hasPhoto = photos.some(key => said[key] !== undefined && said[key] !== null);
  if (progress.isComplete && hasPhoto) return undefined;
  const name = said['nama_perpustakaan'];
  return {
    village,
    name: typeof name === 'string' ? name : undefined,
    answered: progress.requiredAnswered,
    total: progress.requiredTotal,
    hasPhoto,
  };
}
