import { attendanceId } from '../../../domain/ids.ts';
import type { AttendanceMark } from '../../../domain/records/attendance.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { regionStream, trainingStream } from '../../../domain/stream.ts';
import { regencyOfVillage } from '../../../domain/territory.ts';
import {
  disputedFields,
  isDeletedView,
  type Change,
  type Records,
  type RecordView,
} from '../../data/record-view.ts';
import { markChanges } from '../../parts/people/mark-changes.ts';
import { markDifferences } from '../../parts/people/mark-differences.ts';
import { listRoster, marksByParticipant, type RosterEntry } from '../../parts/roster.ts';

/** One thing that somebody said of a field, where others said another. */
export interface Side {
  /** The operation that says so. */
  operation: string;
  value: JsonValue;
  by: string;
  /** When it was recorded, ms. */
  at: number;
}

/** A field of a record on which people disagree. */
export interface OpenDifference {
  stream: string;
  kind: string;
  id: string;
  field: string;
  /** The one that is shown meanwhile comes first; at least two. */
  sides: readonly Side[];
  /** The edits that settle it. */
  settle: (value: JsonValue) => readonly Change[];
}

/** Kinds of a training's stream on which people may disagree, but for attendance; in the order of the page. */
const kinds = [
  'training',
  'session',
  'participant',
  'checklist',
  'checklistItem',
  'signature',
  'member',
];

/** Kinds of the villages' streams. */
const villageKinds = ['library', 'advocacy', 'followUp', 'visit'];

/**
 * Every difference of a training and of the profiles its participants come from, as this device knows them.
 * `regions` are the streams that may be seen here.
 */
export async function readDifferences(
  records: Records,
  training: string,
  regions: ReadonlySet<string>,
): Promise<OpenDifference[]> {
  const stream = trainingStream(training);
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  const participants = await records.readShelf(stream, 'participant');
  const roster = listRoster(participants);
  const found = differingMarks(stream, roster, await records.readShelf(stream, 'attendance'));
  for (const kind of kinds) {
    const views = kind === 'participant' ? participants : await records.readShelf(stream, kind);
    found.push(...views.flatMap(differingFields));
  }
  const villages = new Set(roster.flatMap(({ participant: { village } }) => village ?? []));
  for (const village of [...villages].sort()) {
    const region = regionStream(regencyOfVillage(village));
    if (!regions.has(region)) continue;
    for (const kind of villageKinds) {
      const views =
        kind === 'library'
          ? [await records.readRecord(region, kind, village)]
          : await records.readShelf(region, kind, village);
      found.push(...views.flatMap(view => (view ? differingFields(view) : [])));
    }
  }
  return found;
}

/** Marks and notes, person by person: of somebody entered twice, both records speak. */
function differingMarks(
  stream: string,
  roster: readonly RosterEntry[],
  views: readonly RecordView[],
): OpenDifference[] {
  const bySession = new Map<string, RecordView[]>();
  for (const view of views) {
    const session = view.r.slice(0, view.r.indexOf(':'));
    const sheet = bySession.get(session);
    if (sheet) sheet.push(view);
    else bySession.set(session, [view]);
  }
  return [...bySession].flatMap(([session, sheet]) => {
    const marks = marksByParticipant(sheet);
    return roster.flatMap(entry => {
      const heads = markDifferences(entry, marks, by => by);
      if (heads.length === 0) return [];
      return {
        stream,
        kind: 'attendance',
        id: attendanceId(session, entry.id),
        field: 'mark',
        sides: heads.map(({ operation, mark, author = '', at }) => ({
          operation,
          value: mark as JsonValue,
          by: author,
          at,
        })),
        settle: value =>
          markChanges(stream, session, entry, { mark: value as AttendanceMark | null }, marks),
      };
    });
  });
}

function differingFields(view: RecordView): OpenDifference[] {
  const { stream, t: kind, r: id } = view;
  const fields = isDeletedView(view) ? [] : disputedFields(view);
  return fields.map(field => ({
    stream,
    kind,
    id,
    field,
    sides: (view.state[field]?.h ?? []).map(({ o, v, by, s }) => ({
      operation: o,
      value: v,
      by,
      at: s,
    })),
    settle: value => [{ stream, t: kind, r: id, fields: { [field]: value }, seen: view }],
  }));
}
