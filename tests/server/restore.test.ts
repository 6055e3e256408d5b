import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { digestTable } from '../../src/server/backup/backup-file.ts';
import { explainTrouble } from '../../src/server/backup/explain-trouble.ts';
import { openPictureFiles } from '../../src/server/backup/picture-files.ts';
import { readerOf } from '../../src/server/backup/sqlite-tables.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import { openDataFolder } from '../../src/server/data-folder.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { beginning } from '../../src/server/store/migrations/0001-beginning.ts';
import {
  backupIn,
  contentsOf,
  picture,
  run,
  sentenceOf,
  serve,
  sha256,
} from '../support/backups.ts';
import { freshPlace } from '../support/data-places.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a backup of the first layout of all is brought up to this one, and stays as it is', async () => {
  const [from, to] = [await freshPlace('SQLite'), await freshPlace('SQLite')];
  const file = backupIn(temporaryFolder());
  await serve(from);
  await run(backup, from, file);
  const database = new DatabaseSync(file);
  await toFirstLayout(database);
  database.close();
  const before = readFileSync(file);

  await run(restore, to, file);
  expect(readFileSync(file)).toEqual(before);
  const { store } = await openDataFolder(to);
  const [mark] = await store.findRecords([
    { stream: 'training:t1', kind: 'attendance', record: 's1:p1' },
  ]);
  expect(mark).toMatchObject({ seq: 1, state: '{"mark":{"h":[]}}' });
  await store.close();
  expect(readdirSync(to.dataDir).filter(name => name.startsWith('restoring'))).toEqual([]);
});

/** Makes a backup one that was taken before the tables' second step, with one record in it. */
async function toFirstLayout(database: InstanceType<typeof DatabaseSync>): Promise<void> {
  const tables = database
    .prepare(
      `select name from sqlite_schema where type = 'table'
        and name not like 'sqlite%' and name not like 'backup%' and name not like 'kysely%'`,
    )
    .all() as { name: string }[];
  for (const { name } of tables) database.exec(`drop table ${name}`);
  database.exec(`delete from kysely_migration where name <> '0001-beginning'`);
  const kept = {
    prepare: (text: string) => asKyselyWants(database.prepare(text)),
    close: () => {},
  };
  await beginning.up(new Kysely({ dialect: new SqliteDialect({ database: kept }) }));
  database.exec(`insert into meta values ('serverId', 'home'), ('epoch', 'first')`);
  database.exec(`insert into stream values ('training:t1', 1)`);
  database.exec(`insert into record (stream, kind, id, seq, village, state)
    values ('training:t1', 'attendance', 's1:p1', 1, null, '{"mark":{"h":[]}}')`);
  database.exec('delete from backup_content');
  const reader = readerOf(database);
  const note = database.prepare('insert into backup_content (name, rows, sha256) values (?, ?, ?)');
  for (const table of reader.tables) {
    const { rows, sha256: digest } = await digestTable(reader, table);
    note.run(table.name, rows, digest);
  }
  note.run('backup_picture', 0, '');
}

/** Kysely asks each statement whether it gives rows. */
function asKyselyWants(statement: ReturnType<InstanceType<typeof DatabaseSync>['prepare']>) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...parameters),
    run: (parameters: readonly unknown[]) => statement.run(...parameters),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
  } as SqliteStatement;
}

describe('a restore changes nothing', () => {
  /** A good backup, then whatever is done to it; and a server that has something to lose. */
  async function refuse(spoil: (file: string) => void) {
    const place = await freshPlace('SQLite');
    const { mark } = await serve(place);
    await mark('s1:p1');
    await openPictureFiles(place.dataDir).put(sha256, picture);
    const file = backupIn(temporaryFolder());
    await run(backup, place, file);
    spoil(file);
    const before = await contentsOf(place);
    const sentence = await sentenceOf(restore, place, file);
    expect(await contentsOf(place)).toEqual(before);
    expect(readdirSync(place.dataDir).filter(name => /before|restoring/.test(name))).toEqual([]);
    return sentence;
  }

  /** Changes the one place in a file where `from` stands. */
  const replaceBytes = (from: string, to: string) => (file: string) => {
    const bytes = readFileSync(file);
    const at = bytes.indexOf(from);
    if (at < 0) throw new Error(`${from} is not there`);
    bytes.write(to, at);
    writeFileSync(file, bytes);
  };

  const change = (statement: string) => (file: string) => {
    const database = new DatabaseSync(file);
    database.exec(statement);
    database.close();
  };

  test.each([
    ['that is another file', (file: string) => copyFileSync('package.json', file), 'not a backup'],
    ['that is empty', (file: string) => writeFileSync(file, ''), 'is not a backup of Jukung'],
    [
      'that is a database of somebody else',
      (file: string) => {
        writeFileSync(file, '');
        change('create table pelanggan (nama text)')(file);
      },
      'is not a backup of Jukung',
    ],
    [
      'that was cut off',
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 40_000)),
      'is damaged',
    ],
    ['in which a letter was changed', replaceBytes('"hadir"', '"hadis"'), 'is damaged'],
    ['in which a picture was changed', replaceBytes(picture.toString(), 'THE'), 'is damaged'],
    ['in which a row is missing', change('delete from admitted'), 'is damaged'],
    ['in which a table is missing', change('drop table admitted'), 'is damaged'],
    [
      'that a newer version wrote',
      change(`update backup_about set value = '2' where name = 'format'`),
      'restore it with that version or a newer one',
    ],
    [
      'whose tables are of a newer version',
      change(`insert into kysely_migration values ('9999-later', '2030-01-01')`),
      'restore it with that version or a newer one',
    ],
    ['that was never finished', change('delete from backup_about'), 'was never finished'],
  ])('for a backup %s', async (_name, spoil, sentence) => {
    expect(await refuse(spoil)).toContain(sentence);
  });

  test('for a backup that is missing', async () => {
    const place = await freshPlace('SQLite');
    expect(await sentenceOf(restore, place, '/nowhere/b.jukung')).toBe(
      'There is no file /nowhere/b.jukung.',
    );
    mkdirSync(join(place.dataDir, 'folder'));
    expect(await sentenceOf(restore, place, join(place.dataDir, 'folder'))).toContain(
      'cannot be read (EISDIR)',
    );
  });

  test("for a server's own database, and says what to do with it", async () => {
    const place = await freshPlace('SQLite');
    const { home } = await serve(place);
    const file = join(temporaryFolder(), 'copy.sqlite');
    await home.close();
    copyFileSync(join(place.dataDir, 'jukung.sqlite'), file);
    expect(await sentenceOf(restore, place, file)).toContain(
      'stop the server, put it in the place of DATA_DIR/jukung.sqlite, and start',
    );
  });

  test('when it is not said what to restore', async () => {
    const place = await freshPlace('SQLite');
    expect(await sentenceOf(restore, place)).toContain('Name either a file or --epoch');
    expect(await sentenceOf(restore, place, '--epoch', 'x')).toContain('Name either a file');
  });
});

describe('what stops a backup or a restore in the middle', () => {
  test.each([
    [Object.assign(new Error('full'), { errcode: 13 }), 'Make room and try again'],
    [Object.assign(new Error('full'), { code: '53100' }), 'Make room and try again'],
    [new Problem('server-full'), 'Make room and try again'],
    [Object.assign(new Error('locked'), { errcode: 5 }), 'in use; nothing was changed'],
    [new Problem('busy'), 'in use; nothing was changed'],
    [Object.assign(new Error('gone'), { code: '57P01' }), 'broke off (57P01)'],
    [Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' }), 'off (ECONNRESET)'],
    [new Error('Connection terminated unexpectedly'), 'broke off (no answer)'],
    [Object.assign(new Error('x'), { code: 'EACCES', path: '/srv/x', syscall: 'open' }), '/srv/x'],
  ])('%s is told with its cure', (error, sentence) => {
    const told = explainTrouble(error);
    expect(told).toBeInstanceOf(SetupProblem);
    expect((told as Error).message).toContain(sentence);
  });

  test('is told whole if it is a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(explainTrouble(bug)).toBe(bug);
  });
});
