import { Migrator, type Kysely, type Migration } from 'kysely';
import type { Tables } from '../tables.ts';
import { beginning } from './0001-beginning.ts';

/** Every step the tables ever took, in order. A step that was shipped is never changed. */
const migrations: Record<string, Migration> = { '0001-beginning': beginning };

/** Brings the tables up to this version. Throws if a newer program has already changed them further. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
