import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  mediaType,
  paths,
  type EnrolResponse,
  type PullPage,
} from '../../src/protocol/messages.ts';
import { openHome, openTraining, pull, push, tryPull, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let amina: EnrolResponse;
let koordinator: EnrolResponse;
const stream = 'training:t1';

beforeEach(async () => {
  home = await openHome();
  ({ amina, koordinator } = await openTraining(home));
});
afterEach(() => home.close());

const mark = (participant: number, changes: Parameters<typeof operation>[0] = {}) =>
  operation({ by: amina.person.id, wall: home.now, r: `s1:p${participant}`, ...changes });

const markEverybody = (count: number) =>
  push(
    home,
    amina.token,
    Array.from({ length: count }, (_, index) => mark(index)),
  );

const recordIds = (pages: PullPage[]) =>
  pages
    .flatMap(({ records }) => records)
    .filter(({ t }) => t === 'attendance')
    .map(({ r }) => r);

describe('6.1 what a pull answers', () => {
  test('scopes granted but not named are sent from 0', async () => {
    const { pages, end } = await pull(home, amina.token);
    expect(pages).toMatchObject([{ scope: stream, from: 0, to: 1, more: false, own: [] }]);
    expect(end).toMatchObject({
      done: true,
      epoch: await home.store.readEpoch(),
      now: home.now,
      scopes: [{ id: stream, role: 'fasilitator', head: 1 }],
      lost: [],
    });
  });

  test('nothing but the end when nothing changed', async () => {
    expect((await pull(home, amina.token, { scopes: { [stream]: 1 } })).pages).toEqual([]);
  });

  test('6.2 records come whole, the own writes included', async () => {
    const line = mark(1);
    const note = mark(1, { f: { note: 'left early' } });
    await push(home, amina.token, [line, note]);
    const { pages } = await pull(home, amina.token, { scopes: { [stream]: 2 } });
    const head = { s: home.now, by: amina.person.id };
    expect(pages[0]?.records).toEqual([
      {
        t: 'attendance',
        r: 's1:p1',
        stream,
        seq: 3,
        f: {
          mark: { h: [{ v: { status: 'hadir' }, o: line.id, ...head }] },
          note: { h: [{ v: 'left early', o: note.id, ...head }] },
        },
      },
    ]);
  });

  test('scopes named but not granted are lost, and nothing of them is told', async () => {
    await push(home, koordinator.token, [
      operation({
        by: koordinator.person.id,
        stream: 'training:t2',
        t: 'training',
        r: 't2',
        f: { name: 'Two' },
      }),
    ]);
    const scopes = { 'training:t2': 0, 'region:62.03/62.03.01.2001': 5 };
    const { pages, end } = await pull(home, amina.token, { scopes });
    expect(end.lost).toEqual(Object.keys(scopes));
    expect(pages.map(({ scope }) => scope)).toEqual([stream]);
  });

  test('8.1 a right taken back is lost at once', async () => {
    const gone = operation({
      by: koordinator.person.id,
      dev: 'laptop-k',
      t: 'member',
      r: amina.person.id,
      f: { role: null },
      p: {},
      wall: home.now + 1,
    });
    home.now += 1000;
    await push(home, koordinator.token, [gone]);
    const { pages, end } = await pull(home, amina.token, { scopes: { [stream]: 1 } });
    expect({ pages, scopes: end.scopes, lost: end.lost }).toEqual({
      pages: [],
      scopes: [],
      lost: [stream],
    });
  });

  test('8.1 a koordinator of the programme reads every stream; a pengelola her village alone', async () => {
    const village = '62.03.01.2001';
    const guest = { name: 'Sari', stream: 'region:62.03', village };
    const sari = await home.letIn('pengelola', guest, 'phone-s');
    expect((await pull(home, koordinator.token)).end.scopes.map(({ id }) => id)).toEqual([
      'programme',
      'region:62.03',
      stream,
    ]);
    const { pages, end } = await pull(home, sari.token);
    expect(end.scopes).toEqual([{ id: `region:62.03/${village}`, role: 'pengelola', head: 1 }]);
    expect(pages).toMatchObject([{ to: 1, records: [] }]);
  });
});

describe('6.3 pages', () => {
  test('are cut at the size asked for, in the order of counters, and together make the whole', async () => {
    await markEverybody(200);
    const { pages } = await pull(home, amina.token, { maxBytes: 4096 });
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((page, index) => {
      expect(JSON.stringify(page).length).toBeLessThan(5000);
      expect(page.from).toBe(pages[index - 1]?.to ?? 0);
      expect(page.more).toBe(index < pages.length - 1);
    });
    expect(recordIds(pages)).toEqual(Array.from({ length: 200 }, (_, index) => `s1:p${index}`));
  });

  test('a broken series goes on from the last whole page, while writing goes on too', async () => {
    await markEverybody(100);
    const base = new Map<string, string>();
    let cursor = 0;
    for (let round = 0; ; round += 1) {
      const { pages } = await pull(home, amina.token, {
        scopes: { [stream]: cursor },
        maxBytes: 4096,
      });
      const [page] = pages;
      if (!page) break;
      for (const record of page.records) base.set(record.r, JSON.stringify(record));
      cursor = page.to;
      if (round < 5) await push(home, amina.token, [mark(round), mark(100 + round)]);
    }
    const { pages } = await pull(home, amina.token);
    const snapshot = pages.flatMap(({ records }) => records);
    expect(base).toEqual(new Map(snapshot.map(record => [record.r, JSON.stringify(record)])));
    expect(base.size).toBe(106);
  });

  test('a record larger than a page is a page by itself', async () => {
    const note = 'n'.repeat(500);
    const lines = Array.from({ length: 12 }, () => mark(1, { f: { note } }));
    await push(home, amina.token, [mark(0), ...lines, mark(2)]);
    const { pages } = await pull(home, amina.token, { maxBytes: 1 });
    const large = pages.find(page => recordIds([page]).includes('s1:p1'));
    expect(large?.records).toHaveLength(1);
    expect(recordIds(pages)).toEqual(['s1:p0', 's1:p1', 's1:p2']);
  });

  test('own tells which of the open operations are in, once each', async () => {
    const lines = [mark(1), mark(2)];
    const never = mark(3);
    await push(home, amina.token, [...lines, mark(4)]);
    const open = [...lines, never].map(({ id }) => id);
    const { pages } = await pull(home, amina.token, { scopes: { [stream]: 4 }, open });
    expect(pages).toMatchObject([
      {
        from: 4,
        to: 4,
        records: [],
        own: [
          { id: open[0], seq: 2 },
          { id: open[1], seq: 3 },
        ],
      },
    ]);
  });

  test('come packed when asked for', async () => {
    await markEverybody(50);
    const response = await home.fetch(paths.pull, {
      method: 'POST',
      headers: {
        'Content-Type': mediaType.json,
        'Accept-Encoding': 'gzip',
        Authorization: `Bearer ${amina.token}`,
      },
      body: JSON.stringify({ schema: 1, scopes: {}, open: [] }),
    });
    expect(response.headers.get('Content-Type')).toBe(mediaType.lines);
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ done: true });
  });
});

describe('6.7 a cursor of another life', () => {
  test.each([
    ['another epoch', { epoch: 'of-long-ago' }],
    ['a cursor above the counter', { scopes: { [stream]: 99 } }],
  ])('%s is answered with the epoch that is', async (_name, request) => {
    const response = await tryPull(home, amina.token, request);
    expect(response.status).toBe(410);
    const epoch = await home.store.readEpoch();
    expect(await response.json()).toMatchObject({ code: 'epoch-changed', epoch });
  });

  test('6.8 a device too old to read is told to upgrade, and may still push', async () => {
    const response = await tryPull(home, amina.token, { schema: 0 });
    expect(response.status).toBe(426);
    expect(await response.json()).toMatchObject({ code: 'upgrade-needed' });
    expect((await push(home, amina.token, [mark(1)])).results).toMatchObject([{ s: 'ok' }]);
  });
});

describe('4.4 refused work', () => {
  const attention = async (who: EnrolResponse) => {
    const headers = { Authorization: `Bearer ${who.token}` };
    const response = await home.fetch(paths.attention, { headers });
    const { refused } = (await response.json()) as { refused: { id: string; body: object }[] };
    return refused;
  };

  test('is seen in full by its author and by who coordinates the stream, and by nobody else', async () => {
    const budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
    const line = mark(1, { t: 'training', r: 't1', f: { name: 'Mine' } });
    await push(home, amina.token, [line, 'rubbish']);
    expect(await attention(amina)).toMatchObject([{ id: line.id, code: 'forbidden', body: line }]);
    expect(await attention(koordinator)).toHaveLength(2);
    expect(await attention(budi)).toEqual([]);
  });
});
