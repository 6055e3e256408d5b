import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { openTables } from '../../src/server/backup/open-tables.ts';
import type { Row } from '../../src/server/backup/tables.ts';
import type { Command } from '../../src/server/commands/command.ts';
import { openDataFolder, type DataPlace } from '../../src/server/data-folder.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { settingsOf } from './data-places.ts';
import { openHome, openTraining, push } from './home.ts';
import { operation } from './operations.ts';

/** Runs a command on a place and gives the lines it printed. */
export async function run(
  command: Command,
  place: DataPlace,
  ...args: string[]
): Promise<string[]> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation(line => void lines.push(String(line)));
  try {
    await command({ args, env: settingsOf(place), clientFolder: '' });
  } finally {
    log.mockRestore();
  }
  return lines;
}

/** What stops a command is one line that says what to do. */
export async function sentenceOf(
  command: Command,
  place: DataPlace,
  ...args: string[]
): Promise<string> {
  try {
    await run(command, place, ...args);
  } catch (error) {
    if (!(error instanceof SetupProblem) || error.message.includes('\n')) throw error;
    return error.message;
  }
  return 'nothing was wrong';
}

/** A server that serves from a place, with a training and somebody who records in it. */
export async function serve(place: DataPlace) {
  const { store } = await openDataFolder(place);
  const home = await openHome({ store });
  onTestFinished(() => home.close());
  const { amina } = await openTraining(home);
  return {
    home,
    mark: (record: string) =>
      push(home, amina.token, [operation({ r: record, by: amina.person.id })]),
  };
}

/** All rows of all tables, in an order of their own. */
export async function contentsOf(place: DataPlace): Promise<Record<string, Row[]>> {
  const tables = await openTables(place);
  try {
    return await tables.snapshot(async reader => {
      const contents: Record<string, Row[]> = {};
      for (const table of reader.tables) {
        const rows: Row[] = [];
        for await (const helping of reader.read(table)) rows.push(...helping);
        contents[table.name] = rows.sort((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        );
      }
      return contents;
    });
  } finally {
    await tables.close();
  }
}

/** The same without the epoch, which every restore changes. */
export function withoutEpoch({ meta = [], ...contents }: Record<string, Row[]>) {
  return { ...contents, meta: meta.filter(([name]) => name !== 'epoch') };
}

export const picture = Buffer.from('the bytes of a picture');
export const sha256 = createHash('sha256').update(picture).digest('hex');

export const backupIn = (folder: string) => join(folder, 'kemarin.jukung');
