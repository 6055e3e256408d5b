import type { Participant } from '../records/participant.ts';
import { cellLine, type Cell, type Rows } from './cell.ts';
import { columnOf, type Column } from './column.ts';
import type { Layout } from './guess-layout.ts';
import type { MatchedPlace } from './match-place.ts';
import { isCountOfColumns } from './is-count-of-columns.ts';
import { readGender } from './read-gender.ts';
import { readLine, readName, readNip, readPhone, type ReadValue } from './read-values.ts';
import type { RowNote } from './row-note.ts';
import { villageInName, type SaidPlace } from './said-place.ts';

/** What a list says of somebody. */
export type RosterPerson = Pick<
  Participant,
  'name' | 'nip' | 'gender' | 'position' | 'institution' | 'village' | 'regency' | 'phone'
> & { name: string };

/** One row with somebody in it. */
export interface RosterRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  row: number;
  person: RosterPerson;
  notes: readonly RowNote[];
}

/** What a row comes to: somebody, or why not; nothing for one that is empty or heads others. */
export type ReadRow = RosterRow | { leftOut: RowNote } | undefined;

/** What somebody can be told by. */
const telling: ReadonlySet<Column> = new Set<Column>([
  'name',
  'nip',
  'gender',
  'position',
  'institution',
  'village',
  'district',
  'regency',
  'phone',
]);

/**
 * Reads a sheet row by row, from the top; to be called for each row in order, since a line such as
 * "Kabupaten Sukamara" holds for the people below it.
 */
export function createRowReader(
  rows: Rows,
  { header, columns }: Layout,
  matchPlace: (said: SaidPlace) => MatchedPlace,
): (at: number) => ReadRow {
  const places = new Map<Column, number>();
  columns.forEach((column, at) => {
    if (column !== 'ignored' && !places.has(column)) places.set(column, at);
  });
  const tellingColumns = [...places.keys()].filter(column => telling.has(column));
  let above: SaidPlace = {};

  return at => {
    const cells = rows[at];
    if (!cells || at <= header) return undefined;
    const line = cells.map(cellLine);
    let filled = 0;
    for (const text of line) if (text !== '') filled += 1;
    if (filled === 0) return undefined;
    const section = filled > 2 ? undefined : sectionOf(line.filter(text => text !== ''));
    if (section) {
      above = { ...(section.regency === undefined && above), ...section };
      return undefined;
    }
    const row: OneRow = {
      number: at + 1,
      cell: column => cells[places.get(column) ?? -1],
      line: column => line[places.get(column) ?? -1] ?? '',
      notes: [],
    };
    const named = row.line('name');
    if (isHeadingAgain(named) || isCountOfColumns(line)) return undefined;
    const name = readName(row.cell('name'));
    if (name.value === undefined) {
      const [first, second] = tellingColumns.filter(column => row.line(column) !== '');
      if (first === undefined || second === undefined) return undefined;
      return { leftOut: { code: 'no-name', row: row.number, said: row.line(first) } };
    }
    const isAlone = filled === 1 || (filled < 4 && isOnlyTold(row));
    if (tellingColumns.length >= 3 && isAlone && row.line('number') === '')
      return { leftOut: { code: 'not-a-person', row: row.number, said: named } };
    return readPerson(row, { ...name, value: name.value });
  };

  /** True if of all that may be told of somebody only one thing is. */
  function isOnlyTold({ line }: OneRow): boolean {
    return tellingColumns.filter(column => line(column) !== '').length === 1;
  }

  function readPerson(row: OneRow, name: ReadValue & { value: string; nip?: string }): RosterRow {
    const take = (column: Column, { value, odd }: ReadValue): string | undefined => {
      if (odd) row.notes.push({ code: odd, row: row.number, said: row.line(column) });
      return value;
    };
    const person: RosterPerson = { name: take('name', name) ?? name.value };
    const nip = take('nip', readNip(row.cell('nip'))) ?? name.nip;
    const gender = genderIn(row);
    const position = take('position', readLine(row.line('position')));
    const institution = take('institution', readLine(row.line('institution')));
    const { village, regency } = placeIn(row, institution);
    const phone = take('phone', readPhone(row.cell('phone')));
    if (nip !== undefined) person.nip = nip;
    if (gender !== undefined) person.gender = gender;
    if (position !== undefined) person.position = position;
    if (institution !== undefined) person.institution = institution;
    if (village !== undefined) person.village = village;
    if (regency !== undefined) person.regency = regency;
    if (phone !== undefined) person.phone = phone;
    return { row: row.number, person, notes: row.notes };
  }

  function placeIn(
    row: OneRow,
    institution: string | undefined,
  ): Pick<MatchedPlace, 'village' | 'regency'> {
    const said = (column: Column) => readLine(row.line(column)).value;
    const around = {
      district: said('district') ?? above.district,
      regency: said('regency') ?? above.regency,
    };
    const village = said('village');
    const { odd, ...found } = matchPlace({ village, ...around });
    if (odd) row.notes.push({ ...odd, row: row.number });
    if (village !== undefined || institution === undefined || found.village !== undefined)
      return found;
    // Nobody asked for a village; one in the institution's name is taken if it cannot be another.
    const inName = villageInName(institution);
    const named = inName === undefined ? undefined : matchPlace({ village: inName, ...around });
    return named?.village !== undefined && !named.odd ? { village: named.village } : found;
  }
}

/** A row while it is read: what stands in a column, as it is and as a line, and what is odd so far. */
interface OneRow {
  number: number;
  cell: (column: Column) => Cell | undefined;
  line: (column: Column) => string;
  notes: RowNote[];
}

function genderIn({ line, notes, number: row }: OneRow): 'L' | 'P' | undefined {
  const [male, female] = [line('male'), line('female')];
  if (male !== '' && female !== '') {
    notes.push({ code: 'gender-odd', row, said: `${male}, ${female}` });
    return undefined;
  }
  if (male !== '' || female !== '') return male === '' ? 'P' : 'L';
  const { value: said } = readLine(line('gender'));
  if (said === undefined) return undefined;
  const gender = readGender(said);
  if (!gender) notes.push({ code: 'gender-odd', row, said });
  return gender;
}

/** A line that heads the people of one place, and says nothing else. */
function sectionOf(texts: readonly string[]): SaidPlace | undefined {
  const line = texts.join(' ').replace(/^[A-Z]{1,4}\s*[.)]?\s+(?=\p{L})/u, '');
  if (line.length > 60) return undefined;
  if (/^(kab|kabupaten|kota)\b\.?\s*:?\s*\p{L}/iu.test(line)) return { regency: line };
  if (/^(kec|kecamatan)\b\.?\s*:?\s*\p{L}/iu.test(line)) return { district: line };
  return undefined;
}

/** The headings once more, as on every printed page. */
const isHeadingAgain = (name: string) =>
  name.length < 20 && /^nama/i.test(name) && columnOf(name) === 'name';
