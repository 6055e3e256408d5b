import { picturesIn } from '../../domain/records/kind.ts';
import { programmeStream } from '../../domain/stream.ts';
import { rangesOf } from '../../protocol/receipt.ts';
import type { Ranges } from '../../protocol/messages.ts';
import { toBatches } from './lines.ts';
import { readShortKey, type ShortKey } from './operations.ts';
import { openShelves, partOf } from './shelves.ts';
import { createSqlReader } from './sql-reader.ts';
import { places, rowsText, type Column, type Sql } from './sql.ts';
import type { StoredOperation, StoreTransaction } from './store.ts';
import { apartColumns, toApart } from './tables.ts';

const text = (name: string): Column => [name, 'text'];
const number = (name: string): Column => [name, 'bigint'];

const counterColumns = [text('id'), number('counter')];
const admittedColumns = [text('stream'), number('short'), number('seq')];
const memberColumns = [text('person'), text('stream'), text('key'), number('seq')];
const touchedColumns = [text('stream'), text('kind'), text('part'), number('seq')];
const pictureColumns = [text('stream'), text('sha256'), text('kind'), text('record')];
const settledColumns = [
  text('device'),
  text('key'),
  text('stream'),
  text('verdict'),
  text('code'),
  number('seq'),
  number('stamp'),
];
const decisionColumns = [
  text('device'),
  text('key'),
  text('stream'),
  text('outcome'),
  text('note'),
];

/** The statements of the writing half, in the database's own words. */
function statementsFor({ engine }: Sql) {
  const insert = (table: string, columns: readonly Column[]) => {
    const names = columns.map(([name]) => name).join(', ');
    return `insert into ${table} (${names}) select ${names} from ${engine.rowsOf(columns)} as r
      where true on conflict do nothing`;
  };
  return {
    newStreams: insert('stream', counterColumns),
    lockStreams: `select stream.id, stream.counter from stream
      where stream.id in (select w.id from ${engine.rowsOf(counterColumns)} as w)
      order by stream.id ${engine.forUpdate}`,
    holdProgramme: `select id from stream where id = '${programmeStream}' ${engine.forShare}`,
    counters: `update stream set counter = c.counter
      from ${engine.rowsOf(counterColumns)} as c where stream.id = c.id`,
    batch: `insert into batch (stream, seq, last, device, body) values (${places(5)})`,
    admitted: insert('admitted', admittedColumns),
    touched: insert('shelf_batch', touchedColumns),
    member: insert('member_operation', memberColumns),
    picture: insert('picture_name', pictureColumns),
    apart: insert('apart', apartColumns),
    settled: `update apart set verdict = r.verdict, code = r.code, seq = r.seq, stamp = r.stamp
      from ${engine.rowsOf(settledColumns)} as r
      where apart.device = r.device and apart.key = r.key and apart.stream = r.stream`,
    decided: `update apart set outcome = d.outcome, note = d.note
      from ${engine.rowsOf(decisionColumns)} as d
      where apart.device = d.device and apart.key = d.key and apart.stream = d.stream
        and apart.seq is null`,
    newHeld: `insert into held (device, ranges) values (?, '[]') on conflict do nothing`,
    lockHeld: `select ranges from held where device = ? ${engine.forUpdate}`,
    held: `update held set ranges = ? where device = ?`,
    report: `insert into device (id, name, report, last_seen_at)
      select ${engine.given}, d.name, ${engine.given}, ${engine.givenNumber} from device as d where d.id = ?
      on conflict (id) do update set report = excluded.report, last_seen_at = excluded.last_seen_at`,
    epoch: `update meta set value = ? where name = 'epoch'`,
    invitation: `insert into invitation
      (code_hash, admits, role, person, guests, created_at, expires_at, invited_by)
      values (${places(8)})`,
    device: `insert into device (id, name) values (?, ?)
      on conflict (id) do update set name = excluded.name`,
    enrolment: `insert into enrolment
      (device, person, name, role, code_hash, enrolled_at) values (${places(6)})`,
  };
}

/** Both halves of the contract within one transaction. */
export function createSqlTransaction(sql: Sql): StoreTransaction {
  const { engine } = sql;
  const say = statementsFor(sql);
  const shelves = openShelves(sql, { isHeld: true });
  let short: Promise<ShortKey> | undefined;
  const shorten = () => (short ??= readShortKey(sql));

  async function insertRows(statement: string, rows: readonly (readonly unknown[])[]) {
    if (rows.length > 0) await sql.all(statement, rowsText(rows));
  }

  async function addHeld(device: string, more: Ranges): Promise<void> {
    await sql.all(say.newHeld, device);
    const [row] = await sql.all<{ ranges: string }>(say.lockHeld, device);
    const before = JSON.parse(row?.ranges ?? '[]') as Ranges;
    await sql.all(say.held, JSON.stringify(joined([...before, ...more])), device);
  }

  /** In one order for all, so that two transactions never wait for each other. */
  async function noteHeld(operations: readonly StoredOperation[]): Promise<void> {
    const countersOf = new Map<string, number[]>();
    for (const { device, n } of operations.filter(it => it.n > 0)) {
      const counters = countersOf.get(device);
      if (counters) counters.push(n);
      else countersOf.set(device, [n]);
    }
    for (const device of [...countersOf.keys()].sort())
      await addHeld(device, rangesOf(countersOf.get(device) ?? []));
  }

  async function saveAdmitted(operations: readonly StoredOperation[]): Promise<void> {
    const touched = new Map<string, unknown[]>();
    const batches = toBatches(operations);
    const batchOf = new Map<string, number>();
    for (const { stream, seq, last, device, body } of batches) {
      await sql.all(say.batch, stream, seq, last, device, body);
      for (let at = seq; at <= last; at += 1) batchOf.set(`${stream} ${at}`, seq);
    }
    for (const { stream, kind, record, seq } of operations) {
      const batch = batchOf.get(`${stream} ${seq}`);
      const part = partOf(kind, record);
      touched.set(`${stream}|${kind}|${part}|${batch}`, [stream, kind, part, batch]);
    }
    await insertRows(say.touched, [...touched.values()]);
    const inShort = await shorten();
    const shortened = operations.map(({ stream, key, seq }): [string, number, number | null] => [
      stream,
      inShort(key),
      seq,
    ]);
    // In the order of the index: each of its pages is then touched once.
    shortened.sort(([one, a], [other, b]) => (one < other ? -1 : one > other ? 1 : a - b));
    await insertRows(say.admitted, shortened);
    const members = operations.filter(({ kind }) => kind === 'member');
    await insertRows(
      say.member,
      members.map(({ record, stream, key, seq }) => [record, stream, key, seq]),
    );
  }

  return {
    ...createSqlReader(sql, { shelves, shorten }),
    async lockStreams(streams) {
      const rows = [...new Set(streams)].sort().map(id => [id, 0]);
      if (rows.length === 0) return new Map();
      const wanted = rowsText(rows);
      // Whoever means to change the programme takes it below, and not twice.
      if (engine.forShare !== '' && !streams.includes(programmeStream))
        await sql.all(say.holdProgramme);
      await sql.all(say.newStreams, wanted);
      const locked = await sql.all<{ id: string; counter: number }>(say.lockStreams, wanted);
      return new Map(locked.map(({ id, counter }) => [id, counter]));
    },
    saveCounters: counters => insertRows(say.counters, [...counters]),
    async saveOperations({ added, settled }) {
      const admitted = [...added, ...settled].filter(({ seq }) => seq !== null);
      await saveAdmitted(admitted.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)));
      await insertRows(say.apart, added.filter(({ seq }) => seq === null).map(toApart));
      await insertRows(
        say.settled,
        settled.map(it => [it.device, it.key, it.stream, it.verdict, it.code, it.seq, it.stamp]),
      );
      await noteHeld(added);
      await insertRows(say.picture, added.flatMap(picturesNamed));
    },
    decideApart: decisions =>
      insertRows(
        say.decided,
        decisions.map(it => [it.device, it.key, it.stream, it.outcome, it.note]),
      ),
    async noteGone(device, gone) {
      if (gone.length > 0) await addHeld(device, gone);
    },
    async saveReport(device, report, at, like = device) {
      await sql.all(say.report, device, report, at, like);
    },
    async setEpoch(epoch) {
      await sql.all(say.epoch, epoch);
    },
    saveRecords: records => shelves.save(records),
    async insertInvitation({ codeHash, admits, role, person, guests, ...rest }) {
      const texts = [codeHash, admits, role, person, JSON.stringify(guests)];
      const { createdAt, expiresAt, invitedBy = null } = rest;
      await sql.all(say.invitation, ...texts, createdAt, expiresAt, invitedBy);
    },
    async insertEnrolment({ device, person, name, role, codeHash, enrolledAt }, deviceName) {
      await sql.all(say.device, device, deviceName);
      await sql.all(say.enrolment, device, person, name, role, codeHash, enrolledAt);
    },
  };
}

/** Whatever names a picture keeps its bytes from being swept: the refused and the opaque too. */
function picturesNamed({ stream, kind, record, body }: StoredOperation): unknown[][] {
  if (!body.includes('"sha256"')) return [];
  return picturesIn(JSON.parse(body)).map(({ sha256 }) => [stream, sha256, kind, record]);
}

function joined(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  const result: Ranges = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
