import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { explainTrouble } from '../backup/explain-trouble.ts';
import { isEmpty, openTables } from '../backup/open-tables.ts';
import { openPictureFiles, type PictureFiles } from '../backup/picture-files.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { TableAccess } from '../backup/tables.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { readConfig, type Config } from '../config.ts';
import { epochFile, openDataFolder } from '../data-folder.ts';
import { updateEpochFile } from '../epoch-file.ts';
import { SetupProblem } from '../setup-problem.ts';
import type { Store } from '../store/store.ts';
import { readFileArgument } from './arguments.ts';
import { describe } from './backup.ts';
import type { Command } from './command.ts';
import { createProgress } from './progress.ts';

const usage = 'npm run restore -- FILE, or npm run restore -- --epoch';

/**
 * Puts a backup in the place of all that a server holds, and keeps what was there in a file, because
 * whoever restores is in a hurry. Works beside a running server. With `--epoch` it only begins a new
 * epoch, for a database that came back by other means.
 */
export const restore: Command = async ({ args, env }) => {
  const { file: name, epoch } = readFileArgument(args, { epoch: { type: 'boolean' } }, usage);
  if ((epoch === true) === (name !== ''))
    throw new SetupProblem(`Name either a file or --epoch. Usage: ${usage}`);
  const config = readConfig(env);
  const { store } = await openDataFolder(config);
  try {
    if (epoch) await store.transaction(tx => tx.setEpoch(randomUUID()));
    else await restoreFile(resolve(env['INIT_CWD'] ?? '.', name), config, store);
    console.log(
      'A new epoch has begun: every device delivers again what it keeps, when it next syncs.',
    );
    if (!config.databaseUrl) await noteEpoch(store, epochFile(config.dataDir));
  } finally {
    await store.close();
  }
};

/** A file that stays behind is noticed at the next start, and costs one more delivery. */
async function noteEpoch(store: Store, file: string): Promise<void> {
  try {
    await updateEpochFile(store, file);
  } catch (error) {
    console.log(`${file} could not be written (${String(error)}); make room for it.`);
  }
}

async function restoreFile(file: string, config: Config, store: Store): Promise<void> {
  const tables = await openTables(config);
  const pictures = openPictureFiles(config.dataDir);
  const progress = createProgress(process.stderr, Date.now);
  try {
    const {
      about,
      rows,
      pictures: count,
    } = await restoreBackup(file, {
      tables,
      pictures,
      newId: randomUUID,
      scratch: join(config.dataDir, 'restoring.sqlite'),
      progress: progress.show,
      beforeChange: () => keepWhatIsThere(config, tables, pictures, progress.show),
    });
    progress.end();
    console.log(`${file}, taken ${about.at}, is restored: ${rows} rows and ${count} pictures.`);
    if (about.serverId !== store.serverId)
      console.log(
        `It comes from another server: put that server's keys into ${join(config.dataDir, 'keys')} too, and restart a server that is running.`,
      );
  } catch (error) {
    throw explainTrouble(error);
  } finally {
    await tables.close();
  }
}

/** A restore that was a mistake can itself be undone. */
async function keepWhatIsThere(
  { dataDir }: Config,
  tables: TableAccess,
  pictures: PictureFiles,
  progress: (words: string) => void,
): Promise<void> {
  if (await tables.snapshot(isEmpty)) return;
  const now = Date.now();
  const time = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const file = join(dataDir, `before-restore-${time}.jukung`);
  const written = await writeBackup(file, {
    tables,
    pictures,
    app: __APP_VERSION__,
    now,
    progress: words => progress(`keeping what is there: ${words}`),
  });
  const [held, ...missing] = describe(file, written);
  console.log(`What was here before is kept: ${held}`);
  for (const line of missing) console.log(line);
}
