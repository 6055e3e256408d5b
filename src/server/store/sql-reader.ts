import { sql, type Kysely } from 'kysely';
import type { Role } from '../../domain/records/member.ts';
import { fromOperationRow, fromRecordRow } from './sql-rows.ts';
import type { Column, SqlEngine } from './sql-engine.ts';
import type { Admits, Guest, RecordKey, StoredOperation, StoreReader } from './store.ts';
import type { Tables } from './tables.ts';

const recordKeyColumns: readonly Column[] = [
  ['stream', 'text'],
  ['kind', 'text'],
  ['record', 'text'],
];

const operationKeyColumns: readonly Column[] = [
  ...recordKeyColumns,
  ['device', 'text'],
  ['key', 'text'],
];

/** The reading half of the contract, on a connection or inside a transaction. */
export function createSqlReader(db: Kysely<Tables>, engine: SqlEngine): StoreReader {
  const batch = (rows: readonly unknown[], columns: readonly Column[]) =>
    engine.rowsOf(JSON.stringify(rows), columns);
  const list = (values: readonly string[]) =>
    sql<string>`(select l.value from ${batch(
      values.map(value => ({ value })),
      [['value', 'text']],
    )} as l)`;

  async function operationsOf(keys: readonly RecordKey[], isApart: boolean) {
    if (keys.length === 0) return [];
    const { rows } = await sql<Tables['operation']>`select o.* from ${batch(
      keys,
      recordKeyColumns,
    )} as k join operation as o on o.stream = k.stream and o.kind = k.kind and o.record = k.record
      ${isApart ? sql`where o.seq is null` : sql``}`.execute(db);
    return rows.map(fromOperationRow);
  }

  return {
    async readHeads() {
      const rows = await db.selectFrom('stream').selectAll().where('counter', '>', 0).execute();
      return new Map(rows.map(({ id, counter }) => [id, counter]));
    },
    async readChanges({ stream, village, from, to, most }) {
      let query = db
        .selectFrom('record')
        .selectAll()
        .where('stream', '=', stream)
        .where('seq', '>', from)
        .where('seq', '<=', to);
      if (village !== undefined) query = query.where('village', '=', village);
      return (await query.orderBy('seq').limit(most).execute()).map(fromRecordRow);
    },
    async findRecords(keys) {
      if (keys.length === 0) return [];
      const { rows } = await sql<Tables['record']>`select r.* from ${batch(
        keys,
        recordKeyColumns,
      )} as k join record as r on r.stream = k.stream and r.kind = k.kind and r.id = k.record`.execute(
        db,
      );
      return rows.map(fromRecordRow);
    },
    async findMemberships(person) {
      const rows = await db
        .selectFrom('record')
        .selectAll()
        .where('kind', '=', sql.lit('member'))
        .where('id', '=', person)
        .orderBy('stream')
        .execute();
      return rows.map(fromRecordRow);
    },
    async findOperations(keys) {
      if (keys.length === 0) return [];
      const wanted = batch(keys, operationKeyColumns);
      const { rows } = await sql<Tables['operation']>`
        select o.* from ${wanted} as k
          join operation as o on o.device = k.device and o.key = k.key
        union all
        select o.* from ${wanted} as k
          join operation as o on o.stream = k.stream and o.kind = k.kind
            and o.record = k.record and o.key = k.key and o.device <> k.device`.execute(db);
      return rows.map(fromOperationRow);
    },
    findOperationsOf: keys => operationsOf(keys, false),
    findOperationsApart: keys => operationsOf(keys, true),
    async findForbidden(people) {
      if (people.length === 0) return [];
      return toOperations(
        await db
          .selectFrom('operation')
          .selectAll()
          .where('seq', 'is', null)
          .where('author', 'in', list(people))
          .where('code', '=', 'forbidden')
          .orderBy('received_at')
          .orderBy('n')
          .orderBy('key')
          .execute(),
      );
    },
    async findAdmitted({ device, ids, stream, to }) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('operation')
        .select(['key', 'seq'])
        .where('device', '=', device)
        .where('key', 'in', list(ids))
        .where('stream', '=', stream)
        .where('seq', '<=', to)
        .orderBy('seq')
        .execute();
      return rows.map(({ key, seq }) => ({ id: key, seq: seq ?? 0 }));
    },
    async findRefused({ streams, author, most }) {
      let query = db
        .selectFrom('operation')
        .selectAll()
        .where('seq', 'is', null)
        .where('verdict', '=', 'quarantined');
      if (streams !== 'all')
        query = query.where(where =>
          where.or([where('author', '=', author), where('stream', 'in', list(streams))]),
        );
      return toOperations(
        await query.orderBy('received_at', 'desc').orderBy('key').limit(most).execute(),
      );
    },
    async findRevoked(devices) {
      if (devices.length === 0) return new Set();
      const rows = await db
        .selectFrom('device')
        .select('id')
        .where('id', 'in', list(devices))
        .where('revoked_at', 'is not', null)
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
    async findInvitation(codeHash) {
      const row = await db
        .selectFrom('invitation')
        .selectAll()
        .where('code_hash', '=', codeHash)
        .executeTakeFirst();
      return (
        row && {
          codeHash,
          admits: row.admits as Admits,
          role: row.role as Role,
          person: row.person,
          guests: JSON.parse(row.guests) as Guest[],
          createdAt: row.created_at,
          expiresAt: row.expires_at,
        }
      );
    },
    async findEnrolments(codeHash) {
      const rows = await db
        .selectFrom('enrolment')
        .selectAll()
        .where('code_hash', '=', codeHash)
        .orderBy('enrolled_at')
        .orderBy('person')
        .execute();
      return rows.map(row => ({
        device: row.device,
        person: row.person,
        name: row.name,
        role: row.role as Role,
        codeHash,
        enrolledAt: row.enrolled_at,
      }));
    },
    async hasEnrolments() {
      return (await db.selectFrom('enrolment').select('device').limit(1).execute()).length > 0;
    },
  };
}

const toOperations = (rows: Tables['operation'][]): StoredOperation[] => rows.map(fromOperationRow);
