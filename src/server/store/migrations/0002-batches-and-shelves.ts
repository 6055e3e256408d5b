import { randomUUID } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';
import { createSqlTransaction } from '../sql-transaction.ts';
import { sqlOver, type Sql, type SqlEngine } from '../sql.ts';
import type { StoredOperation, StoredRecord } from '../store.ts';
import { fromApart, type ApartRow } from '../tables.ts';

/** Rows carried over at once. */
const helping = 1_000;

/**
 * Operations by the batch and records by the shelf: a database pays by the row, and both come and go in
 * bunches. Every table that grows is keyed by stream, or by device for what is looked up by an operation's
 * id, so that a database which is spread over several machines can spread them by that.
 */
export function batchesAndShelves(engine: SqlEngine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const sql = sqlOver(db, engine);
      for (const statement of newTables(engine)) await sql.all(statement);
      await sql.all(`insert into meta (name, value) values ('salt', ?)`, randomUUID());
      await carryOver(sql);
      await sql.all('drop table operation');
      await sql.all('drop table record');
      await sql.all('alter table device drop column revoked_at');
      await sql.all('alter table device add column last_seen_at bigint');
      await sql.all('alter table device add column report text');
    },
  };
}

function newTables({ keyText, noRowId }: SqlEngine): string[] {
  return [
    // What was admitted, in the order of counters; a body holds a run of operations.
    `create table batch (stream ${keyText} not null, seq bigint not null, last bigint not null,
      device ${keyText} not null, body text not null, primary key (stream, seq))`,
    `create index batch_by_device on batch (device, stream)`,
    // Which keys were admitted, shortened, and where they lie.
    `create table admitted (stream ${keyText} not null, short bigint not null,
      seq bigint not null, primary key (stream, short, seq))${noRowId}`,
    // Which batches have something about a shelf: its history.
    `create table shelf_batch (stream ${keyText} not null, kind ${keyText} not null,
      part ${keyText} not null, seq bigint not null, primary key (stream, kind, part, seq))${noRowId}`,
    // Records as they stand, many to a row.
    `create table shelf (stream ${keyText} not null, kind ${keyText} not null,
      part ${keyText} not null, start ${keyText} not null, seq bigint not null, low bigint not null,
      body text not null, primary key (stream, kind, part, start))`,
    `create index shelf_by_counter on shelf (stream, seq, low)`,
    `create table member_operation (person ${keyText} not null, stream ${keyText} not null,
      key ${keyText} not null, seq bigint not null, primary key (person, stream, key))${noRowId}`,
    // What is, or was, kept apart: refused, or not understood yet.
    `create table apart (device ${keyText} not null, key ${keyText} not null, n bigint not null,
      author ${keyText} not null, stream ${keyText} not null, kind ${keyText} not null,
      record ${keyText} not null, verdict text not null, code text, stamp bigint not null,
      uncertain integer not null, seq bigint, received_at bigint not null, body text not null,
      outcome text, note text not null default '', primary key (device, key, stream))`,
    `create index apart_by_record on apart (stream, kind, record) where seq is null`,
    `create index apart_by_key on apart (stream, key) where seq is null`,
    `create index apart_by_author on apart (author, received_at) where seq is null`,
    `create index apart_by_arrival on apart (received_at) where seq is null`,
    `create table held (device ${keyText} primary key, ranges text not null)`,
    `create table picture_name (stream ${keyText} not null, sha256 ${keyText} not null,
      kind ${keyText} not null, record ${keyText} not null,
      primary key (stream, sha256, kind, record))${noRowId}`,
    `create index picture_by_name on picture_name (sha256)`,
  ];
}

/** Puts what lies in the tables of before in the new ones. */
async function carryOver(sql: Sql): Promise<void> {
  const tx = createSqlTransaction(sql);
  const rows = await sql.all<ApartRow>('select * from operation order by coalesce(seq, 0)');
  const all = rows.map(row => fromApart({ ...row, outcome: null, note: '' }));
  for (let first = 0; first < all.length; first += helping) {
    const added: StoredOperation[] = all.slice(first, first + helping);
    await tx.saveOperations({ added, settled: [] });
  }
  const records = await sql.all<StoredRecord & { id: string }>('select * from record');
  for (let first = 0; first < records.length; first += helping) {
    const some = records.slice(first, first + helping);
    await tx.saveRecords(some.map(({ id, ...record }) => ({ ...record, record: id })));
  }
}
