import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits, mediaType, paths } from '../../src/protocol/messages.ts';
import { openHome, openTraining, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let token: string;

beforeAll(async () => {
  home = await openHome();
  token = (await openTraining(home)).amina.token;
});
afterAll(() => home.close());

const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  home.fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': mediaType.json, Authorization: `Bearer ${token}`, ...headers },
    body,
  });

const pushBody = (ops: unknown[]) =>
  JSON.stringify({ proto: 1, device: report(home, 'tablet-a'), ops });

/** An answer as its reader sees it. */
const read = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('Content-Type'),
  body: (await response.json()) as unknown,
});

/** What a problem looks like: these members and no other, so no stack either. */
const problem = (status: number, code: string) => ({
  status,
  type: mediaType.problem,
  body: { status, code, title: expect.any(String), requestId: expect.any(String) },
});

describe('5.5 a body that cannot be used is refused by code, and the server goes on', () => {
  const gzip = { 'Content-Encoding': 'gzip' };

  test.each([
    ['cut short', () => pushBody([operation()]).slice(0, -20)],
    ['not JSON', () => '<!doctype html><title>Hotel</title>'],
    ['nothing', () => ''],
    ['not UTF-8', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['of wrong types', () => JSON.stringify({ proto: 1, device: 'tablet-a', ops: {} })],
    ['of another protocol', () => pushBody([]).replace('"proto":1', '"proto":9')],
    ['of too many operations', () => pushBody(Array.from({ length: 501 }, () => 1))],
    [
      'nested beyond reason',
      () => pushBody([]).replace('[]}', `${'['.repeat(9000)}${']'.repeat(9000)}}`),
    ],
  ])('%s: 400', async (_name, body) => {
    expect(await read(await send(paths.push, body()))).toEqual(problem(400, 'bad-request'));
  });

  test('packed and cut, or packed in name only: 400', async () => {
    const packed = gzipSync(pushBody([operation()]));
    expect(await read(await send(paths.push, packed.subarray(0, -9), gzip))).toEqual(
      problem(400, 'bad-request'),
    );
    expect(await read(await send(paths.push, pushBody([]), gzip))).toEqual(
      problem(400, 'bad-request'),
    );
  });

  test('gigantic, plain or announced: 413', async () => {
    const large = ' '.repeat(limits.pushBytes + 2000);
    expect(await read(await send(paths.push, large))).toEqual(problem(413, 'too-large'));
    const announced = { 'Content-Length': '99999999999' };
    expect(await read(await send(paths.pull, '{}', announced))).toEqual(problem(413, 'too-large'));
  });

  test('without end: 413 as soon as it is too much', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const body = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
    const headers = { 'Content-Type': mediaType.json, Authorization: `Bearer ${token}` };
    expect(await read(await home.fetch(paths.push, { ...body, headers }))).toEqual(
      problem(413, 'too-large'),
    );
    expect(sent).toBeLessThan(2 * limits.pushBytes);
  });

  test('a bomb: 413 before it goes off', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32));
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(await send(paths.push, bomb, gzip))).toEqual(problem(413, 'too-large'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  test('of another type or packing: 415', async () => {
    const other = { 'Content-Type': 'text/plain' };
    expect(await read(await send(paths.push, pushBody([]), other))).toEqual(
      problem(415, 'unsupported-media'),
    );
    const brotli = { 'Content-Encoding': 'br' };
    expect(await read(await send(paths.push, pushBody([]), brotli))).toEqual(
      problem(415, 'unsupported-media'),
    );
  });

  test('a whole one, plain or packed, still goes through', async () => {
    expect((await send(paths.push, pushBody([]))).status).toBe(200);
    expect((await send(paths.push, gzipSync(pushBody([operation()])), gzip)).status).toBe(200);
  });
});

describe('who does not show who they are', () => {
  test.each([
    ['nothing', {}],
    ['another scheme', { Authorization: 'Basic dXNlcjpwYXNz' }],
    ['rubbish', { Authorization: 'Bearer v1.e30.AAAA' }],
  ])('%s: 401', async (_name, headers) => {
    const response = await home.fetch(paths.attention, { headers: headers as HeadersInit });
    expect(await read(response)).toEqual(problem(401, 'sign-in-needed'));
  });
});

describe('an address where nothing is', () => {
  test.each(['/api/none', '/sync/v1/none', '/sync/v1', '/assets/none.js'])(
    '%s: 404',
    async path => {
      expect(await read(await home.fetch(path))).toEqual(problem(404, 'not-found'));
    },
  );
});

describe('a pull that cannot be meant', () => {
  test.each([
    ['a scope that is none', { scopes: { 'kitchen:1': 0 } }],
    ['a cursor below zero', { scopes: { programme: -1 } }],
    ['an id that is none', { open: ['1; drop table'] }],
    ['a fraction', { schema: 1.5 }],
  ])('%s: 400', async (_name, request) => {
    const body = JSON.stringify({ schema: 1, scopes: {}, open: [], ...request });
    expect(await read(await send(paths.pull, body))).toEqual(problem(400, 'bad-request'));
  });
});

test('a bug is answered by code alone and stands in the log under the id of the answer', async () => {
  const broken = await openHome({
    store: { ...home.store, findRecords: () => Promise.reject(new Error('cable pulled')) },
  });
  const response = await broken.fetch(paths.attention, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { requestId } = (await response.clone().json()) as { requestId: string };
  expect(await read(response)).toEqual(problem(500, 'unexpected'));
  expect(broken.logged.find(({ id, err }) => id === requestId && err)).toMatchObject({
    err: { message: 'cable pulled' },
  });
});
