import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openPictureFiles } from '../../src/server/backup/picture-files.ts';
import type { TableAccess } from '../../src/server/backup/tables.ts';
import { writeBackup } from '../../src/server/backup/write-backup.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import { openDataFolder } from '../../src/server/data-folder.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import {
  backupIn,
  contentsOf,
  picture,
  run,
  sentenceOf,
  serve,
  sha256,
  withoutEpoch,
} from '../support/backups.ts';
import { engines, freshPlace, type Engine } from '../support/data-places.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A machine that is busy may take seconds to start PostgreSQL.
vi.setConfig({ testTimeout: 30_000 });

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
    expect(statSync(file).mode & 0o777).toBe(0o600);

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

  test.each([
    ['ENOSPC', { code: 'ENOSPC', syscall: 'write' }, 'There is no room for'],
    ['SQLITE_FULL', { errcode: 13 }, 'There is no room for'],
    ['EIO', { code: 'EIO', syscall: 'write' }, 'cannot be written (EIO)'],
  ])(
    'when the disk says %s in the middle, and nothing is left of it',
    async (_name, what, told) => {
      const folder = temporaryFolder();
      const tables: TableAccess = {
        readLayout: async () => [],
        snapshot: work =>
          work({
            tables: [{ name: 'stream', columns: ['counter', 'id'] }],
            count: async () => 2,
            async *read() {
              yield [[1, 'training:t1']];
              throw Object.assign(new Error('disk'), what);
            },
          }),
        replace: () => Promise.reject(new Error('a backup changes nothing')),
        close: async () => {},
      };
      const source = { tables, pictures: openPictureFiles(folder), app: '1', now: 0 };
      const writing = writeBackup(backupIn(folder), { ...source, progress: () => {} });
      await expect(writing).rejects.toThrow(told);
      await expect(writing).rejects.toBeInstanceOf(SetupProblem);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

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

test.each(engines)(
  '10.3 after %s came back by other means, a new epoch begins by a word',
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
