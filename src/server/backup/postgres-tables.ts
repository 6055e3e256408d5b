import pg from 'pg';
import {
  helpingBytes,
  isOfMigrator,
  weightOf,
  type Row,
  type Table,
  type TableAccess,
  type TableReader,
  type TableWriter,
} from './tables.ts';

/** The tables of the store in a PostgreSQL database that a store has opened before. */
export async function openPostgresTables(url: string): Promise<TableAccess> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } });
  // A connection that breaks is told by what was asked of it.
  client.on('error', () => {});
  await client.connect();
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
  const within = async <T>(begin: string, work: () => Promise<T>): Promise<T> => {
    await client.query(begin);
    try {
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  };
  return {
    async readLayout() {
      const text = 'select name from kysely_migration order by name';
      return (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);
    },
    snapshot: work =>
      within('begin isolation level repeatable read read only', async () =>
        work(await readerOf(client)),
      ),
    async replace(work) {
      for (let attempts = 1; ; attempts += 1) {
        let isAlone = false;
        try {
          return await within('begin', async () => {
            const tables = await tablesOf(client);
            await client.query(`lock table ${inLockOrder(tables)} in exclusive mode`);
            isAlone = true;
            return work(writerOf(client, tables));
          });
        } catch (error) {
          // Only waiting has happened so far: a server beside held one table and waited for another.
          if (isAlone || attempts === 5 || (error as { code?: string }).code !== deadlock)
            throw error;
        }
      }
    },
    close: () => client.end(),
  };
}

const deadlock = '40P01';

/** Whole numbers as numbers (none of ours is beyond 2^53), all else as text. */
function getTypeParser(type: number): (text: string) => string | number {
  return wholeNumbers.has(type) ? Number : text => text;
}

/** int8, int2, int4. */
const wholeNumbers = new Set([20, 21, 23]);

/** Streams first, as every writer of the store takes them: who has them is in nobody's way afterwards. */
function inLockOrder(tables: readonly Table[]): string {
  const names = tables.map(({ name }) => name);
  return names
    .sort((a, b) => Number(b === 'stream') - Number(a === 'stream'))
    .map(name => `"${name}"`)
    .join(', ');
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select table_name as name, array_to_json(array_agg(column_name::text)) as columns
       from information_schema.columns join pg_tables
         on schemaname = table_schema and tablename = table_name
      where table_schema = current_schema() group by table_name`,
  );
  return rows
    .map(({ name, columns }) => ({
      name,
      columns: (JSON.parse(String(columns)) as string[]).sort(),
    }))
    .filter(({ name }) => !isOfMigrator(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readerOf(client: pg.Client): Promise<TableReader> {
  return {
    tables: await tablesOf(client),
    async count({ name }) {
      const { rows } = await client.query<{ rows: number }>(
        `select count(*) as rows from "${name}"`,
      );
      return rows[0]?.rows ?? 0;
    },
    async *read({ name, columns }) {
      await client.query(
        `declare helpings no scroll cursor for select ${quoted(columns)} from "${name}"`,
      );
      // As many rows as make a helping, judging by those of before.
      for (let most = 50; ;) {
        const { rows } = await client.query<Row & unknown[]>({
          text: `fetch ${most} from helpings`,
          rowMode: 'array',
        });
        if (rows.length === 0) break;
        yield rows;
        const weight = rows.reduce((sum, row) => sum + weightOf(row), 0);
        most = Math.max(
          1,
          Math.min(5000, most * 4, Math.floor((rows.length * helpingBytes) / weight)),
        );
      }
      await client.query('close helpings');
    },
  };
}

/** A statement may have 65,535 parameters. */
const mostParameters = 20_000;

function writerOf(client: pg.Client, tables: readonly Table[]): TableWriter {
  return {
    tables,
    async clear({ name }) {
      // Not `truncate`, which would make readers wait until all is there again.
      await client.query(`delete from "${name}"`);
    },
    async insert({ name, columns }, rows) {
      const most = Math.floor(mostParameters / columns.length);
      for (let first = 0; first < rows.length; first += most) {
        const some = rows.slice(first, first + most);
        const values = some.map((_, index) => {
          const each = columns.map((_column, at) => `$${index * columns.length + at + 1}`);
          return `(${each.join(', ')})`;
        });
        await client.query(
          `insert into "${name}" (${quoted(columns)}) values ${values.join(', ')}`,
          some.flat(),
        );
      }
    },
    async setMeta(name, value) {
      await client.query('update meta set value = $2 where name = $1', [name, value]);
    },
  };
}

function quoted(columns: readonly string[]): string {
  return columns.map(column => `"${column}"`).join(', ');
}
