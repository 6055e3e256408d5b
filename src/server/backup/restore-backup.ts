import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { SetupProblem } from '../setup-problem.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import {
  markAsDatabase,
  openBackup,
  type About,
  type BackupFile,
  type Content,
} from './backup-file.ts';
import type { PictureFiles } from './picture-files.ts';
import { readerOf } from './sqlite-tables.ts';
import type { TableAccess, TableReader, TableWriter } from './tables.ts';

export interface RestoreTarget {
  tables: TableAccess;
  pictures: PictureFiles;
  newId: () => string;
  /** A file that may be made for a while, where there is room for the backup. */
  scratch: string;
  /** Told how far it is, often. */
  progress: (words: string) => void;
  /** Called when all of the backup was found good, before anything is changed. */
  beforeChange: () => Promise<void>;
}

export interface Restored extends Content {
  about: About;
}

/**
 * Replaces all that a store holds by what is in a backup, in one transaction, and begins a new epoch in
 * it. Nothing is changed before the whole backup was read and found to be as it was written. Throws
 * `SetupProblem` with the cure.
 */
export async function restoreBackup(file: string, target: RestoreTarget): Promise<Restored> {
  const backup = openBackup(file);
  try {
    const layout = await target.tables.readLayout();
    refuseNewer(backup, file, layout);
    const content = await backup.verify(words => target.progress(`checking ${words}`));
    await target.beforeChange();
    // Before the rows that name them: a picture too many harms nobody.
    let placed = 0;
    for (const { sha256, bytes } of backup.pictures()) {
      await target.pictures.put(sha256, bytes);
      target.progress(`pictures ${(placed += 1)} / ${content.pictures}`);
    }
    await withPresentLayout(backup, layout, { file, scratch: target.scratch }, source =>
      target.tables.replace(async writer => {
        await replaceRows(source, writer, target.progress);
        await writer.setMeta('epoch', target.newId());
      }),
    );
    return { ...content, about: backup.about };
  } finally {
    backup.close();
  }
}

function refuseNewer({ layout, about }: BackupFile, file: string, known: readonly string[]): void {
  if (layout.every(step => known.includes(step))) return;
  throw new SetupProblem(
    `${file} was written by Jukung ${about.app}; restore it with that version or a newer one.`,
  );
}

async function replaceRows(
  source: TableReader,
  writer: TableWriter,
  progress: RestoreTarget['progress'],
): Promise<void> {
  for (const table of writer.tables) {
    const from = source.tables.find(({ name }) => name === table.name);
    await writer.clear(table);
    if (!from) continue;
    let copied = 0;
    for await (const rows of source.read(from)) {
      await writer.insert(from, rows);
      copied += rows.length;
      progress(`${table.name} ${copied}`);
    }
  }
}

/** A backup of an earlier layout is brought up to this one in a copy: what is kept stays as it is. */
async function withPresentLayout(
  backup: BackupFile,
  layout: readonly string[],
  { file, scratch }: { file: string; scratch: string },
  work: (source: TableReader) => Promise<void>,
): Promise<void> {
  if (layout.every(step => backup.layout.includes(step))) return work(backup.reader);
  try {
    copyFileSync(file, scratch);
    chmodSync(scratch, 0o600);
    markAsDatabase(scratch);
    const store = await openSqliteStore(scratch);
    await store.close();
    const copy = new DatabaseSync(scratch, { readOnly: true });
    try {
      await work(readerOf(copy));
    } finally {
      copy.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${scratch}${end}`, { force: true });
  }
}
