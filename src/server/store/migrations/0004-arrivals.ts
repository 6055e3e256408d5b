import type { Kysely, Migration } from 'kysely';
import { sqlOver, type SqlEngine } from '../sql.ts';

/** What is kept apart in a stream, in the order of arrival: for telling the latest of it without reading the rest. */
export function arrivals(engine: SqlEngine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const sql = sqlOver(db, engine);
      await sql.all(
        'create index apart_by_stream on apart (stream, received_at) where seq is null',
      );
    },
  };
}
