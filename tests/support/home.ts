import { pino } from 'pino';
import type { Role } from '../../src/domain/records/member.ts';
import {
  paths,
  type EnrolResponse,
  type PullEnd,
  type PullPage,
  type PushResponse,
} from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import type { Home } from '../../src/server/accounts/home.ts';
import { invite } from '../../src/server/accounts/invitations.ts';
import { deriveKeys } from '../../src/server/accounts/keys.ts';
import type { BlobStore } from '../../src/server/blobs/blob-store.ts';
import { openFileBlobStore } from '../../src/server/blobs/file-blob-store.ts';
import { createApp } from '../../src/server/http/app.ts';
import type { EventTimes } from '../../src/server/http/event-routes.ts';
import { clientFiles } from '../../src/server/http/static-files.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import type { Guest, Store } from '../../src/server/store/store.ts';
import { territoryIn } from '../../src/server/territory-in.ts';
import { createDeliveries } from '../../src/server/sync/deliveries.ts';
import {
  createHomeOperations,
  type HomeOperations,
} from '../../src/server/admission/home-operations.ts';
import { freshDatabase } from './fresh-database.ts';
import { createChance } from './seed.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The whole server but its socket, in one process, with its clock, chance and log in the test's hand. */
export interface TestHome {
  home: Home;
  store: Store;
  operations: HomeOperations;
  blobs: BlobStore;
  /** Home's clock, ms; to be set at will. */
  now: number;
  /** Every line of the log so far. */
  logged: Record<string, unknown>[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Makes an invitation and gives its code. */
  invite(role: Role, guest: Guest): Promise<string>;
  /** Lets somebody in with a code; whatever the server answers. */
  tryEnrol(code: string, device: string): Promise<Response>;
  /** Invites somebody and lets them in at once. */
  letIn(role: Role, guest: Guest, device: string): Promise<EnrolResponse>;
  close(): Promise<void>;
}

export const noon = Date.parse('2021-06-29T12:00:00+07:00');

const json = { 'Content-Type': 'application/json' };

/** Opens a server in memory, or on a database file, or on a store that is open already. */
export async function openHome(
  options: {
    at?: number;
    file?: string;
    store?: Store;
    clientFolder?: string;
    blobFolder?: string;
    eventTimes?: EventTimes;
  } = {},
): Promise<TestHome> {
  const store = options.store ?? (await openUsualStore(options.file));
  const keys = deriveKeys(Buffer.alloc(32, 7));
  const chance = createChance(1);
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info', base: null },
    { write: line => logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const clock = () => test.now;
  const newId = () => chance.uuid();
  const reportBug = (error: unknown) => log.error({ err: error });
  const home: Home = { store, keys, clock, newId, reportBug };
  const operations = createHomeOperations(home);
  const deliveries = createDeliveries(home, operations, () => performance.now());
  const blobs = await openFileBlobStore(options.blobFolder ?? temporaryFolder());
  const { clientFolder } = options;
  const app = createApp({
    home,
    operations,
    deliveries,
    blobs,
    log,
    version: '0.0.0',
    loadTerritory: territoryIn('public'),
    clientFiles: clientFolder === undefined ? undefined : clientFiles(clientFolder),
    ...(options.eventTimes && { eventTimes: options.eventTimes }),
  });

  const test: TestHome = {
    home,
    store,
    operations,
    blobs,
    now: options.at ?? noon,
    logged,
    fetch: async (path, init) => app.request(path, init),
    invite: (role, guest) => invite(home, { role, guest }),
    tryEnrol: (code, device) =>
      test.fetch(paths.enrol, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ code, device: { id: device, name: `Tablet ${device}` } }),
      }),
    async letIn(role, guest, device) {
      const response = await test.tryEnrol(await test.invite(role, guest), device);
      return (await response.json()) as EnrolResponse;
    },
    close: () => store.close(),
  };
  return test;
}

/** SQLite, or PostgreSQL where the run says so: the same stories are told on both. */
export async function openUsualStore(file = ':memory:'): Promise<Store> {
  return process.env['STORE'] === 'postgres'
    ? openPostgresStore(await freshDatabase())
    : openSqliteStore(file);
}

/** What a device says of itself with each push. */
export function report(home: TestHome, device: string, tokens: string[] = []) {
  const waiting = { ops: 0, pictures: 0, bytes: 0 };
  return { id: device, now: home.now, clk: 1, app: '1', schema: 1, waiting, tokens };
}

/** Pushes lines as the person of a token. */
export async function push(
  home: TestHome,
  token: string,
  ops: unknown[],
  device: object = report(home, 'tablet-a'),
): Promise<PushResponse> {
  const response = await home.fetch(paths.push, {
    method: 'POST',
    headers: { ...json, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ proto: 1, device, ops }),
  });
  if (!response.ok) throw new Error(`push: ${response.status} ${await response.text()}`);
  return (await response.json()) as PushResponse;
}

/** Asks for everything after the cursors; whatever the server answers. */
export function tryPull(home: TestHome, token: string, request: object = {}): Promise<Response> {
  return home.fetch(paths.pull, {
    method: 'POST',
    headers: { ...json, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ schema: 1, scopes: {}, open: [], ...request }),
  });
}

/** The same, taken apart. */
export async function pull(
  home: TestHome,
  token: string,
  request: object = {},
): Promise<{ pages: PullPage[]; end: PullEnd }> {
  const response = await tryPull(home, token, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`pull: ${response.status} ${text}`);
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as PullPage | PullEnd);
  return {
    pages: lines.filter((line): line is PullPage => 'records' in line),
    end: lines.find((line): line is PullEnd => 'done' in line) as PullEnd,
  };
}

/** A training with a koordinator of the programme and a fasilitator of the training, both let in. */
export async function openTraining(test: TestHome, training = 't1') {
  const stream = `training:${training}`;
  const koordinator = await test.letIn(
    'koordinator',
    { name: 'Kartini', stream: 'programme' },
    'laptop-k',
  );
  const amina = await test.letIn('fasilitator', { name: 'Amina', stream }, 'tablet-a');
  return { stream, koordinator, amina };
}

export type { Operation };
