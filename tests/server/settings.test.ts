import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readInvitation } from '../../src/server/commands/invite.ts';
import { revoke } from '../../src/server/commands/revoke.ts';
import { readConfig } from '../../src/server/config.ts';
import { openDataFolder } from '../../src/server/data-folder.ts';
import { listen } from '../../src/server/listen.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A machine that is busy may take seconds to start PostgreSQL.
vi.setConfig({ testTimeout: 30_000 });

/** What stops the program is one line that says what to do. */
async function sentenceOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof SetupProblem) || error.message.includes('\n')) throw error;
    return error.message;
  }
  return 'nothing was wrong';
}

describe('settings', () => {
  test('have defaults that work', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: join(process.cwd(), 'data'),
      databaseUrl: undefined,
      publicUrl: undefined,
      trustProxy: false,
      logLevel: 'info',
    });
  });

  test('are taken from the environment', () => {
    const env = { PORT: '0', PUBLIC_URL: 'https://jukung.example.org/', TRUST_PROXY: '1' };
    const more = { HOST: '0.0.0.0', DATABASE_URL: 'postgresql://db.example.org/jukung' };
    expect(readConfig({ ...env, ...more, LOG_LEVEL: 'warn', DATA_DIR: '/srv/jukung' })).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/jukung',
      databaseUrl: 'postgresql://db.example.org/jukung',
      publicUrl: 'https://jukung.example.org',
      trustProxy: true,
      logLevel: 'warn',
    });
  });

  test.each([
    ['PORT', 'eighty', 'PORT is "eighty"; set it to a number'],
    ['PORT', '65536', 'PORT is "65536"'],
    ['PUBLIC_URL', 'jukung.example.org', 'PUBLIC_URL is'],
    ['PUBLIC_URL', 'https://example.org/app', 'PUBLIC_URL is'],
    ['TRUST_PROXY', 'perhaps', 'TRUST_PROXY is "perhaps"; set it to 1 or 0'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud"; set it to fatal'],
    ['DATABASE_URL', 'postgres://u:p/w@localhost:x/jukung', 'write signs like # / @'],
    ['DATABASE_URL', 'mysql://localhost', 'unset it to use SQLite'],
  ])('%s=%s is told with its cure', async (name, value, sentence) => {
    expect(await sentenceOf(() => readConfig({ [name]: value }))).toContain(sentence);
  });
});

test('an address that cannot be read is told without the password in it', async () => {
  const env = { DATABASE_URL: 'postgres://petugas:rahasia#1@localhost:x/jukung' };
  expect(await sentenceOf(() => readConfig(env))).not.toContain('rahasia');
});

describe('the data folder', () => {
  test('is made with a secret that only its owner reads, and that stays the same', async () => {
    const folder = join(temporaryFolder(), 'new', 'data');
    const first = await openDataFolder({ dataDir: folder });
    await first.store.close();
    const again = await openDataFolder({ dataDir: folder });
    await again.store.close();
    expect(again.keys).toEqual(first.keys);
    expect(again.store.serverId).toBe(first.store.serverId);
    expect(statSync(join(folder, 'keys/server.key')).mode & 0o777).toBe(0o600);
  });

  test('that cannot be one is told with its cure', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, 'not a folder');
    expect(await sentenceOf(() => openDataFolder({ dataDir: folder }))).toMatch(
      /cannot be written to .*set DATA_DIR/,
    );
  });

  test('where nothing can be made is told', async () => {
    expect(await sentenceOf(() => openDataFolder({ dataDir: '/proc/jukung/data' }))).toContain(
      'set DATA_DIR',
    );
  });

  test.each([
    ['short', 'oops'],
    ['long', 'a letter to the province, by mistake under this name. '.repeat(100)],
  ])(
    'with a %s database file that is none is told, and the file is left as it is',
    async (_name, text) => {
      const folder = temporaryFolder();
      const file = join(folder, 'jukung.sqlite');
      writeFileSync(file, text);
      expect(await sentenceOf(() => openDataFolder({ dataDir: folder }))).toContain(
        'is not a Jukung database',
      );
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  test('with a folder in the place of the database is told', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'jukung.sqlite'));
    expect(await sentenceOf(() => openDataFolder({ dataDir: folder }))).toContain(
      'cannot be opened',
    );
  });

  test('with a key that is none is told, rather than all tokens made void', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys/server.key'), 'oops');
    expect(await sentenceOf(() => openDataFolder({ dataDir: folder }))).toContain(
      'does not hold a key',
    );
  });
});

describe('a PostgreSQL database', () => {
  test('leaves keys in the data folder, and tells of a database there that is not used', async () => {
    const [dataDir, databaseUrl] = [temporaryFolder(), await freshDatabase()];
    await (await openDataFolder({ dataDir })).store.close();
    const told: string[] = [];
    const { store } = await openDataFolder({ dataDir, databaseUrl }, line => void told.push(line));
    onTestFinished(() => store.close());
    expect(store.engine).toBe('postgres');
    expect(existsSync(join(dataDir, 'keys/server.key'))).toBe(true);
    expect(told).toEqual([expect.stringContaining('is not used while DATABASE_URL is set')]);
  });

  test('that a newer version has written is told', async () => {
    const place = { dataDir: temporaryFolder(), databaseUrl: await freshDatabase() };
    await (await openDataFolder(place)).store.close();
    const client = new pg.Client({ connectionString: place.databaseUrl });
    await client.connect();
    await client.query(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
    await client.end();
    expect(await sentenceOf(() => openDataFolder(place))).toContain('start that version');
  });

  test('whose tables somebody else is changing for long is told', async () => {
    const place = { dataDir: temporaryFolder(), databaseUrl: await freshDatabase() };
    await (await openDataFolder(place)).store.close();
    const client = new pg.Client({ connectionString: place.databaseUrl });
    await client.connect();
    await client.query('begin; lock table kysely_migration_lock in access exclusive mode');
    const url = `${place.databaseUrl}?options=-c%20lock_timeout%3D200`;
    const told = await sentenceOf(() => openDataFolder({ ...place, databaseUrl: url }));
    await client.end();
    expect(told).toContain('start again when it is done');
  });
});

test('a port that is taken is told with its cure', async () => {
  const fetch = () => new Response('first');
  const first = await listen(fetch, { port: 0, host: '127.0.0.1' });
  onTestFinished(() => first.stop());
  const { port } = first;
  expect(await sentenceOf(() => listen(fetch, { port, host: '127.0.0.1' }))).toBe(
    `Port ${port} is taken; stop what uses it, or set PORT to another.`,
  );
});

describe('an invitation asked for on the command line', () => {
  const name = 'Siti Nurhaliza';

  test('goes to the stream that the role suggests', () => {
    expect(readInvitation({ role: 'koordinator', name })).toEqual({
      role: 'koordinator',
      guest: { name, stream: 'programme' },
    });
    expect(readInvitation({ role: 'pengelola', name, village: '62.03.01.2001' })).toEqual({
      role: 'pengelola',
      guest: { name, stream: 'region:62.03', village: '62.03.01.2001' },
    });
    expect(readInvitation({ role: 'fasilitator', name, stream: 'training:t1' })).toEqual({
      role: 'fasilitator',
      guest: { name, stream: 'training:t1' },
    });
  });

  test.each([
    [{ role: 'boss', name }, '--role must be'],
    [{ role: 'koordinator' }, '--name must be'],
    [{ role: 'koordinator', name: 'a\nb' }, '--name must be'],
    [{ role: 'fasilitator', name }, 'A fasilitator needs --stream'],
    [{ role: 'fasilitator', name, stream: 'kitchen' }, '--stream must be'],
    [{ role: 'pengelola', name }, 'A pengelola needs --village'],
    [{ role: 'pengelola', name, village: 'Buntoi' }, '--village must be'],
  ])('%j is told with how it is used', async (asked, sentence) => {
    expect(await sentenceOf(() => readInvitation(asked))).toContain(sentence);
  });

  test('an option that does not exist is told, and nothing is made', async () => {
    const folder = join(temporaryFolder(), 'untouched');
    const input = { args: ['--devise', 'x'], env: { DATA_DIR: folder }, clientFolder: '' };
    expect(await sentenceOf(() => revoke(input))).toContain('Usage: npm run revoke -- --device ID');
    expect(existsSync(folder)).toBe(false);
  });
});
