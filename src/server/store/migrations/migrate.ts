import { Migrator, type Kysely, type Migration } from 'kysely';
import type { SqlEngine } from '../sql.ts';
import { beginning } from './0001-beginning.ts';
import { batchesAndShelves } from './0002-batches-and-shelves.ts';
import { inviters } from './0003-inviters.ts';
import { arrivals } from './0004-arrivals.ts';

/** Every step the tables ever took, in order. A step that was shipped is never changed. */
function migrationsFor(engine: SqlEngine): Record<string, Migration> {
  return {
    '0001-beginning': beginning,
    '0002-batches-and-shelves': batchesAndShelves(engine),
    '0003-inviters': inviters(engine),
    '0004-arrivals': arrivals(engine),
  };
}

/**
 * Brings the tables up to this version, under a lock that only one process holds. Throws if a newer
 * program has already changed them further.
 */
export async function migrate(db: Kysely<unknown>, engine: SqlEngine): Promise<void> {
  const provider = { getMigrations: async () => migrationsFor(engine) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
