import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openTables } from '../../src/server/backup/open-tables.ts';
import { openPictureFiles } from '../../src/server/backup/picture-files.ts';
import type { Row } from '../../src/server/backup/tables.ts';
import { backup } from '../../src/server/commands/backup.ts';
import type { Command } from '../../src/server/commands/command.ts';
import { restore } from '../../src/server/commands/restore.ts';
import { openDataFolder, type DataPlace } from '../../src/server/data-folder.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { engines, freshPlace, settingsOf, type Engine } from '../support/data-places.ts';
import { openHome, openTraining, push } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A machine that is busy may take seconds to start PostgreSQL.
vi.setConfig({ testTimeout: 30_000 });

/** Runs a command on a place and gives the lines it printed. */
async function run(command: Command, place: DataPlace, ...args: string[]): Promise<string[]> {
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
async function sentenceOf(command: Command, place: DataPlace, ...args: string[]): Promise<string> {
  try {
    await run(command, place, ...args);
  } catch (error) {
    if (!(error instanceof SetupProblem) || error.message.includes('\n')) throw error;
    return error.message;
  }
  return 'nothing was wrong';
}

/** A server that serves from a place, with a training and somebody who records in it. */
async function serve(place: DataPlace) {
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
async function contentsOf(place: DataPlace): Promise<Record<string, Row[]>> {
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
function withoutEpoch({ meta = [], ...contents }: Record<string, Row[]>) {
  return { ...contents, meta: meta.filter(([name]) => name !== 'epoch') };
}

const picture = Buffer.from('the bytes of a picture');
const sha256 = createHash('sha256').update(picture).digest('hex');

const backupIn = (folder: string) => join(folder, 'kemarin.jukung');

describe.each(engines)('a backup of %s', engine => {
  test('is one plain file, taken while the server serves, and comes back under a new epoch', async () => {
    const place = await freshPlace(engine);
    const { home, mark } = await serve(place);
    await openPictureFiles(place.dataDir).put(sha256, picture);
    await mark('s1:p1');
    const kept = temporaryFolder();
    const file = backupIn(kept);
    const before = await contentsOf(place);
    const epoch = await home.store.readEpoch();

    const said = await run(backup, place, file);
    expect(said).toEqual([
      expect.stringMatching(/ holds \d+ rows and 1 pictures, 0\.\d MB\.$/),
      expect.stringContaining('keys are not in it'),
    ]);
    expect(readdirSync(kept)).toEqual(['kemarin.jukung']);

    await mark('s1:p2');
    const later = await contentsOf(place);
    expect(await run(restore, place, file)).toEqual([
      expect.stringContaining('What was here before is kept'),
      expect.stringContaining('is restored'),
      expect.stringContaining('A new epoch has begun'),
    ]);
    expect(withoutEpoch(await contentsOf(place))).toEqual(withoutEpoch(before));
    expect(await home.store.readEpoch()).not.toBe(epoch);
    expect((await mark('s1:p3')).server.epoch).toBe(await home.store.readEpoch());

    // And what was there before the restore can be had again.
    const [undo] = readdirSync(place.dataDir).filter(name => name.startsWith('before-restore-'));
    await run(restore, place, join(place.dataDir, undo ?? ''));
    expect(withoutEpoch(await contentsOf(place))).toEqual(withoutEpoch(later));
  });

  test('brings pictures back, and leaves those that are there', async () => {
    const [from, to] = [await freshPlace(engine), await freshPlace(engine)];
    await serve(from);
    await openPictureFiles(from.dataDir).put(sha256, picture);
    const file = backupIn(temporaryFolder());
    await run(backup, from, file);
    const other = Buffer.from('another');
    const otherSha = createHash('sha256').update(other).digest('hex');
    await openPictureFiles(to.dataDir).put(otherSha, other);
    await run(restore, to, file);
    const pictures = openPictureFiles(to.dataDir);
    expect(pictures.list()).toEqual([sha256, otherSha].sort());
    expect(pictures.read(sha256)).toEqual(picture);
  });

  test('does without a picture that is damaged, and says so', async () => {
    const place = await freshPlace(engine);
    await serve(place);
    await openPictureFiles(place.dataDir).put(sha256, Buffer.from('other bytes'));
    const said = await run(backup, place, backupIn(temporaryFolder()));
    expect(said[0]).toContain('0 pictures');
    expect(said[1]).toBe(`Picture ${sha256} is damaged here, and is not in it.`);
  });

  test('comes back on a server that has nothing yet, which then goes by the old name', async () => {
    const [from, to] = [await freshPlace(engine), await freshPlace(engine)];
    const { home } = await serve(from);
    const file = backupIn(temporaryFolder());
    await run(backup, from, file);
    const said = await run(restore, to, file);
    expect(said[1]).toContain("put that server's keys into");
    const { store } = await openDataFolder(to);
    expect(store.serverId).toBe(home.store.serverId);
    await store.close();
    expect(readdirSync(to.dataDir).filter(name => name.startsWith('before'))).toEqual([]);
  });
});

test.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] satisfies [Engine, Engine][])('a backup leads from %s to %s', async (from, to) => {
  const [one, other] = [await freshPlace(from), await freshPlace(to)];
  const { mark } = await serve(one);
  await mark('s1:p1');
  const file = backupIn(temporaryFolder());
  await run(backup, one, file);
  await run(restore, other, file);
  expect(withoutEpoch(await contentsOf(other))).toEqual(withoutEpoch(await contentsOf(one)));
});

describe('a backup is not taken', () => {
  test('over a file that is there', async () => {
    const place = await freshPlace('SQLite');
    const file = backupIn(temporaryFolder());
    writeFileSync(file, 'precious');
    expect(await sentenceOf(backup, place, file)).toContain('is there already; give another name');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('into a folder that does not exist', async () => {
    const place = await freshPlace('SQLite');
    const file = join(temporaryFolder(), 'nowhere', 'b.jukung');
    expect(await sentenceOf(backup, place, file)).toMatch(/cannot be written .*choose another/);
  });

  test('without a name for it', async () => {
    const place = await freshPlace('SQLite');
    expect(await sentenceOf(backup, place)).toContain('Usage: npm run backup -- FILE');
    expect(await sentenceOf(backup, place, 'a', 'b')).toContain('Name one file only');
    expect(readdirSync(place.dataDir)).toEqual([]);
  });

  test('twice into a file that was cut off: what is left of the first is thrown away', async () => {
    const place = await freshPlace('SQLite');
    await serve(place);
    const file = backupIn(temporaryFolder());
    writeFileSync(`${file}.part`, 'half of it');
    await run(backup, place, file);
    expect(existsSync(`${file}.part`)).toBe(false);
    await run(restore, await freshPlace('SQLite'), file);
  });
});

describe('a restore changes nothing', () => {
  /** A good backup, then whatever is done to it; and a server that has something to lose. */
  async function refuse(spoil: (file: string) => void, engine: Engine = 'SQLite') {
    const place = await freshPlace(engine);
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

test.each(engines)(
  'rule 10.3: after %s came back by other means, a new epoch begins by a word',
  async engine => {
    const place = await freshPlace(engine);
    const { home, mark } = await serve(place);
    await mark('s1:p1');
    const [epoch, before] = [await home.store.readEpoch(), await contentsOf(place)];
    await run(restore, place, '--epoch');
    expect(await home.store.readEpoch()).not.toBe(epoch);
    expect(withoutEpoch(await contentsOf(place))).toEqual(withoutEpoch(before));
  },
);
