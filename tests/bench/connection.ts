import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createApi, type Api as OtherApi } from '../../src/client/api/api.ts';
import { createSyncApi, type SyncApi } from '../../src/client/api/sync-api.ts';
import type { Timers } from '../../src/client/api/deadline.ts';
import { pushForms } from '../../src/protocol/messages.ts';

/** All that a device says to home. */
type Api = OtherApi & SyncApi;

/** A request as the app sends it. */
export interface Prepared {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** An answer as it came over the wire. */
export interface Arrived {
  status: number;
  headers: Record<string, string>;
  /** Packed, if the server packed it. */
  body: Buffer;
}

/** Connections to one server that stay open; what exceeds them waits its turn here. */
export interface Connection {
  send(prepared: Prepared): Promise<Arrived>;
  close(): void;
}

export function connect(url: string, connections: number): Connection {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: ({ path, headers, body }) =>
      new Promise((resolve, reject) => {
        const options = {
          agent,
          hostname,
          port,
          path,
          method: body.length > 0 ? 'POST' : 'GET',
          headers: {
            'Accept-Encoding': 'gzip, deflate, br',
            ...headers,
            'Content-Length': body.length,
          },
        };
        const asking = request(options, response => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: flat(response.headers),
              body: Buffer.concat(chunks),
            }),
          );
        });
        asking.on('error', reject);
        asking.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Asked to come later, a device waits at least as long as it is told, and up to half as long again. */
export async function sendUntilTaken(
  connection: Connection,
  prepared: Prepared,
  random: () => number,
  onTurnedAway = () => {},
): Promise<Arrived> {
  for (;;) {
    const answer = await connection.send(prepared);
    if (answer.status === 200) return answer;
    if (answer.status !== 429 && answer.status !== 503)
      throw new Error(`the server answered ${answer.status}: ${answer.body.toString()}`);
    onTurnedAway();
    const seconds = Number(answer.headers['retry-after'] ?? 1);
    await new Promise(resolve => setTimeout(resolve, seconds * 1000 * (1 + random() / 2)));
  }
}

function flat(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
  );
}

/** What the app itself would send: its own interface to home, stopped at the network. */
export async function prepare(ask: (api: Api) => Promise<unknown>): Promise<Prepared> {
  let prepared: Prepared | undefined;
  const api = apiOver((path, init) => {
    const { body } = init;
    prepared = {
      path,
      headers: init.headers as Record<string, string>,
      body:
        typeof body === 'string'
          ? Buffer.from(body)
          : Buffer.from((body ?? new ArrayBuffer(0)) as ArrayBuffer),
    };
    return new Response(null, { status: 503 });
  });
  await ask(api).catch(() => {});
  if (!prepared) throw new Error('the app asked nothing');
  return prepared;
}

/** What the app itself would make of an answer. Throws its `Problem`. */
export function understand<T>(arrived: Arrived, ask: (api: Api) => Promise<T>): Promise<T> {
  const { status, headers } = arrived;
  const body = new Uint8Array(unpackBody(arrived));
  return ask(apiOver(() => new Response(body, { status, headers })));
}

/** The body of an answer without its packing. */
export function unpackBody({ headers, body }: Arrived): Buffer {
  const packing = headers['content-encoding'];
  if (packing === 'br') return brotliDecompressSync(body);
  return packing === 'gzip' ? gunzipSync(body) : body;
}

/** The app's own interface to home at that address. */
export function apiAt(url: string): Api {
  return apiOver((path, init) => fetch(`${url}${path}`, init));
}

function apiOver(fetch: (path: string, init: RequestInit) => Response | Promise<Response>): Api {
  const network = { fetch, now: Date.now, timers };
  // A device that brings its day was here before, and knows what home takes.
  return {
    ...createApi(network),
    ...createSyncApi(network, { known: pushForms, onHeard: () => {} }),
  };
}

const timers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
