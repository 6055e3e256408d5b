import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { migrate } from './migrations/migrate.ts';
import { createSqlReader } from './sql-reader.ts';
import { createSqlTransaction } from './sql-transaction.ts';
import { sqlOver, type Sql, type SqlEngine } from './sql.ts';
import type { Store } from './store.ts';

/** A database that is open: where to write, where to read, and its ways. */
export interface SqlConnections {
  writer: Kysely<unknown>;
  reader: Kysely<unknown>;
  engine: SqlEngine;
}

/** The one implementation of the contract, over whatever speaks SQL. Brings the tables up to date first. */
export async function createSqlStore({ writer, reader, engine }: SqlConnections): Promise<Store> {
  await migrate(writer, engine);
  const serverId = await writer.transaction().execute(tx => readServerId(sqlOver(tx, engine)));
  return {
    ...createSqlReader(sqlOver(reader, engine)),
    engine: engine.name,
    serverId,
    transaction: work =>
      writer.transaction().execute(tx => work(createSqlTransaction(sqlOver(tx, engine)))),
    async close() {
      await reader.destroy();
      if (reader !== writer) await writer.destroy();
    },
  };
}

/** Names the database and its first epoch, if nobody has. */
async function readServerId(sql: Sql): Promise<string> {
  for (const name of ['serverId', 'epoch'])
    await sql.all(
      'insert into meta (name, value) values (?, ?) on conflict do nothing',
      name,
      randomUUID(),
    );
  const [row] = await sql.all<{ value: string }>(`select value from meta where name = 'serverId'`);
  return row?.value ?? '';
}
