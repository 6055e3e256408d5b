import pg from 'pg';
import { SetupProblem } from './setup-problem.ts';

/** What the check insists on: the oldest version that was still kept up in 2026, and an answer in time. */
const limits = { oldestMajor: 14, longestWaitMs: 10_000 };

/** What has to be known of a database before anything is written to it. */
interface Facts {
  version: number;
  encoding: string;
  is_standby: boolean;
  may_create: boolean | null;
  tables: number;
  ours: number;
}

const ask = `select current_setting('server_version_num')::int as version,
    current_setting('server_encoding') as encoding,
    pg_is_in_recovery() as is_standby,
    has_schema_privilege(current_schema(), 'create') as may_create,
    count(*)::int as tables,
    (count(*) filter (where tablename = 'kysely_migration'))::int as ours
  from pg_tables where schemaname = current_schema()`;

/**
 * Looks whether the PostgreSQL database of an address can be ours: it answers, lets us in, is new enough,
 * may be written to, and belongs to no other program. Throws `SetupProblem` with the cure, in which no
 * password stands; changes nothing.
 */
export async function checkPostgres(
  url: string,
  { oldestMajor, longestWaitMs }: typeof limits = limits,
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: longestWaitMs,
    query_timeout: longestWaitMs,
  });
  // A connection that breaks is told by what was asked of it.
  client.on('error', () => {});
  const place = {
    server: `PostgreSQL at ${client.host}:${client.port}`,
    host: client.host,
    user: client.user ?? '',
    database: client.database ?? '',
  };
  try {
    await client.connect();
    const { rows } = await client.query<Facts>(ask);
    judge(rows[0] as Facts, place, oldestMajor);
  } catch (error) {
    throw error instanceof SetupProblem ? error : new SetupProblem(explain(error, place));
  } finally {
    await client.end().catch(() => {});
  }
}

interface Place {
  server: string;
  host: string;
  user: string;
  database: string;
}

function judge(facts: Facts, { server, user, database }: Place, oldestMajor: number): void {
  const major = Math.floor(facts.version / 10_000);
  if (major < oldestMajor)
    throw new SetupProblem(
      `${server} is version ${major}; Jukung needs ${oldestMajor} or newer: upgrade it.`,
    );
  if (facts.encoding !== 'UTF8')
    throw new SetupProblem(
      `Database "${database}" holds ${facts.encoding} text; make another with "createdb --encoding=UTF8 --template=template0".`,
    );
  if (facts.is_standby)
    throw new SetupProblem(
      `${server} is a standby that only reads; name the primary in DATABASE_URL.`,
    );
  if (!facts.may_create)
    throw new SetupProblem(
      `User "${user}" may not make tables in database "${database}"; make that user its owner: alter database ${database} owner to ${user}.`,
    );
  if (facts.tables > 0 && facts.ours === 0)
    throw new SetupProblem(
      `Database "${database}" belongs to another program; make an empty one for Jukung and name it in DATABASE_URL.`,
    );
}

function explain(error: unknown, { server, host, user, database }: Place): string {
  const { code = '', message } = error as Error & { code?: string };
  switch (code) {
    case 'ECONNREFUSED':
      return `No ${server} answers; start it, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `DATABASE_URL names the host "${host}", which cannot be found; correct it.`;
    case '28P01':
      return `${server} does not accept the password of "${user}"; correct DATABASE_URL.`;
    case '28000':
      return `${server} does not let "${user}" into "${database}" from here; check the user, its pg_hba.conf, or add sslmode=require to DATABASE_URL.`;
    case '3D000':
      return `${server} has no database "${database}"; make it with "createdb ${database}", or correct DATABASE_URL.`;
    case '42501':
      return `${server} lets "${user}" not connect to "${database}"; grant it the right, or correct DATABASE_URL.`;
    case '53300':
      return `${server} has no connection left; raise its max_connections, or stop what uses them.`;
    case '57P03':
      return `${server} is only starting, or stopping; try again in a moment.`;
    default:
      return explainByWords(message, code, server, user);
  }
}

/** What has no code of PostgreSQL's. */
function explainByWords(message: string, code: string, server: string, user: string): string {
  if (message.startsWith('SASL'))
    return `${server} wants a password for "${user}"; write it into DATABASE_URL.`;
  if (message.includes('does not support SSL'))
    return `${server} speaks no TLS; take sslmode out of DATABASE_URL.`;
  if (/CERT|SIGNATURE|ERR_TLS/.test(code))
    return `${server} shows a certificate that cannot be trusted (${code}); name its authority with sslrootcert=FILE in DATABASE_URL.`;
  return `${server} does not answer as one (${code || message.split('\n')[0]}); correct DATABASE_URL.`;
}
