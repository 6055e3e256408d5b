import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { findPostgres } from './postgres-programs.ts';

/** A PostgreSQL that is gone when it is stopped, or when the process that started it ends in any way. */
export interface TestPostgres {
  /** The server's own database, to which nothing of ours belongs. */
  url: string;
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this user exists everywhere and owns nothing. */
const nobody = 65_534;

/** Data that is thrown away need not survive a power cut. */
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

const clusterOptions = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--no-sync',
  '--no-instructions',
];

const longestStartMs = 30_000;
const longestLog = 10_000;

/**
 * Starts a real PostgreSQL on a free port of 127.0.0.1 with its data in a temporary folder, about half a
 * second. Nothing is installed and no user is made; root may start it too. `settings` are PostgreSQL's own.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<TestPostgres> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await startOn(await freePort(), settings);
    } catch (error) {
      // Somebody else may have taken the port since it was found free.
      if (attempts === 3 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

async function startOn(port: number, settings: Record<string, string>): Promise<TestPostgres> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'jukung-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const place: Place = { folder, ...(isRoot && { uid: nobody, gid: nobody }) };
  try {
    const programs = findPostgres(folder);
    if (isRoot) spawnSync('chown', ['-R', `${nobody}:${nobody}`, folder]);
    makeCluster(programs, place);
    const server = await launch(programs, place, { ...ownSettings, ...settings, port: `${port}` });
    return describe(server, `postgres://postgres@127.0.0.1:${port}`);
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Where the server lives, and as whom. */
interface Place {
  folder: string;
  uid?: number;
  gid?: number;
}

function makeCluster(programs: string, { folder, ...user }: Place): void {
  const made = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', path.join(folder, 'data'), ...clusterOptions],
    { ...user, cwd: folder, env: { HOME: folder, LC_ALL: 'C' }, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
}

/**
 * Runs the server, and beside it a reader of a pipe that only this process holds open: when the pipe
 * closes, be it because this process was killed, the server ends and its folder goes.
 */
const guarded = `
folder=$1; shift
"$@" 3<&- & server=$!
exec 2>/dev/null
{ read -r line; kill -QUIT $server; } <&3 & guard=$!
wait $server
kill $guard
rm -rf "$folder"`;

async function launch(
  programs: string,
  { folder, ...user }: Place,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const server = [
    path.join(programs, 'postgres'),
    `-D${path.join(folder, 'data')}`,
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
  ];
  const child = spawn('/bin/sh', ['-c', guarded, 'sh', folder, ...server], {
    ...user,
    cwd: '/',
    env: { HOME: folder, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C is meant for this process, and the pipe tells the rest.
    detached: true,
  });
  await isReady(child);
  return child;
}

/** Comes back once the server accepts connections; throws with its log if it does not come to that. */
function isReady(child: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => letGo(child), longestStartMs);
    const fail = () => {
      clearTimeout(tooLate);
      reject(new Error(`postgres did not start:\n${log}`));
    };
    child.once('exit', fail).once('error', reject);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-longestLog);
      if (!text.includes('ready to accept connections')) return;
      clearTimeout(tooLate);
      child.off('exit', fail);
      resolve();
    });
  });
}

/** Closes the pipe that the guard reads. */
function letGo(child: ChildProcess): void {
  (child.stdio[3] as Writable).destroy();
}

function describe(child: ChildProcess, server: string): TestPostgres {
  const url = `${server}/postgres`;
  // What is forgotten to be stopped must not keep the process alive.
  child.unref();
  for (const pipe of [child.stderr, child.stdio[3]]) (pipe as Socket).unref();
  return {
    url,
    async createDatabase() {
      const name = `jukung_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: url });
      // What breaks is told by what was asked.
      client.on('error', () => {});
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `${server}/${name}`;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.ref();
      letGo(child);
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
