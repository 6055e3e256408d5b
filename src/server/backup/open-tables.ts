import { databaseFile, type DataPlace } from '../data-folder.ts';
import { openPostgresTables } from './postgres-tables.ts';
import { openSqliteTables } from './sqlite-tables.ts';
import type { TableAccess, TableReader } from './tables.ts';

/** The tables of the database that `openDataFolder` opens; it has to have been opened before. */
export async function openTables({ dataDir, databaseUrl }: DataPlace): Promise<TableAccess> {
  return databaseUrl ? openPostgresTables(databaseUrl) : openSqliteTables(databaseFile(dataDir));
}

/** Whether nothing has ever been recorded; a name and an epoch every database has. */
export async function isEmpty(reader: TableReader): Promise<boolean> {
  for (const table of reader.tables)
    if (table.name !== 'meta' && (await reader.count(table)) > 0) return false;
  return true;
}
