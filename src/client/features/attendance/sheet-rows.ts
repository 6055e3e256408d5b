import type { Attendance, AttendanceMark } from '../../../domain/records/attendance.ts';
import { searchText } from '../../../domain/search-text.ts';
import type { Territory } from '../../../domain/territory.ts';
import { valuesOf, type Delivery, type RecordView } from '../../data/record-view.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Difference } from '../../parts/DifferenceLine.tsx';
import { joinedNote, markDifferences } from '../../parts/people/mark-differences.ts';
import { placeWords } from '../../parts/place.ts';
import { markViewOf, type RosterEntry } from '../../parts/roster.ts';

/** What is known of a person before any mark: made once, for it costs more than a mark may. */
export interface SheetPerson {
  id: string;
  entry: RosterEntry;
  name: string;
  place: string;
  /** Name and place as `searchText`. */
  searchable: string;
}

/** One line of the sheet. */
export interface SheetRow {
  person: SheetPerson;
  mark: AttendanceMark | null;
  note: string;
  /** False for somebody who came in later than this session, and was not waited for. */
  isExpected: boolean;
  /** The id of the record that holds this line; undefined while there is none. */
  record: string | undefined;
  /** How far this line has come; `saving` until the device has it for good; undefined if it says nothing. */
  delivery: 'saving' | Delivery | undefined;
  /** Empty unless people really disagree. */
  differences: readonly Difference[];
}

/** Fields of an attendance record as they are written; `null` takes a value back. */
export interface MarkEdit {
  mark?: AttendanceMark | null;
  note?: string | null;
}

/**
 * The people of a sheet, by name. Those who are as they were in `before`, which was made with the same words
 * and places, are the same objects: when one more comes, nobody else is drawn again.
 */
export function listPeople(
  t: Translate,
  roster: readonly RosterEntry[],
  territory: Territory | undefined,
  before: readonly SheetPerson[] = [],
): SheetPerson[] {
  const earlier = new Map(before.map(person => [person.id, person]));
  return roster
    .map(entry => {
      const known = earlier.get(entry.id);
      if (known && isSameEntry(known.entry, entry)) return known;
      const name = entry.participant.name ?? t('all.person.unnamed');
      const place = placeWords(t, entry.participant, territory);
      return { id: entry.id, entry, name, place, searchable: searchText(`${name} ${place}`) };
    })
    .sort((a, b) => compare(a.searchable, b.searchable) || compare(a.id, b.id));
}

/** True if both are the same records and say the same of where somebody comes from. */
function isSameEntry(one: RosterEntry, other: RosterEntry): boolean {
  return (
    one.ids.length === other.ids.length &&
    one.ids.every((id, at) => id === other.ids[at]) &&
    shownFacts.every(fact => one.participant[fact] === other.participant[fact])
  );
}

/** What a line, and the search for doubles among lines, read of a participant. */
const shownFacts = ['name', 'institution', 'village', 'regency', 'nip', 'phone', 'gender'] as const;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface SheetSources {
  people: readonly SheetPerson[];
  marks: ReadonlyMap<string, RecordView>;
  /** What was tapped and is not on the records yet. */
  unsaved: ReadonlyMap<string, MarkEdit>;
  nameOf: (person: string) => string | undefined;
  isExpected: (person: SheetPerson) => boolean;
}

/**
 * The sheet as it is to be shown. Lines that look as they did in `before` are the same objects, so that
 * they need not be drawn again; if all do, so is the list.
 */
export function buildRows(sources: SheetSources, before: readonly SheetRow[]): readonly SheetRow[] {
  const { people, marks, unsaved, nameOf, isExpected } = sources;
  const earlierRows = new Map(before.map(row => [row.person.id, row]));
  const rows = people.map(person => {
    const view = markViewOf(person.entry, marks);
    const values = valuesOf<Attendance>(view);
    const edit = unsaved.get(person.id);
    const mark = edit?.mark === undefined ? (values.mark ?? null) : edit.mark;
    const note = edit?.note === undefined ? joinedNote(person.entry, marks) : (edit.note ?? '');
    const row: SheetRow = {
      person,
      mark,
      note,
      isExpected: isExpected(person),
      record: view?.r,
      delivery: edit ? 'saving' : view && hasContent(view) ? view.delivery : undefined,
      differences:
        edit?.mark === undefined ? markDifferences(person.entry, marks, nameOf) : noDifferences,
    };
    const earlier = earlierRows.get(person.id);
    return earlier && isSameRow(row, earlier) ? earlier : row;
  });
  const isSame = rows.length === before.length && rows.every((row, at) => row === before[at]);
  return isSame ? before : rows;
}

const noDifferences: readonly Difference[] = [];

/** True if both lines look the same. */
function isSameRow(one: SheetRow, other: SheetRow): boolean {
  return (
    one.person === other.person &&
    one.note === other.note &&
    one.isExpected === other.isExpected &&
    one.record === other.record &&
    one.delivery === other.delivery &&
    isSameMark(one.mark, other.mark) &&
    one.differences.length === other.differences.length &&
    one.differences.every((difference, at) => isSameDifference(difference, other.differences[at]))
  );
}

/** True if both say the same, minutes included. */
export function isSameMark(one: AttendanceMark | null, other: AttendanceMark | null): boolean {
  if (one === other) return true;
  return one?.status === other?.status && minutesOf(one) === minutesOf(other);
}

const minutesOf = (mark: AttendanceMark | null) =>
  mark?.status === 'terlambat' ? mark.minutes : undefined;

function isSameDifference(one: Difference, other: Difference | undefined): boolean {
  return one.operation === other?.operation && one.author === other.author;
}

/** A record whose fields were all taken back says nothing, and nothing is to be said of its delivery. */
function hasContent(view: RecordView): boolean {
  return view.delivery !== 'home' || Object.values(view.state).some(field => field.h[0]?.v != null);
}
