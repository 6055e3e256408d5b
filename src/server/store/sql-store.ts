import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { migrate } from './migrations/migrate.ts';
import type { Column, SqlEngine } from './sql-engine.ts';
import { createSqlReader } from './sql-reader.ts';
import { operationColumns, recordColumns, toOperationRow, toRecordRow } from './sql-rows.ts';
import type { Store, StoreIdentity, StoreTransaction } from './store.ts';
import type { Tables } from './tables.ts';

/** A database that is open: where to write, where to read, and its ways. */
export interface SqlConnections {
  writer: Kysely<Tables>;
  reader: Kysely<Tables>;
  engine: SqlEngine;
}

/** The one implementation of the contract, over whatever speaks SQL. Brings the tables up to date first. */
export async function createSqlStore({ writer, reader, engine }: SqlConnections): Promise<Store> {
  await migrate(writer);
  const identity = await writer.transaction().execute(readIdentity);
  return {
    ...createSqlReader(reader, engine),
    engine: engine.name,
    identity,
    transaction: work => writer.transaction().execute(tx => work(createTransaction(tx, engine))),
    async close() {
      await reader.destroy();
      if (reader !== writer) await writer.destroy();
    },
  };
}

async function readIdentity(tx: Transaction<Tables>): Promise<StoreIdentity> {
  const fresh = { serverId: randomUUID(), epoch: randomUUID() };
  await tx
    .insertInto('meta')
    .values(Object.entries(fresh).map(([name, value]) => ({ name, value })))
    .onConflict(conflict => conflict.doNothing())
    .execute();
  const rows = await tx.selectFrom('meta').selectAll().execute();
  return { ...fresh, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

function createTransaction(tx: Transaction<Tables>, engine: SqlEngine): StoreTransaction {
  const batch = (rows: readonly unknown[], columns: readonly Column[]) =>
    engine.rowsOf(JSON.stringify(rows), columns);
  const counterColumns = [
    ['id', 'text'],
    ['counter', 'bigint'],
  ] as const;

  return {
    ...createSqlReader(tx, engine),
    async lockStreams(streams) {
      const rows = [...new Set(streams)].sort().map(id => ({ id, counter: 0 }));
      if (rows.length === 0) return new Map();
      const wanted = batch(rows, counterColumns);
      await sql`insert into stream (id, counter)
        select w.id, w.counter from ${wanted} as w where true on conflict (id) do nothing`.execute(
        tx,
      );
      const locked = await sql<Tables['stream']>`select stream.id, stream.counter from stream
        where stream.id in (select w.id from ${wanted} as w)
        order by stream.id ${engine.forUpdate}`.execute(tx);
      return new Map(locked.rows.map(({ id, counter }) => [id, counter]));
    },
    async saveCounters(counters) {
      if (counters.size === 0) return;
      const rows = [...counters].map(([id, counter]) => ({ id, counter }));
      await sql`update stream set counter = c.counter
        from ${batch(rows, counterColumns)} as c where stream.id = c.id`.execute(tx);
    },
    async insertOperations(operations) {
      if (operations.length === 0) return;
      const columns = sql.join(operationColumns.map(([name]) => sql.ref(name)));
      await sql`insert into operation (${columns})
        select ${columns} from ${batch(operations.map(toOperationRow), operationColumns)} as o
        where true on conflict (device, key) do nothing`.execute(tx);
    },
    async settleOperations(operations) {
      if (operations.length === 0) return;
      await sql`update operation set verdict = o.verdict, code = o.code, seq = o.seq
        from ${batch(operations.map(toOperationRow), operationColumns)} as o
        where operation.device = o.device and operation.key = o.key`.execute(tx);
    },
    async saveRecords(records) {
      if (records.length === 0) return;
      const columns = sql.join(recordColumns.map(([name]) => sql.ref(name)));
      await sql`insert into record (${columns})
        select ${columns} from ${batch(records.map(toRecordRow), recordColumns)} as r
        where true on conflict (stream, kind, id) do update
        set seq = excluded.seq, village = excluded.village, state = excluded.state`.execute(tx);
    },
    async insertInvitation({ codeHash, createdAt, expiresAt, guests, ...invitation }) {
      const times = { created_at: createdAt, expires_at: expiresAt };
      await tx
        .insertInto('invitation')
        .values({
          ...invitation,
          ...times,
          code_hash: codeHash,
          guests: JSON.stringify(guests),
        })
        .execute();
    },
    async insertEnrolment({ codeHash, enrolledAt, ...enrolment }, deviceName) {
      await tx
        .insertInto('device')
        .values({ id: enrolment.device, name: deviceName, revoked_at: null })
        .onConflict(conflict => conflict.column('id').doUpdateSet({ name: deviceName }))
        .execute();
      await tx
        .insertInto('enrolment')
        .values({ ...enrolment, code_hash: codeHash, enrolled_at: enrolledAt })
        .execute();
    },
    async revokeDevice(device, revokedAt) {
      const known = await tx.selectFrom('device').selectAll().where('id', '=', device).execute();
      await tx
        .updateTable('device')
        .set({ revoked_at: revokedAt })
        .where('id', '=', device)
        .where('revoked_at', 'is', null)
        .execute();
      return known.length > 0;
    },
  };
}
