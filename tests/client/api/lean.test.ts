import { describe, expect, test } from 'vitest';
import { createSyncApi } from '../../../src/client/api/sync-api.ts';
import { idAfter } from '../../../src/domain/ids.ts';
import { createRecordPacker, packVerdicts } from '../../../src/protocol/lean-messages.ts';
import {
  mediaType,
  paths,
  type PullPage,
  type PulledRecord,
  type PushRequest,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { createHandTimers } from '../../support/hand-timers.ts';
import { operation } from '../../support/operations.ts';

const { n, ...rest } = operation({ p: { mark: [] } });
/** As the app writes them, the number last. */
const first = { ...rest, n };
const lines = [first, { ...first, id: idAfter(first.id), r: 's1:p2', n: n + 1 }];
const request: PushRequest = {
  proto: 1,
  device: {
    id: 'tablet-a',
    now: 0,
    clk: 1,
    app: '0',
    schema: 1,
    waiting: { ops: 2, pictures: 0, bytes: 0 },
  },
  ops: lines,
};
const results: Verdict[] = [
  { s: 'ok', seq: 1, stamp: 5, proof: 'a' },
  { s: 'ok', seq: 2, stamp: 5, proof: 'b' },
];
const server = { id: 'home', epoch: 'e1', now: 5 };
const end = { done: true, epoch: 'e1', now: 5, scopes: [], lost: [] };

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': mediaType.json } });
const unreadable = () =>
  new Response(JSON.stringify({ code: 'bad-request', status: 400 }), {
    status: 400,
    headers: { 'Content-Type': mediaType.problem },
  });
const ndjson = (...all: unknown[]) =>
  new Response(all.map(line => `${JSON.stringify(line)}\n`).join(''), {
    headers: { 'Content-Type': mediaType.lines },
  });

/** A home that takes these forms of a push, says so if it knows more than one, and may forget. */
function homeTaking(...forms: number[]) {
  const timers = createHandTimers();
  const home = {
    forms,
    asked: [] as { proto: number; ops: unknown[]; lean?: boolean }[],
    page: undefined as object | undefined,
  };
  const fetch = (path: string, init: RequestInit): Response => {
    const body = JSON.parse(init.body as string) as (typeof home.asked)[number];
    home.asked.push(body);
    const protos = home.forms.length > 1 ? { protos: home.forms } : {};
    if (path === paths.pull)
      return ndjson(...(home.page ? [home.page] : []), { ...end, ...protos });
    if (!home.forms.includes(body.proto)) return unreadable();
    const verdicts = body.proto === 2 ? { lean: packVerdicts(results) } : { results };
    return json({ server, ...protos, ...verdicts, nextMs: 0 });
  };
  return { home, api: createSyncApi({ fetch, now: timers.now, timers }) };
}

const pullFrom = (api: ReturnType<typeof createSyncApi>, onPage = async (_page: PullPage) => {}) =>
  api.pull('token', { schema: 1, scopes: {}, open: [] }, onPage);

describe('5.8 the device', () => {
  test('sends lean lines from when home has said that it takes them, and reads lean verdicts', async () => {
    const { home, api } = homeTaking(1, 2);
    for (const form of [1, 2, 2]) {
      expect((await api.push('token', request)).answer.results).toEqual(results);
      expect(home.asked.at(-1)?.proto).toBe(form);
    }
    expect(home.asked[0]?.ops).toEqual(lines);
    expect(home.asked[1]?.ops[1]).toEqual({ r: ':p2', f: first.f });
  });

  test('learns it from a pull, too', async () => {
    const { home, api } = homeTaking(1, 2);
    await pullFrom(api);
    await api.push('token', request);
    expect(home.asked.at(-1)?.proto).toBe(2);
  });

  test('never sends them to a home that does not know of them', async () => {
    const { home, api } = homeTaking(1);
    await pullFrom(api);
    for (let time = 0; time < 3; time += 1) await api.push('token', request);
    expect(home.asked.flatMap(({ proto }) => proto ?? [])).toEqual([1, 1, 1]);
  });

  test('5.5 sends the same once more as it was written if home cannot read it lean', async () => {
    const { home, api } = homeTaking(1, 2);
    await api.push('token', request);
    home.forms = [1];
    expect((await api.push('token', request)).answer.results).toEqual(results);
    await api.push('token', request);
    expect(home.asked.map(({ proto }) => proto)).toEqual([1, 2, 1, 1]);
    expect(home.asked[2]?.ops).toEqual(lines);
  });

  test('5.5 hears that a push is unreadable when it is in both forms', async () => {
    const { home, api } = homeTaking(1, 2);
    await api.push('token', request);
    home.forms = [];
    await expect(api.push('token', request)).rejects.toMatchObject({ code: 'bad-request' });
    expect(home.asked.map(({ proto }) => proto)).toEqual([1, 2, 1]);
  });
});

describe('6.13 a pull', () => {
  const record = (participant: string, seq: number): PulledRecord => ({
    t: 'attendance',
    r: `s1:${participant}`,
    stream: 'training:t1',
    seq,
    f: { mark: { h: [{ v: { status: 'hadir' }, o: first.id, s: 5, by: 'amina' }] } },
  });
  const records = () => [record('p1', 1), record('p2', 2), record('p3', 9)];
  const page = { epoch: 'e1', scope: 'training:t1', from: 0, to: 9, more: false, own: [] };

  test.each([
    ['lean', () => ({ ...page, lean: records().map(createRecordPacker()) })],
    ['whole', () => ({ ...page, records: records() })],
  ])('asks for lean pages and reads those that are %s', async (_form, made) => {
    const { home, api } = homeTaking(1, 2);
    home.page = made();
    const pages: PullPage[] = [];
    await pullFrom(api, async one => void pages.push(one));
    expect(home.asked[0]?.lean).toBe(true);
    expect(pages).toEqual([{ ...page, records: records() }]);
  });

  test.each([
    ['follow from nothing', [{}]],
    ['are none', 'lean'],
    ['have no heads', [record('p1', 1), { f: { mark: {} } }]],
    ['have heads that follow from nothing', [{ ...record('p1', 1), f: { mark: { h: [{}] } } }]],
  ])('6.9 with lean lines that %s is no answer of home', async (_what, lean) => {
    const { home, api } = homeTaking(1, 2);
    home.page = { ...page, lean };
    await expect(pullFrom(api)).rejects.toMatchObject({ code: 'foreign-answer' });
  });
});
