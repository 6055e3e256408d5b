import type { Kysely, Migration } from 'kysely';
import { sqlOver, type SqlEngine } from '../sql.ts';

/** Who made an invitation, so that nobody makes them without end; null for what home made by itself. */
export function inviters(engine: SqlEngine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const sql = sqlOver(db, engine);
      await sql.all(`alter table invitation add column invited_by ${engine.keyText}`);
      await sql.all('create index invitation_by_inviter on invitation (invited_by, expires_at)');
    },
  };
}
