import { kindNamed } from '../../domain/records/kinds.ts';
import { places, rowsText, type Column, type Sql } from './sql.ts';
import type { RecordKey, StoredRecord } from './store.ts';

/** Most records in one row, and most characters unless a single record has more. */
const mostPerRow = 64;
const mostLength = 48_000;

/**
 * Records lie in shelves: those that are read together share a row, because a database pays by the row. A
 * long shelf is several rows, each holding the ids from its `start` to the next row's.
 */
interface ShelfRow {
  stream: string;
  kind: string;
  part: string;
  start: string;
  /** The newest and the oldest counter of its records. */
  seq: number;
  low: number;
  /** A line for each record: id, counter, village and state, parted by tabs, which JSON never holds raw. */
  body: string;
}

/** A row taken apart. */
interface OpenRow extends Omit<ShelfRow, 'body' | 'low' | 'seq'> {
  records: Map<string, Line>;
  isChanged: boolean;
}

interface Line {
  seq: number;
  village: string | null;
  state: string;
}

/**
 * The shelf of a record within its stream and kind: what it shares with those it is read with. Part of the
 * layout: what this gives for a record must never change. A person's rights are looked up by person, in
 * every stream, so each has a shelf of their own.
 */
export function partOf(kind: string, record: string): string {
  return kind === 'member' ? record : (kindNamed(kind)?.parentOf(record) ?? '');
}

const keyColumns: readonly Column[] = [
  ['stream', 'text'],
  ['kind', 'text'],
  ['part', 'text'],
  ['record', 'text'],
];

const columns = 'stream, kind, part, start, seq, low, body';

const changedRows = `select ${columns} from shelf where stream = ? and seq > ? and low <= ?`;
const replaceRow = `insert into shelf (${columns}) values (${places(7)})
  on conflict (stream, kind, part, start) do update
  set seq = excluded.seq, low = excluded.low, body = excluded.body`;

/** Records changed after `from` and not after `to`, by counter. */
export async function readChangesOf(
  sql: Sql,
  range: { stream: string; village?: string | undefined; from: number; to: number },
): Promise<StoredRecord[]> {
  const { stream, village, from, to } = range;
  const changed: StoredRecord[] = [];
  for (const { kind, body } of await sql.all<ShelfRow>(changedRows, stream, from, to)) {
    for (const [record, line] of linesIn(body)) {
      const isInRange = line.seq > from && line.seq <= to;
      if (isInRange && (village === undefined || line.village === village))
        changed.push({ stream, kind, record, ...line });
    }
  }
  return changed.sort((one, other) => one.seq - other.seq);
}

/** Shelves as one reader or one transaction sees them. */
export interface Shelves {
  find: (keys: readonly RecordKey[]) => Promise<StoredRecord[]>;
  /** Puts records in their places and writes the rows that changed. */
  save: (records: readonly StoredRecord[]) => Promise<void>;
}

/**
 * Opens the shelves. With `isHeld`, what was read is kept: the caller holds the streams against everybody
 * else, and a batch that looks records up goes on to replace them.
 */
export function openShelves(sql: Sql, { isHeld }: { isHeld: boolean }): Shelves {
  const { engine } = sql;
  // For each record the row in which it lies, or would: that with the greatest start not above its id.
  const rowsOfRecords = `select ${columns
    .split(', ')
    .map(name => `s.${name}`)
    .join(', ')} from (
      select distinct k.stream, k.kind, k.part, (
        select max(t.start) from shelf as t where t.stream = k.stream and t.kind = k.kind
          and t.part = k.part and t.start <= k.record
      ) as start from ${engine.rowsOf(keyColumns)} as k
    ) as w join shelf as s
    on s.stream = w.stream and s.kind = w.kind and s.part = w.part and s.start = w.start`;
  const held = new Map<string, OpenRow[]>();
  const asked = new Set<string>();

  async function load(keys: readonly RecordKey[]): Promise<Map<string, OpenRow[]>> {
    const rows = isHeld ? held : new Map<string, OpenRow[]>();
    const wanted: string[][] = [];
    for (const { stream, kind, record } of keys) {
      const place = `${stream}|${kind}|${record}`;
      if (asked.has(place)) continue;
      if (isHeld) asked.add(place);
      wanted.push([stream, kind, partOf(kind, record), record]);
    }
    if (wanted.length === 0) return rows;
    for (const row of await sql.all<ShelfRow>(rowsOfRecords, rowsText(wanted))) {
      const shelf = `${row.stream}|${row.kind}|${row.part}`;
      const open = rows.get(shelf) ?? [];
      if (open.some(({ start }) => start === row.start)) continue;
      const { stream, kind, part, start } = row;
      open.push({
        stream,
        kind,
        part,
        start,
        records: new Map(linesIn(row.body)),
        isChanged: false,
      });
      open.sort((one, other) => (one.start < other.start ? -1 : 1));
      rows.set(shelf, open);
    }
    return rows;
  }

  return {
    async find(keys) {
      if (keys.length === 0) return [];
      const rows = await load(keys);
      const found: StoredRecord[] = [];
      for (const { stream, kind, record } of keys) {
        const row = rowOf(rows, { stream, kind, record });
        const line = row?.records.get(record);
        if (row && line) found.push({ stream, kind, record, ...line });
      }
      return found;
    },

    async save(records) {
      if (records.length === 0) return;
      const rows = await load(records);
      for (const record of records) put(rows, record);
      for (const open of rows.values()) {
        for (const row of open.filter(({ isChanged }) => isChanged)) {
          const parts = split(row);
          // What was split off is a row of its own from now on.
          if (parts.length > 1) open.splice(open.indexOf(row), 1, ...parts);
          for (const part of parts) {
            part.isChanged = false;
            const { stream, kind, part: name, start } = part;
            const { seq, low, body } = closed(part);
            await sql.all(replaceRow, stream, kind, name, start, seq, low, body);
          }
        }
      }
    },
  };
}

/** The row in which a record lies, or would; its shelf was loaded for it. */
function rowOf(
  rows: ReadonlyMap<string, OpenRow[]>,
  { stream, kind, record }: RecordKey,
): OpenRow | undefined {
  const open = rows.get(`${stream}|${kind}|${partOf(kind, record)}`);
  return open?.findLast(({ start }) => start <= record);
}

function put(rows: Map<string, OpenRow[]>, record: StoredRecord): void {
  const { stream, kind, seq, state, village } = record;
  const part = partOf(kind, record.record);
  const shelf = `${stream}|${kind}|${part}`;
  const open = rows.get(shelf) ?? [];
  rows.set(shelf, open);
  let row = open.findLast(({ start }) => start <= record.record);
  if (!row) {
    row = { stream, kind, part, start: '', records: new Map(), isChanged: true };
    open.unshift(row);
  }
  row.records.set(record.record, { seq, village, state });
  row.isChanged = true;
}

function split(row: OpenRow): OpenRow[] {
  const lines = [...row.records];
  const length = lines.reduce((sum, [, { state }]) => sum + state.length, 0);
  if (lines.length < 2 || (lines.length <= mostPerRow && length <= mostLength)) return [row];
  lines.sort(([one], [other]) => (one < other ? -1 : 1));
  const middle = lines.length >> 1;
  const halves = [lines.slice(0, middle), lines.slice(middle)].map((half, index): OpenRow => {
    const start = index === 0 ? row.start : (half[0]?.[0] ?? '');
    return { ...row, start, records: new Map(half), isChanged: true };
  });
  return halves.flatMap(split);
}

function closed({ records }: OpenRow): { seq: number; low: number; body: string } {
  const lines: string[] = [];
  let [newest, oldest] = [0, Infinity];
  for (const [record, { seq, village, state }] of records) {
    lines.push(`${record}\t${seq}\t${village ?? ''}\t${state}`);
    newest = Math.max(newest, seq);
    oldest = Math.min(oldest, seq);
  }
  return { seq: newest, low: oldest, body: lines.join('\n') };
}

function* linesIn(body: string): Generator<[string, Line]> {
  for (let from = 0; from < body.length;) {
    const found = body.indexOf('\n', from);
    const end = found < 0 ? body.length : found;
    const first = body.indexOf('\t', from);
    const second = body.indexOf('\t', first + 1);
    const third = body.indexOf('\t', second + 1);
    const seq = Number(body.slice(first + 1, second));
    const village = third > second + 1 ? body.slice(second + 1, third) : null;
    yield [body.slice(from, first), { seq, village, state: body.slice(third + 1, end) }];
    from = end + 1;
  }
}
