import type { DataPlace } from '../../src/server/data-folder.ts';
import { freshDatabase } from './fresh-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where a server may keep its things: tests that hold for both are run on both. */
export const engines = ['SQLite', 'PostgreSQL'] as const;

export type Engine = (typeof engines)[number];

/** An empty data folder, with an empty database where the engine has one elsewhere. */
export async function freshPlace(engine: Engine): Promise<DataPlace> {
  const dataDir = temporaryFolder();
  return engine === 'SQLite' ? { dataDir } : { dataDir, databaseUrl: await freshDatabase() };
}

/** The settings that lead a command there. */
export function settingsOf({ dataDir, databaseUrl }: DataPlace): Record<string, string> {
  return { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
}
