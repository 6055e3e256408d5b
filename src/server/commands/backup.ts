import { join, resolve } from 'node:path';
import { explainTrouble } from '../backup/explain-trouble.ts';
import { openTables } from '../backup/open-tables.ts';
import { openPictureFiles } from '../backup/picture-files.ts';
import { writeBackup, type Written } from '../backup/write-backup.ts';
import { readConfig } from '../config.ts';
import { openDataFolder } from '../data-folder.ts';
import { SetupProblem } from '../setup-problem.ts';
import { readFileArgument } from './arguments.ts';
import type { Command } from './command.ts';
import { createProgress } from './progress.ts';

const usage = 'npm run backup -- FILE';

/** Writes all that a server holds into one file. Works beside a running server, on either database. */
export const backup: Command = async ({ args, env }) => {
  const { file: name } = readFileArgument(args, {}, usage);
  if (name === '') throw new SetupProblem(`FILE is missing. Usage: ${usage}`);
  const config = readConfig(env);
  const file = resolve(env['INIT_CWD'] ?? '.', name);
  const { store } = await openDataFolder(config);
  const tables = await openTables(config);
  const progress = createProgress(process.stderr, Date.now);
  try {
    const written = await writeBackup(file, {
      tables,
      pictures: openPictureFiles(config.dataDir),
      app: __APP_VERSION__,
      now: Date.now(),
      progress: progress.show,
    });
    progress.end();
    for (const line of describe(file, written)) console.log(line);
    console.log(
      `The keys in ${join(config.dataDir, 'keys')} are not in it: keep a copy of that folder in another place.`,
    );
  } catch (error) {
    throw explainTrouble(error);
  } finally {
    await tables.close();
    await store.close();
  }
};

/** What a backup holds, in a line; and in others the pictures that are missing in it. */
export function describe(file: string, { rows, pictures, bytes, damaged }: Written): string[] {
  return [
    `${file} holds ${rows} rows and ${pictures} pictures, ${(bytes / 1e6).toFixed(1)} MB.`,
    ...damaged.map(sha256 => `Picture ${sha256} is damaged here, and is not in it.`),
  ];
}
