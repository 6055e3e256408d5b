import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { SetupProblem } from '../setup-problem.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { backupId, digestTable, formatVersion, ownTables, type Content } from './backup-file.ts';
import type { PictureFiles } from './picture-files.ts';
import { readerOf, writerOf, type Database } from './sqlite-tables.ts';
import { sync } from './sync.ts';
import type { TableAccess, TableReader } from './tables.ts';

export interface BackupSource {
  tables: TableAccess;
  pictures: PictureFiles;
  /** The program's version. */
  app: string;
  /** Ms since 1970. */
  now: number;
  /** Told how far it is, often. */
  progress: (words: string) => void;
}

/** What was written. */
export interface Written extends Content {
  bytes: number;
  /** Pictures that could not be read as what they are called by, and are not in it. */
  damaged: string[];
}

/**
 * Writes all of a store and its pictures into a new file, as it was at one moment, beside a server that
 * goes on. The file has its name only when all of it is on the disk. Throws `SetupProblem` with the cure.
 */
export async function writeBackup(file: string, source: BackupSource): Promise<Written> {
  if (existsSync(file))
    throw new SetupProblem(`${file} is there already; give another name, or move it away.`);
  const unfinished = `${file}.part`;
  try {
    removeDatabase(unfinished);
    const content = await fill(unfinished, await readLayout(), source);
    await settle(unfinished, file);
    return { ...content, bytes: statSync(file).size };
  } catch (error) {
    removeDatabase(unfinished);
    throw explain(error, file);
  }
}

/** What the store makes of an empty file, so that a backup has the tables that any database has. */
interface Layout {
  statements: string[];
  steps: { name: string; timestamp: string }[];
}

async function readLayout(): Promise<Layout> {
  const folder = mkdtempSync(join(tmpdir(), 'jukung-'));
  try {
    const file = join(folder, 'empty.sqlite');
    const store = await openSqliteStore(file);
    await store.close();
    const database = new DatabaseSync(file);
    const made = database
      .prepare(`select sql from sqlite_schema where sql is not null and name not like 'sqlite%'`)
      .all() as { sql: string }[];
    const steps = database.prepare('select name, timestamp from kysely_migration').all();
    database.close();
    return { statements: made.map(({ sql }) => sql), steps: steps as Layout['steps'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(database: Database, { statements, steps }: Layout): void {
  for (const statement of [...statements, ...ownTables]) database.exec(statement);
  const insert = database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)');
  for (const { name, timestamp } of steps) insert.run(name, timestamp);
}

async function fill(
  file: string,
  layout: Layout,
  source: BackupSource,
): Promise<Omit<Written, 'bytes'>> {
  const database = new DatabaseSync(file);
  try {
    // There is everybody's name in it.
    chmodSync(file, 0o600);
    // One plain file: nothing may lie beside it when it is carried away. And while it is not finished it
    // need not survive a power cut.
    database.exec('pragma journal_mode = memory');
    database.exec('pragma synchronous = off');
    database.exec(`pragma application_id = ${backupId}`);
    database.exec('begin');
    layOut(database, layout);
    const content = await source.tables.snapshot(async reader => {
      const rows = await copyTables(database, reader, source.progress);
      return { rows, ...copyPictures(database, source) };
    });
    about(database, source);
    database.exec('commit');
    return content;
  } finally {
    database.close();
  }
}

async function copyTables(
  database: Database,
  reader: TableReader,
  progress: BackupSource['progress'],
): Promise<number> {
  const writer = writerOf(database);
  let total = 0;
  for (const table of reader.tables) {
    const expected = await reader.count(table);
    await writer.clear(table);
    let copied = 0;
    for await (const rows of reader.read(table)) {
      await writer.insert(table, rows);
      copied += rows.length;
      progress(`${table.name} ${copied} / ${expected}`);
    }
    // Read again out of the file: what is noted is what whoever restores will find.
    const { rows, sha256 } = await digestTable(readerOf(database), table);
    if (rows !== expected) throw new Error(`${table.name}: ${rows} rows of ${expected}`);
    note(database, table.name, rows, sha256);
    total += copied;
  }
  return total;
}

/**
 * Pictures never change, so those that are there now are at least those that the tables name. One that is
 * damaged must not keep the others from being kept.
 */
function copyPictures(database: Database, { pictures, progress }: BackupSource) {
  const insert = database.prepare('insert into backup_picture (sha256, bytes) values (?, ?)');
  const found = pictures.list();
  const damaged: string[] = [];
  found.forEach((sha256, index) => {
    const bytes = pictures.read(sha256);
    if (bytes) insert.run(sha256, bytes);
    else damaged.push(sha256);
    progress(`pictures ${index + 1} / ${found.length}`);
  });
  const copied = found.length - damaged.length;
  note(database, 'backup_picture', copied, '');
  return { pictures: copied, damaged };
}

function note(database: Database, name: string, rows: number, sha256: string): void {
  database
    .prepare('insert into backup_content (name, rows, sha256) values (?, ?, ?)')
    .run(name, rows, sha256);
}

/** Last, so that a file without it is known as one that was never finished. */
function about(database: Database, { app, now }: BackupSource): void {
  const meta = database.prepare('select name, value from meta').all() as {
    name: string;
    value: string;
  }[];
  const { serverId = '', epoch = '' } = Object.fromEntries(
    meta.map(({ name, value }) => [name, value]),
  );
  const insert = database.prepare('insert into backup_about (name, value) values (?, ?)');
  const at = new Date(now).toISOString();
  const said = { format: String(formatVersion), app, at, serverId, epoch };
  for (const [name, value] of Object.entries(said)) insert.run(name, value);
}

/** Gives the file its name once its bytes are on the disk, and the name too. */
async function settle(unfinished: string, file: string): Promise<void> {
  await sync(unfinished);
  await rename(unfinished, file);
  await sync(dirname(file));
}

function removeDatabase(file: string): void {
  for (const end of ['', '-journal']) rmSync(`${file}${end}`, { force: true });
}

const [full, cannotOpen] = [13, 14];

function explain(error: unknown, file: string): unknown {
  if (error instanceof SetupProblem) return error;
  const { code, errcode = 0, syscall, message } = error as NodeJS.ErrnoException & Errcode;
  const primary = errcode & 0xff;
  if (code === 'ENOSPC' || primary === full)
    return new SetupProblem(`There is no room for ${file}; nothing of it was kept.`);
  if (primary === cannotOpen || syscall)
    return new SetupProblem(
      `${file} cannot be written (${code && syscall ? code : message}); choose another folder.`,
    );
  return error;
}

interface Errcode {
  /** SQLite's result code. */
  errcode?: number;
}
