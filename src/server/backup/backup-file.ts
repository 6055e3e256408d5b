import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { SetupProblem } from '../setup-problem.ts';
import { layoutOf, readerOf, stream, type Database } from './sqlite-tables.ts';
import type { Table, TableReader } from './tables.ts';

/**
 * A backup is one SQLite file: the store's tables as they are (in this layout from PostgreSQL too), the
 * pictures' bytes in `backup_picture`, what must be found again in `backup_content`, and what it is in
 * `backup_about`, which is written last. It is marked so that no server takes it for its database.
 */
export const backupId = 0x4a4b424b;

/** Rises when an older program could not read what a newer one writes. */
export const formatVersion = 1;

/** `JKNG`, the mark of a server's database. */
const databaseId = 0x4a4b4e47;

/** Makes a database that a store opens out of a copy of a backup. */
export function markAsDatabase(copy: string): void {
  const database = new DatabaseSync(copy);
  database.exec(`pragma application_id = ${databaseId}`);
  database.close();
}

/** What a backup says of itself. */
export interface About {
  format: number;
  /** Version of the program that wrote it. */
  app: string;
  /** When it was begun, ISO. */
  at: string;
  serverId: string;
  epoch: string;
}

/** What a backup holds, counted. */
export interface Content {
  rows: number;
  pictures: number;
}

export const ownTables = [
  `create table backup_picture (sha256 text primary key, bytes blob not null)`,
  `create table backup_content (name text primary key, rows integer not null, sha256 text not null)`,
  `create table backup_about (name text primary key, value text not null)`,
];

/** How many rows a table of a backup has, and the digest of them in the order in which they lie there. */
export async function digestTable(
  reader: TableReader,
  table: Table,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const helping of reader.read(table)) {
    for (const row of helping) hash.update(`${JSON.stringify(row)}\n`);
    rows += helping.length;
  }
  return { rows, sha256: hash.digest('hex') };
}

export interface StoredPicture {
  sha256: string;
  bytes: Uint8Array;
}

/** A backup that is open for reading; the file is not touched. */
export interface BackupFile {
  about: About;
  /** Steps of the tables' layout that the program had taken when it wrote this. */
  layout: readonly string[];
  reader: TableReader;
  /** Goes through all of it and throws `SetupProblem` if anything is not as it was written. */
  verify(progress: (what: string) => void): Promise<Content>;
  pictures(): Iterable<StoredPicture>;
  close(): void;
}

/** Opens a backup. Throws `SetupProblem` with what is wrong with it. */
export function openBackup(file: string): BackupFile {
  if (!existsSync(file)) throw new SetupProblem(`There is no file ${file}.`);
  const database = openForReading(file);
  try {
    const about = readAbout(database, file);
    return {
      about,
      layout: layoutOf(database),
      reader: readerOf(database),
      verify: progress => verify(database, file, progress),
      pictures: () => readPictures(database),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw damaged(error, file);
  }
}

const beginning = 'SQLite format 3\0';

function openForReading(file: string): Database {
  try {
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(beginning.length);
      readSync(handle, bytes);
      if (bytes.toString('latin1') !== beginning)
        throw new SetupProblem(`${file} is not a backup of Jukung.`);
    } finally {
      closeSync(handle);
    }
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    if (error instanceof SetupProblem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SetupProblem(`${file} cannot be read (${code ?? message}).`);
  }
}

function readAbout(database: Database, file: string): About {
  const { application_id: id } = database.prepare('pragma application_id').get() as {
    application_id: number;
  };
  if (id === databaseId)
    throw new SetupProblem(
      `${file} is a server's database, not a backup: stop the server, put it in the place of DATA_DIR/jukung.sqlite, and start.`,
    );
  if (id !== backupId) throw new SetupProblem(`${file} is not a backup of Jukung.`);
  const rows = database.prepare('select name, value from backup_about').all() as {
    name: string;
    value: string;
  }[];
  const { format, ...about } = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  if (!format) throw new SetupProblem(`${file} was never finished; take another backup.`);
  if (Number(format) > formatVersion)
    throw new SetupProblem(
      `${file} was written by Jukung ${about['app']}; restore it with that version or a newer one.`,
    );
  return { ...about, format: Number(format) } as About;
}

async function verify(
  database: Database,
  file: string,
  progress: (what: string) => void,
): Promise<Content> {
  const content: Content = { rows: 0, pictures: 0 };
  try {
    const [first] = database.prepare('pragma integrity_check(1)').all() as {
      integrity_check: string;
    }[];
    if (first?.integrity_check !== 'ok') throw new Damage();
    const expected = database.prepare('select name, rows, sha256 from backup_content').all() as {
      name: string;
      rows: number;
      sha256: string;
    }[];
    const reader = readerOf(database);
    for (const { name, rows, sha256 } of expected.filter(it => it.name !== 'backup_picture')) {
      progress(name);
      const table = reader.tables.find(known => known.name === name);
      if (!table) throw new Damage();
      const found = await digestTable(reader, table);
      if (found.rows !== rows || found.sha256 !== sha256) throw new Damage();
      content.rows += rows;
    }
    progress('pictures');
    for (const { sha256, bytes } of readPictures(database)) {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Damage();
      content.pictures += 1;
    }
    const pictures = expected.find(({ name }) => name === 'backup_picture');
    if (pictures?.rows !== content.pictures) throw new Damage();
    return content;
  } catch (error) {
    throw damaged(error, file);
  }
}

class Damage extends Error {}

/** Whatever SQLite finds wrong while reading a file is damage; our own words stay as they are. */
function damaged(error: unknown, file: string): unknown {
  const isOfSqlite = typeof (error as { errcode?: unknown }).errcode === 'number';
  if (!(error instanceof Damage) && !isOfSqlite) return error;
  return new SetupProblem(`${file} is damaged; nothing was changed. Take an older backup.`);
}

function readPictures(database: Database): Iterable<StoredPicture> {
  return stream(database, 'select sha256, bytes from backup_picture');
}
