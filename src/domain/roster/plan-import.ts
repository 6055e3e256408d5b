import type { DoubleReason } from '../people/likely-doubles.ts';
import type { Participant } from '../records/participant.ts';
import {
  createPeopleFile,
  createPersonKeys,
  differIn,
  isSame,
  type PersonKeys,
} from './people-file.ts';
import type { RosterPerson, RosterRow } from './read-rows.ts';
import type { RowNote } from './row-note.ts';

/** Somebody who is in the training already. */
export interface PersonHere extends Participant {
  id: string;
}

/** Fields of somebody that a list says otherwise. */
export type PersonChanges = Partial<RosterPerson>;

/** Who may be the same, and why. */
export interface LikelySame {
  /** The record of somebody who is there already; undefined for another row of the same list. */
  id?: string;
  /** The other row, for one of the same list. */
  row?: number;
  name: string;
  /** `removed`: exactly this person was taken off the roster before. */
  because: DoubleReason | 'removed';
  /** What the list would change if it is the same. */
  changes: PersonChanges;
}

/** What is going to happen with one row. */
export type PlannedRow = RosterRow &
  (
    | { is: 'new' }
    /** `was` is what stood there. */
    | { is: 'update'; id: string; changes: PersonChanges; was: PersonChanges }
    | { is: 'same'; id: string }
    | { is: 'ask'; likely: LikelySame }
  );

/** What an import comes to, before anybody decided anything. */
export interface ImportPlan {
  rows: readonly PlannedRow[];
  /** Rows of somebody who stands in an earlier one. */
  repeated: readonly RowNote[];
}

/**
 * Compares the people of a list, row by row, with those who are there and with the rows before. Who is
 * surely there is brought up to date, who is only likely there is asked about; what is not said is left.
 */
export function createPlanner(here: readonly PersonHere[]) {
  const present = createPeopleFile<PersonHere>();
  const removed = createPeopleFile<PersonHere>();
  const before = createPeopleFile<RosterPerson>();
  const rowOf = new Map<RosterPerson, number>();
  const keysOf = createPersonKeys();
  for (const person of here) (person.deleted ? removed : present).add(person, keysOf(person));
  const taken = new Set<string>();
  const rows: PlannedRow[] = [];
  const repeated: RowNote[] = [];

  return {
    /** Plans one more row. */
    add(row: RosterRow): void {
      const { person } = row;
      const keys = keysOf(person);
      const [above] = before.find(person, keys);
      if (above?.isSure && !isContradicted(person, above.person)) {
        const first = String(rowOf.get(above.person));
        repeated.push({ code: 'repeated', row: row.row, said: person.name, taken: first });
        return;
      }
      rows.push(planRow(row, keys, above));
      before.add(person, keys);
      rowOf.set(person, row.row);
    },
    /** What it comes to so far. */
    plan: (): ImportPlan => ({ rows, repeated }),
  };

  function planRow(
    row: RosterRow,
    keys: PersonKeys,
    above: { person: RosterPerson; because: DoubleReason } | undefined,
  ): PlannedRow {
    const { person } = row;
    const [likely] = present.find(person, keys).filter(found => !taken.has(found.person.id));
    if (likely?.isSure) {
      const { person: other } = likely;
      taken.add(other.id);
      const changes = differences(person, other);
      if (Object.keys(changes).length === 0) return { ...row, is: 'same', id: other.id };
      return { ...row, is: 'update', id: other.id, changes, was: pick(other, changes) };
    }
    if (likely) return askWhether(row, likely.person, likely.because);
    const gone = removed.find(person, keys).find(({ isSure }) => isSure);
    if (gone) return askWhether(row, gone.person, 'removed');
    if (!above) return { ...row, is: 'new' };
    const { name } = above.person;
    const other = rowOf.get(above.person) ?? 0;
    return { ...row, is: 'ask', likely: { row: other, name, because: above.because, changes: {} } };
  }
}

function askWhether(row: RosterRow, other: PersonHere, because: LikelySame['because']): PlannedRow {
  const { id, name = '' } = other;
  const changes = differences(row.person, other);
  return { ...row, is: 'ask', likely: { id, name, because, changes } };
}

/** True if two who are called the same are likely two all the same: the telephone or the gender says so. */
function isContradicted(one: Participant, other: Participant): boolean {
  if (isSame('nip', one, other)) return false;
  const { gender } = one;
  const isOther = gender !== undefined && other.gender !== undefined && gender !== other.gender;
  return isOther || differIn('phone', one, other);
}

/** What the list says otherwise than the record. How a number is spaced does not count. */
function differences(person: RosterPerson, other: Participant): PersonChanges {
  const changes: PersonChanges = {};
  for (const field of Object.keys(person) as (keyof RosterPerson)[]) {
    if (person[field] === other[field]) continue;
    if ((field === 'nip' || field === 'phone') && isSame(field, person, other)) continue;
    // Whose village is known needs no regency.
    if (field === 'regency' && other.village !== undefined) continue;
    Object.assign(changes, { [field]: person[field] });
  }
  return changes;
}

function pick(person: Participant, changes: PersonChanges): PersonChanges {
  const was: PersonChanges = {};
  for (const field of Object.keys(changes) as (keyof RosterPerson)[]) {
    if (person[field] !== undefined) Object.assign(was, { [field]: person[field] });
  }
  return was;
}
