import { describe, expect, test } from 'vitest';
import { createApi } from '../../../src/client/api/api.ts';
import { createSyncApi } from '../../../src/client/api/sync-api.ts';
import { mediaType, type PullPage, type PushRequest } from '../../../src/protocol/messages.ts';
import { loginPage } from '../../support/faulty-network.ts';
import { createHandTimers } from '../../support/hand-timers.ts';
import { operation } from '../../support/operations.ts';

type Answer = (path: string, init: RequestInit) => Response | Promise<Response>;

function apiAnswering(answer: Answer) {
  const timers = createHandTimers();
  const network = { fetch: answer, now: timers.now, timers };
  return { timers, api: { ...createApi(network), ...createSyncApi(network) } };
}

const push: PushRequest = {
  proto: 1,
  device: {
    id: 'tablet-a',
    now: 0,
    clk: 1,
    app: '0',
    schema: 1,
    waiting: { ops: 1, pictures: 0, bytes: 0 },
  },
  ops: [operation()],
};

const pushAnswer = {
  server: { id: 'home', epoch: 'e1', now: 5 },
  results: [{ s: 'ok', seq: 1, stamp: 5, proof: 'proof' }],
  nextMs: 0,
};

const json = (value: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), {
    headers: { 'Content-Type': `${mediaType.json}; charset=utf-8`, ...headers },
  });

const pushTo = (answer: Answer) => apiAnswering(answer).api.push('token', push);

describe('a question', () => {
  test('carries the token and a packed body', async () => {
    let sent: RequestInit | undefined;
    const { api } = apiAnswering((_path, init) => {
      sent = init;
      return json({
        ...pushAnswer,
        results: Array.from({ length: 60 }, () => pushAnswer.results[0]),
      });
    });
    const ops = Array.from({ length: 60 }, () => operation());
    await api.push('token', { ...push, ops });
    const headers = new Headers(sent?.headers);
    expect(headers.get('Authorization')).toBe('Bearer token');
    expect(headers.get('Content-Encoding')).toBe('gzip');
    const unpacked = new Response(sent?.body as ArrayBuffer).body?.pipeThrough(
      new DecompressionStream('gzip'),
    );
    expect(await new Response(unpacked).json()).toMatchObject({ proto: 1, ops });
  });

  test('tells when it left and when its answer came', async () => {
    const { api, timers } = apiAnswering(async () => {
      await timers.advance(700);
      return json(pushAnswer);
    });
    expect(await api.push('token', push)).toEqual({
      answer: pushAnswer,
      askedAt: 0,
      answeredAt: 700,
    });
  });
});

describe('6.9 what is no answer of home', () => {
  const foreign: [string, Answer][] = [
    ["a hotel's login page", loginPage],
    [
      'a redirect to one',
      () => new Response(null, { status: 302, headers: { Location: '/login' } }),
    ],
    [
      'JSON that says it is something else',
      () => json(pushAnswer, { 'Content-Type': 'text/html' }),
    ],
    [
      'half of an answer',
      () => new Response('{"server": {', { headers: { 'Content-Type': mediaType.json } }),
    ],
    ['another shape', () => json({ hello: 'world' })],
    ['verdicts for another number of operations', () => json({ ...pushAnswer, results: [] })],
    ['a refusal in nobody knows whose words', () => new Response('no', { status: 403 })],
  ];
  test.each(foreign)('%s', async (_what, answer) => {
    await expect(pushTo(answer)).rejects.toMatchObject({ code: 'foreign-answer' });
  });
});

describe('a problem', () => {
  test('comes with the code and the figures home gave', async () => {
    const answer = () =>
      new Response(JSON.stringify({ code: 'busy', status: 429, retryAfterMs: 1500 }), {
        status: 429,
        headers: { 'Content-Type': mediaType.problem, 'Retry-After': '2' },
      });
    await expect(pushTo(answer)).rejects.toMatchObject({
      code: 'busy',
      details: { retryAfterMs: 1500 },
    });
  });

  test('of a later version is read by its status', async () => {
    const answer = () =>
      new Response(JSON.stringify({ code: 'something-new', status: 507 }), {
        status: 507,
        headers: { 'Content-Type': mediaType.problem },
      });
    await expect(pushTo(answer)).rejects.toMatchObject({ code: 'server-full' });
  });

  test('a proxy on the way may say that it is too much or too large', async () => {
    const saying =
      (status: number, headers: Record<string, string> = {}) =>
      () =>
        new Response('<h1>no</h1>', {
          status,
          headers: { 'Content-Type': 'text/html', ...headers },
        });
    await expect(pushTo(saying(413))).rejects.toMatchObject({ code: 'too-large' });
    await expect(pushTo(saying(503, { 'Retry-After': '7' }))).rejects.toMatchObject({
      code: 'busy',
      details: { retryAfterMs: 7000 },
    });
  });

  test('no network is offline', async () => {
    const answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(pushTo(answer)).rejects.toMatchObject({ code: 'offline' });
  });

  test('a server that accepts and never answers is given up on after half a minute', async () => {
    let signal: AbortSignal | null | undefined;
    const { api, timers } = apiAnswering((_path, init) => {
      signal = init.signal;
      return new Promise(() => {});
    });
    const asking = api.push('token', push).catch((failure: unknown) => failure);
    await timers.advance(29_000);
    expect(signal?.aborted).toBe(false);
    await timers.advance(2_000);
    expect(await asking).toMatchObject({ code: 'timeout' });
    expect(signal?.aborted).toBe(true);
  });

  test('a body that stops coming is given up on as well', async () => {
    const { api, timers } = apiAnswering(
      () => new Response(new ReadableStream(), { headers: { 'Content-Type': mediaType.json } }),
    );
    const asking = api.push('token', push).catch((failure: unknown) => failure);
    await timers.advance(31_000);
    expect(await asking).toMatchObject({ code: 'timeout' });
  });
});

describe('6.4 a pull', () => {
  const page = (to: number): PullPage => ({
    epoch: 'e1',
    scope: 'programme',
    from: to - 1,
    to,
    more: true,
    own: [],
    records: [],
  });
  const end = { done: true, epoch: 'e1', now: 5, scopes: [], lost: [], resolved: [] };
  const request = { schema: 1, scopes: {}, open: [] };

  async function pullOf(pieces: (string | Uint8Array)[]) {
    const { api } = apiAnswering(() => {
      const encoder = new TextEncoder();
      const stream = new ReadableStream({
        start(controller) {
          for (const piece of pieces) {
            controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
          }
          controller.close();
        },
      });
      return new Response(stream, { headers: { 'Content-Type': mediaType.lines } });
    });
    const pages: number[] = [];
    const { answer } = await api.pull('token', request, async ({ to }) => {
      await Promise.resolve();
      pages.push(to);
    });
    return { answer, pages };
  }

  const text = [page(1), page(2), end].map(line => `${JSON.stringify(line)}\n`).join('');

  test('hands over each page, wherever the pieces part', async () => {
    const bytes = new TextEncoder().encode(text);
    const pieces = Array.from(bytes, byte => Uint8Array.of(byte));
    expect(await pullOf(pieces)).toEqual({ answer: end, pages: [1, 2] });
    expect(await pullOf([text.trimEnd()])).toEqual({ answer: end, pages: [1, 2] });
  });

  test('that is cut keeps every whole line and has no end', async () => {
    const whole = text.split('\n');
    const cut = `${whole[0]}\n${whole[1]?.slice(0, 20)}`;
    expect(await pullOf([cut])).toEqual({ answer: undefined, pages: [1] });
    expect(await pullOf([`${whole[0]}\n${whole[1]}\n`])).toEqual({
      answer: undefined,
      pages: [1, 2],
    });
  });

  test('that breaks off keeps what has come', async () => {
    const { api } = apiAnswering(() => {
      const stream = new ReadableStream({
        start: controller => controller.enqueue(new TextEncoder().encode(text.slice(0, 150))),
        pull: controller => controller.error(new TypeError('network error')),
      });
      return new Response(stream, { headers: { 'Content-Type': mediaType.lines } });
    });
    let pages = 0;
    const { answer } = await api.pull('token', request, () => {
      pages += 1;
      return Promise.resolve();
    });
    expect({ answer, pages }).toEqual({ answer: undefined, pages: 1 });
  });

  test('with a line that is not home’s is no answer', async () => {
    await expect(pullOf(['<html>\n'])).rejects.toMatchObject({ code: 'foreign-answer' });
    await expect(pullOf(['{"some": "thing"}\n'])).rejects.toMatchObject({
      code: 'foreign-answer',
    });
  });

  test('what goes wrong with a page here is not taken for the network', async () => {
    const { api } = apiAnswering(
      () => new Response(text, { headers: { 'Content-Type': mediaType.lines } }),
    );
    const bug = new Error('no room');
    await expect(api.pull('token', request, () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
