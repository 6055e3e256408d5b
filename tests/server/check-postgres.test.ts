import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkPostgres } from '../../src/server/check-postgres.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

// A machine that is busy may take seconds to start PostgreSQL.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const strict = { oldestMajor: 14, longestWaitMs: 300 };
const password = 'rahasia-sekali';

/** A server where only `postgres` comes in without a password. */
let folder: string;
let server: TestPostgres;
let database: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jukung-'));
  // The server's user reads it too.
  chmodSync(folder, 0o755);
  const rules = join(folder, 'pg_hba.conf');
  writeFileSync(
    rules,
    `host all postgres 127.0.0.1/32 trust
     host jukung all 127.0.0.1/32 scram-sha-256\n`,
  );
  server = await startPostgres({ hba_file: rules });
  await run(server.url, `create role petugas login password '${password}'`);
  await run(server.url, 'create database jukung owner petugas');
  database = server.url.replace(/postgres$/, 'jukung');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function as(user: string, url = database): string {
  return url.replace('postgres@', `${user}@`);
}

/** What stops the program is one line that says what to do and no password. */
async function sentenceOf(url: string, limits = strict): Promise<string> {
  try {
    await checkPostgres(url, limits);
  } catch (error) {
    const isSentence = error instanceof SetupProblem && !/\n|rahasia/.test(error.message);
    if (!isSentence) throw error;
    return error.message;
  }
  return 'nothing is wrong';
}

describe('the address of a PostgreSQL database', () => {
  test('is taken when it can be ours', async () => {
    expect(await sentenceOf(as(`petugas:${password}`))).toBe('nothing is wrong');
    expect(await sentenceOf(await server.createDatabase())).toBe('nothing is wrong');
  });

  test('with a wrong password is told', async () => {
    expect(await sentenceOf(as(`petugas:${password}x`))).toMatch(
      /does not accept the password of "petugas"; correct DATABASE_URL\.$/,
    );
    expect(await sentenceOf(as('petugas'))).toContain('wants a password for "petugas"');
  });

  test('with a user or a database that is not let in is told', async () => {
    expect(await sentenceOf(as(`petugas:${password}`, server.url))).toContain(
      'does not let "petugas" into "postgres" from here',
    );
  });

  test('with a database that does not exist is told with how to make it', async () => {
    expect(await sentenceOf(server.url.replace(/postgres$/, 'jukong'))).toContain(
      'make it with "createdb jukong"',
    );
  });

  test('where nobody listens is told', async () => {
    const { port, close } = await listenInSilence();
    await close();
    expect(await sentenceOf(`postgres://u:${password}@127.0.0.1:${port}/jukung`)).toBe(
      `No PostgreSQL at 127.0.0.1:${port} answers; start it, or correct DATABASE_URL.`,
    );
  });

  test('where somebody listens and says nothing is told after a while', async () => {
    const { port } = await listenInSilence();
    expect(await sentenceOf(`postgres://u:${password}@127.0.0.1:${port}/jukung`)).toMatch(
      /does not answer as one \(timeout/,
    );
  });

  test('of a host that does not exist is told', async () => {
    expect(await sentenceOf(`postgres://u:${password}@host..invalid/jukung`)).toContain(
      'names the host "host..invalid"',
    );
  });

  test('of a version that is too old is told', async () => {
    expect(await sentenceOf(database, { ...strict, oldestMajor: 99 })).toMatch(
      /is version \d+; Jukung needs 99 or newer: upgrade it\.$/,
    );
  });

  test('where no table may be made is told', async () => {
    await run(server.url, `create role tamu login password '${password}'`);
    expect(await sentenceOf(as(`tamu:${password}`))).toContain('User "tamu" may not make tables');
  });

  test('of a database that holds no Unicode is told', async () => {
    await run(server.url, `create database kuno encoding 'SQL_ASCII' template template0`);
    expect(await sentenceOf(server.url.replace(/postgres$/, 'kuno'))).toContain(
      'holds SQL_ASCII text',
    );
  });

  test("of another program's database is told, and nothing is written to it", async () => {
    const theirs = await server.createDatabase();
    await run(theirs, 'create table pelanggan (nama text)');
    expect(await sentenceOf(theirs)).toContain('belongs to another program');
  });

  test('of a server without TLS that was asked for it is told', async () => {
    expect(await sentenceOf(`${database}?sslmode=verify-full`)).toContain('speaks no TLS');
  });
});

/** A port that takes connections and never answers. */
async function listenInSilence() {
  const listener = createServer(() => {}).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const close = () => new Promise<void>(resolve => listener.close(() => resolve()));
  onTestFinished(() => void listener.close());
  return { port: (listener.address() as AddressInfo).port, close };
}
