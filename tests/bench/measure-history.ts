import { join } from 'node:path';
import { cpSync } from 'node:fs';
import {
  limits,
  schemaVersion,
  type PullEnd,
  type PushResponse,
} from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import type { Bench } from './bench.ts';
import { connect, prepare, sendUntilTaken, understand, type Connection } from './connection.ts';
import { createFiller, pushOf, type Filler } from './fill.ts';
import { demoStream, type Enrolled, type Hotel } from './hotel.ts';
import { atMost, type Findings } from './measured.ts';
import type { Served } from './processes.ts';
import { median } from './statistics.ts';

const changes = 10;
const warmUps = 15;
const rounds = 60;
/** Filling may not take longer, ms: then this machine cannot measure it. */
const longestFillMs = 300_000;

/** A server that holds so much, and a device that has pulled all of it. */
interface Grown {
  size: number;
  server: Served;
  connection: Connection;
  cursors: Record<string, number>;
  tookMs: number[];
}

/**
 * What pulling 10 changes costs a device, by how much history the server holds in that very training: from
 * the request to the answer's last byte, on servers that differ in nothing else, in turns.
 */
export async function measureHistory({ hotel, seed, histories, say }: Bench): Promise<Findings> {
  const [reader, ...others] = hotel.enrolled;
  if (!reader) throw new Error('nobody was let in');
  const writers = others.slice(0, 10);
  const filler = createFiller({ stream: demoStream, writers, seed, editEvery: 5 });
  const servers = await grow(hotel, filler, histories, say);
  try {
    for (const grown of servers) {
      grown.cursors = { [demoStream]: await push(grown, filler.next(1), writers) };
      await pull(grown, reader);
    }
    for (let round = 0; round < warmUps + rounds; round += 1) {
      for (const grown of servers) {
        const operations = filler.next(changes);
        await push(grown, operations, writers);
        const { tookMs, records } = await pull(grown, reader);
        if (records !== expected(operations))
          throw new Error(`${records} records came for ${changes} changes`);
        if (round >= warmUps) grown.tookMs.push(tookMs);
      }
    }
  } finally {
    for (const { server, connection } of servers) {
      connection.close();
      await server.stop();
    }
  }
  const medians = servers.map(({ tookMs }) => median(tookMs));
  const [least = NaN, ...larger] = medians;
  return {
    measured: [
      atMost({
        name: 'history',
        words: `pull of ${changes} changes, history of ${sizes(histories.slice(1))}, against ${sizes(histories.slice(0, 1))}`,
        unit: 'ms',
        value: Math.max(...larger),
        limit: least,
        goal: 1.2,
      }),
    ],
    notes: [
      `history: medians of ${rounds} pulls each, in turns: ${servers.map(({ size }, index) => `${size.toLocaleString('en-GB')} operations ${medians[index]?.toFixed(2)} ms`).join(', ')}`,
    ],
  };
}

const sizes = (all: readonly number[]) =>
  all.map(size => size.toLocaleString('en-GB')).join(' or ');

/** Edits of one record are one record. */
const expected = (operations: readonly { r: string }[]) =>
  new Set(operations.map(({ r }) => r)).size;

/** Fills one server, and leaves a copy of it at each size. */
async function grow(
  hotel: Hotel,
  filler: Filler,
  histories: readonly number[],
  say: (words: string) => void,
): Promise<Grown[]> {
  const folders: string[] = [];
  let from: { from?: string } = {};
  const startedAt = performance.now();
  for (const size of histories) {
    const server = await hotel.open(from);
    await filler.fillTo(server.url, size, startedAt + longestFillMs);
    await server.stop();
    const folder = join(hotel.folder, `history-${size}`);
    cpSync(server.dataDir, folder, { recursive: true });
    folders.push(folder);
    from = { from: folder };
    say(
      `history: ${size} operations after ${Math.round((performance.now() - startedAt) / 1000)} s`,
    );
  }
  return Promise.all(
    histories.map(async (size, index): Promise<Grown> => {
      const server = await hotel.open({ from: folders[index] as string });
      const connection = connect(server.url, 1);
      return { size, server, connection, cursors: {}, tookMs: [] };
    }),
  );
}

/** Gives the stream's counter after it. */
async function push(
  { connection }: Grown,
  operations: readonly Operation[],
  writers: readonly Enrolled[],
): Promise<number> {
  const author = writers.find(({ device }) => device === operations[0]?.dev);
  if (!author) throw new Error('nobody wrote it');
  const answer = await sendUntilTaken(connection, pushOf(author, operations), Math.random);
  const { results } = JSON.parse(answer.body.toString()) as PushResponse;
  return Math.max(...results.map(verdict => (verdict.s === 'ok' ? verdict.seq : NaN)));
}

async function pull(grown: Grown, reader: Enrolled) {
  const { end, tookMs, records } = await ask(grown.connection, reader, grown.cursors);
  grown.cursors = headsOf(end);
  return { tookMs, records };
}

async function ask(connection: Connection, reader: Enrolled, scopes: Record<string, number>) {
  const question = { schema: schemaVersion, scopes, open: [], maxBytes: limits.pageBytes };
  const prepared = await prepare(api => api.pull(reader.token, question, async () => {}));
  const askedAt = performance.now();
  const arrived = await connection.send(prepared);
  const tookMs = performance.now() - askedAt;
  let records = 0;
  const { answer: end } = await understand(arrived, api =>
    api.pull(reader.token, question, async page => void (records += page.records.length)),
  );
  if (!end) throw new Error('a pull was cut');
  return { end, tookMs, records };
}

const headsOf = ({ scopes }: PullEnd) =>
  Object.fromEntries(scopes.map(({ id, head }) => [id, head]));
