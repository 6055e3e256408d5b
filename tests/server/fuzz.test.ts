import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityResponse, activityRoute } from '../../src/protocol/activity-messages.ts';
import { devicesResponse } from '../../src/protocol/event-messages.ts';
import {
  attentionResponse,
  enrolResponse,
  healthResponse,
  historyResponse,
  limits,
  paths,
  receiptsResponse,
  type EnrolResponse,
} from '../../src/protocol/messages.ts';
import { signToken } from '../../src/server/accounts/tokens.ts';
import { expectClosedAnswer, type Answered } from '../support/closed-answer.ts';
import { effort } from '../support/effort.ts';
import { openHome, openTraining, pull, push, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { mutate } from '../support/random-json.ts';
import { randomBytes, spoiledBody, spoiledToken } from '../support/random-requests.ts';
import { announceSeed, createChance, type Chance } from '../support/seed.ts';

const seed = announceSeed('fuzzed requests');
const requests = effort({ share: 2_000, whole: 10_000 });
const timeoutMs = effort({ share: 120_000, whole: 600_000 });

let home: TestHome;
let people: EnrolResponse[];
let code: string;
let folder: string;
const foreign = signToken(Buffer.alloc(32, 1), { device: 'd', person: 'p', enrolledAt: 0 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jukung-'));
  const clientFolder = join(folder, 'client');
  mkdirSync(join(clientFolder, 'assets'), { recursive: true });
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html>');
  writeFileSync(join(clientFolder, 'assets/a-1.js'), 'export {}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  home = await openHome({ clientFolder });
  const { stream, koordinator, amina } = await openTraining(home);
  const rina = await home.letIn('fasilitator', { name: 'Rina', stream }, 'tablet-r');
  await home.operations.revokeDevice('tablet-r');
  people = [koordinator, amina, rina];
  code = await home.invite('fasilitator', { name: 'Budi', stream });
  const by = amina.person.id;
  await push(home, amina.token, [operation({ by }), operation({ by: 'nobody', r: 's1:p2' })]);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends as many requests as this run has, and holds each answer to the catalogue. Gives how often each status came. */
async function fuzz(
  offset: number,
  answered: Answered,
  request: (chance: Chance, token: string) => { path: string; init: RequestInit },
): Promise<Record<number, number>> {
  const chance = createChance(seed + offset);
  const statuses: Record<number, number> = {};
  for (let left = requests; left > 0; left -= 1) {
    home.now += chance.below(1_000);
    const { token } = chance.pick(people);
    const shown = chance.happens(0.1) ? spoiledToken(chance, token, foreign) : token;
    const { path, init } = request(chance, token);
    const headers = {
      ...(shown !== undefined && { Authorization: `Bearer ${shown}` }),
      ...(init.headers as Record<string, string>),
    };
    const response = await home.fetch(path, { ...init, headers });
    const { status } = await expectClosedAnswer(response, answered, init.method);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  expect(home.logged.filter(({ err }) => err)).toEqual([]);
  return statuses;
}

/** A part of an address: an honest one, a mutated one, or escapes that mean nothing. */
function pathPart(chance: Chance, ...honest: string[]): string {
  const dice = chance.next();
  if (dice < 0.4) return encodeURIComponent(chance.pick(honest));
  if (dice < 0.9) return encodeAnything(mutate(chance, chance.pick(honest)));
  return chance.pick(['%', '%E0%A4%A', '..', '%2e%2e', '%2F..%2F', '%00', '.', '', '%ff', '\\']);
}

function encodeAnything(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '~').slice(0, 4_000));
}

test(
  'what is said to the door is answered from the catalogue, and a good code still lets in',
  async () => {
    const statuses = await fuzz(1, { as: 'json', schema: enrolResponse }, chance => {
      const device = { id: `tablet-${chance.below(5)}`, name: 'Tablet' };
      const { body, headers } = spoiledBody(chance, { code, device });
      return { path: paths.enrol, init: { method: 'POST', body, headers } };
    });
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['400', '413', '415', '429']));
    home.now += 3_600_000;
    const fresh = await home.invite('fasilitator', { name: 'Citra', stream: 'training:t1' });
    expect((await home.tryEnrol(fresh, 'tablet-c')).status).toBe(200);
  },
  timeoutMs,
);

test(
  'whatever is asked of a pull is answered from the catalogue, and never cut',
  async () => {
    const epoch = await home.store.readEpoch();
    const statuses = await fuzz(2, { as: 'lines' }, chance => {
      const open = [chance.uuid(), '00000000-0000-4000-8000-000000000001'];
      const scopes = { programme: chance.below(3), 'training:t1': chance.below(5) };
      const message = { epoch, schema: 1, scopes, open, maxBytes: 4_096, device: 'tablet-a' };
      const { body, headers } = spoiledBody(chance, message);
      return { path: paths.pull, init: { method: 'POST', body, headers } };
    });
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403']));
    const { end } = await pull(home, people[1]?.token ?? '');
    expect(end.done).toBe(true);
  },
  timeoutMs,
);

test.each([
  [paths.attention, attentionResponse],
  [paths.devices, devicesResponse],
  [paths.health, healthResponse],
])(
  'whoever asks %s, however, is answered from the catalogue',
  async (path, schema) => {
    const statuses = await fuzz(3, { as: 'json', schema }, chance => ({
      path: chance.happens(0.8) ? path : `${path}?${pathPart(chance, 'device=tablet-a')}`,
      init: {},
    }));
    expect(Object.keys(statuses)).toContain('200');
  },
  timeoutMs,
);

test(
  '10.2 whatever record history is asked of, the answer is from the catalogue',
  async () => {
    const statuses = await fuzz(4, { as: 'json', schema: historyResponse }, chance => {
      const stream = pathPart(chance, 'training:t1', 'programme');
      const kind = pathPart(chance, 'attendance', 'member');
      const path = `${paths.history}/${stream}/${kind}/${pathPart(chance, 's1:p1', 's1:p2')}`;
      return {
        // Three dots-dots in a row lead to the app's own address, which is no question about a history.
        path: new URL(path, 'http://home').pathname === '/' ? paths.history : path,
        init: {},
      };
    });
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '401', '403', '404']));
  },
  timeoutMs,
);

test(
  '10.8 whatever activity is asked for, the answer is from the catalogue',
  async () => {
    const statuses = await fuzz(7, { as: 'json', schema: activityResponse }, chance => {
      const name = chance.pick(['before', 'most', 'by', 'device', 'kind']);
      const query = chance.happens(0.5) ? `?${name}=${pathPart(chance, '1', '500')}` : '';
      const path = `${activityRoute}/${pathPart(chance, 'training:t1', 'programme')}${query}`;
      return {
        path: new URL(path, 'http://home').pathname === '/' ? activityRoute : path,
        init: {},
      };
    });
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403']));
  },
  timeoutMs,
);

test(
  '10.1 whatever device receipts are asked of, the answer is from the catalogue',
  async () => {
    const statuses = await fuzz(5, { as: 'json', schema: receiptsResponse }, chance => ({
      path: `${paths.receipts}?device=${pathPart(chance, 'tablet-a', 'laptop-k')}`,
      init: {},
    }));
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403']));
  },
  timeoutMs,
);

test(
  '11.1 whatever is brought as a picture, or asked of one, the answer is from the catalogue',
  async () => {
    const sha256 = 'ab'.repeat(32);
    const statuses = await fuzz(6, { as: 'bytes' }, chance => {
      const path = `${paths.blobs}/${pathPart(chance, sha256)}`;
      const method = chance.pick(['HEAD', 'GET', 'PATCH', 'PATCH', 'PATCH', 'PUT', 'DELETE']);
      if (method !== 'PATCH') return { path, init: { method } };
      const length = chance.pick(['1', '1000', '300000', '8388608', '99999999', '-1', 'x', '1e3']);
      const headers = {
        'Content-Type': chance.pick(['application/octet-stream', 'application/json', '']),
        'Upload-Offset': chance.pick(['0', '0', '0', '5', '262144', '-1', '0x0', '', '1e15']),
        'Upload-Length': length,
      };
      const most = chance.happens(0.03) ? 2 * limits.pieceBytes : 200;
      return { path, init: { method, headers, body: randomBytes(chance, most) } };
    });
    expect(Object.keys(statuses)).toContain('404');
  },
  timeoutMs,
);

test(
  'whatever address is asked for, nothing comes that is not there for everybody',
  async () => {
    const chance = createChance(seed + 7);
    for (let left = requests; left > 0; left -= 1) {
      const parts = Array.from({ length: 1 + chance.below(4) }, () =>
        pathPart(
          chance,
          'assets',
          'a-1.js',
          'index.html',
          'trainings',
          'secret.txt',
          'api',
          'sync',
        ),
      );
      const method = chance.pick(['GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']);
      const response = await home.fetch(`/${parts.join('/')}`, { method });
      expect(response.status === 200 || response.status === 404, `${response.status}`).toBe(true);
      expect(await response.text()).not.toContain('secret');
    }
    expect(home.logged.filter(({ err }) => err)).toEqual([]);
  },
  timeoutMs,
);

test.each([
  [paths.enrol, limits.bodyBytes, 'POST'],
  [paths.pull, limits.bodyBytes, 'POST'],
  [paths.push, limits.pushBytes, 'POST'],
  [`${paths.blobs}/${'ab'.repeat(32)}`, limits.pieceBytes, 'PATCH'],
])(
  '5.5 a body without end sent to %s is left off as soon as it is too much',
  async (path, most, method) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const bytes = method === 'PATCH';
    const headers = {
      'Content-Type': bytes ? 'application/octet-stream' : 'application/json',
      Authorization: `Bearer ${people[1]?.token}`,
      ...(bytes && { 'Upload-Offset': '0', 'Upload-Length': String(8 * 1024 * 1024) }),
    };
    const response = await home.fetch(path, {
      method,
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
    const { status } = await expectClosedAnswer(response, { as: 'bytes' });
    expect([404, 413]).toContain(status);
    expect(sent).toBeLessThan(most + 8 * 65_536);
  },
);
