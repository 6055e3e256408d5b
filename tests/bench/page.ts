import { Dexie } from 'dexie';
import { browserWorld } from '../../src/client/browser-world.ts';
import { buildServices, type BuiltServices } from '../../src/client/build-services.ts';
import { CacheDatabase } from '../../src/client/data/cache.ts';
import type { RecordView } from '../../src/client/data/record-view.ts';
import {
  limits,
  mediaType,
  paths,
  schemaVersion,
  type PullLine,
} from '../../src/protocol/messages.ts';
import { timeWrites } from './page-writes.ts';
import type { Moment } from './hotel-evening.ts';

/**
 * What the bench has done in a real browser: the app's own data layer without its screens. It syncs only
 * when told to, and its clock can be set.
 */
const bench = { enrol, setClock, sync, writeDay, pullFresh, bulkPut, timeWrites: timeWritesOn };

export type BenchPage = typeof bench;

Object.assign(window, { bench });

interface Device {
  services: BuiltServices;
  person: string;
  /** What the device's clock says, ms; the machine's own when undefined. */
  clock: { at: number | undefined };
  asked: Asked[];
}

/** One request of a device and what went over the wire for it. */
export interface Asked {
  path: string;
  sentBytes: number;
  receivedBytes: number;
}

const devices = new Map<string, Device>();

/** Lets somebody in on a device that is new. Gives the person's id. */
async function enrol(name: string, code: string, at?: number): Promise<string> {
  const clock = { at };
  const asked: Asked[] = [];
  const world = browserWorld();
  const services = await buildServices({
    ...world,
    databaseName: name,
    now: () => clock.at ?? Date.now(),
    monotonic: () => clock.at ?? performance.now(),
    fetch: (path, init) => {
      asked.push({ path, sentBytes: bytesOf(init.body), receivedBytes: 0 });
      return fetch(path, init);
    },
    // Nobody gets a turn: rounds run when the bench says so, and never by themselves.
    locks: { request: (async (...all: unknown[]) => nobodysTurn(all)) as LockManager['request'] },
    worker: undefined,
  });
  const person = await services.account.enrol(code);
  devices.set(name, { services, person: person.id, clock, asked });
  return person.id;
}

async function nobodysTurn(all: unknown[]): Promise<unknown> {
  return (all.at(-1) as LockGrantedCallback<unknown>)(null);
}

function setClock(name: string, at: number): void {
  deviceNamed(name).clock.at = at;
}

/** One round, to its end. Gives its requests. */
async function sync(name: string): Promise<Asked[]> {
  const { services, asked } = deviceNamed(name);
  asked.length = 0;
  performance.clearResourceTimings();
  if (!(await services.runRound())) throw new Error('something was left to do');
  for (;;) {
    const seen = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    if (seen.length >= asked.length) {
      const timings = seen.sort((a, b) => a.startTime - b.startTime);
      return asked.map((one, index) => ({
        ...one,
        receivedBytes: timings[index]?.encodedBodySize ?? NaN,
      }));
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** Writes a day as its author would: moment by moment, each seeing what is there. */
async function writeDay(
  name: string,
  moments: readonly Pick<Moment, 'afterMs' | 'edits'>[],
  beganAt: number,
): Promise<void> {
  const { services, clock } = deviceNamed(name);
  const { records } = services;
  for (const { afterMs, edits } of moments) {
    clock.at = beganAt + afterMs;
    const changes = edits.map(async ({ stream, t, r, f }) => {
      const seen = await records.readRecord(stream, t, r);
      return { stream, t, r, fields: f, seen };
    });
    await records.write(await Promise.all(changes));
  }
}

export interface FreshPull {
  /** From the request until the sheet that came last is read, ms. */
  tookMs: number;
  /** Marks that the device holds then. */
  marks: number;
}

/** A device that has nothing fetches everything. */
async function pullFresh(
  name: string,
  code: string,
  stream: string,
  lastSession: string,
): Promise<FreshPull> {
  await enrol(name, code);
  const { services } = deviceNamed(name);
  const startedAt = performance.now();
  await services.runRound();
  const sheet = await services.records.readShelf(stream, 'attendance', lastSession);
  const tookMs = performance.now() - startedAt;
  if (sheet.length === 0) throw new Error('the last sheet is empty');
  const marks = await services.records.readShelf(stream, 'attendance');
  await forget(name);
  return { tookMs, marks: marks.length };
}

export interface BulkPut {
  /** From the request until everything is parsed, ms. */
  fetchMs: number;
  /** From then until every record is stored, ms. */
  putMs: number;
  records: number;
}

/** The same records, each a row of a plain table. */
async function bulkPut(name: string, token: string, stream: string): Promise<BulkPut> {
  const database = new Dexie(name);
  database.version(1).stores({ records: '' });
  await database.open();
  const startedAt = performance.now();
  const response = await fetch(paths.pull, {
    method: 'POST',
    headers: { 'Content-Type': mediaType.json, Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      schema: schemaVersion,
      scopes: { [stream]: 0 },
      open: [],
      maxBytes: limits.pageBytes,
    }),
  });
  const lines = (await response.text()).trimEnd().split('\n');
  const records = lines.flatMap(line => {
    const read = JSON.parse(line) as PullLine;
    return 'records' in read ? read.records : [];
  });
  const fetchedAt = performance.now();
  const keys = records.map(({ stream, t, r }) => `${stream}|${t}|${r}`);
  await database.table('records').bulkPut(records, keys);
  const storedAt = performance.now();
  await database.delete();
  return {
    fetchMs: fetchedAt - startedAt,
    putMs: storedAt - fetchedAt,
    records: records.length,
  };
}

/** Times single writes on a sheet, in turns with bare ones. */
async function timeWritesOn(name: string, stream: string, sessions: readonly string[]) {
  const { services, person } = deviceNamed(name);
  const sheets: RecordView[] = [];
  for (const session of sessions)
    sheets.push(...(await services.records.readShelf(stream, 'attendance', session)));
  return timeWrites(services.records, sheets, person);
}

/** Closes a device and removes what it fetched. */
async function forget(name: string): Promise<void> {
  deviceNamed(name).services.close();
  devices.delete(name);
  await Dexie.delete(new CacheDatabase(name).name);
}

function deviceNamed(name: string): Device {
  const device = devices.get(name);
  if (!device) throw new Error(`there is no device ${name}`);
  return device;
}

function bytesOf(body: RequestInit['body']): number {
  if (typeof body === 'string') return new TextEncoder().encode(body).length;
  return body instanceof ArrayBuffer ? body.byteLength : 0;
}
