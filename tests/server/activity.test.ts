import { beforeEach, describe, expect, test } from 'vitest';
import {
  activityPath,
  activityRoute,
  type ActivityEntry,
  type ActivityQuery,
  type ActivityResponse,
} from '../../src/protocol/activity-messages.ts';
import {
  historyPath,
  type EnrolResponse,
  type HistoryResponse,
} from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { openHome, openTraining, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;
let budi: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ stream, koordinator, amina } = await openTraining(home));
  budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
});

const mark = (by: EnrolResponse, dev: string, changes: Partial<Operation> = {}) =>
  operation({ stream, by: by.person.id, dev, wall: home.now, ...changes });

const deliver = (by: EnrolResponse, dev: string, ...lines: unknown[]) => {
  home.now += 1_000;
  return push(home, by.token, lines, report(home, dev));
};

const ask = (by: EnrolResponse, path: string) =>
  home.fetch(path, { headers: { Authorization: `Bearer ${by.token}` } });

async function read(query: ActivityQuery = {}, by = koordinator): Promise<ActivityResponse> {
  const response = await ask(by, activityPath(stream, query));
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as ActivityResponse;
}

/** Everything, page by page. */
async function readAll(query: ActivityQuery): Promise<{ told: ActivityEntry[]; pages: number }> {
  const told: ActivityEntry[] = [];
  let before: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { entries, next } = await read({ ...query, before });
    told.push(...entries);
    if (next === null) return { told, pages };
    before = next;
  }
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('10.6 the activity of a training', () => {
  test('tells everything written in it, the latest first, as the record’s history tells it', async () => {
    const [one, two] = [mark(amina, 'tablet-a'), mark(budi, 'tablet-b', { r: 's1:p2' })];
    await deliver(amina, 'tablet-a', one);
    await deliver(budi, 'tablet-b', two);
    const { entries, next, left } = await read();
    expect(idsOf(entries).slice(0, 2)).toEqual([two.id, one.id]);
    expect(entries[0]).toMatchObject({
      kind: 'attendance',
      record: 's1:p2',
      by: budi.person.id,
      device: 'tablet-b',
      verdict: 'admitted',
      fields: { mark: { status: 'hadir' } },
    });
    // Those who were let in are told of, too.
    expect(entries.map(({ kind }) => kind).slice(2)).toEqual(['member', 'member']);
    expect({ next, left }).toEqual({ next: null, left: 0 });

    const path = historyPath(stream, 'attendance', 's1:p2');
    const { entries: ofRecord } = (await (await ask(koordinator, path)).json()) as HistoryResponse;
    expect(entries[0]).toMatchObject({ ...ofRecord[0] });
  });

  test('is told to its coordinators, and to nobody else, whether there is such a training or not', async () => {
    const own = await home.letIn('koordinator', { name: 'Lia', stream }, 'laptop-l');
    expect((await read({}, own)).entries.length).toBeGreaterThan(0);
    const status = async (by: EnrolResponse, of: string) => {
      const response = await ask(by, activityPath(of, {}));
      const { code } = (await response.json()) as { code?: string };
      return [response.status, code];
    };
    for (const of of [stream, 'training:none', 'programme', 'nonsense']) {
      expect(await status(amina, of)).toEqual([403, 'no-right']);
    }
    expect(await status(own, 'training:t2')).toEqual([403, 'no-right']);
    expect(await status(koordinator, 'training:none')).toEqual([200, undefined]);
    expect(await status(koordinator, 'nonsense')).toEqual([403, 'no-right']);
    expect((await home.fetch(activityPath(stream, {}))).status).toBe(401);
    await home.operations.revokeDevice('laptop-l');
    expect(await status(own, stream)).toEqual([403, 'device-revoked']);
  });

  test('goes back by pages, and a page is not moved by what comes in meanwhile', async () => {
    const lines = Array.from({ length: 7 }, (_, at) => mark(amina, 'tablet-a', { r: `s1:p${at}` }));
    await deliver(amina, 'tablet-a', ...lines);
    const first = await read({ most: 3 });
    expect(idsOf(first.entries)).toEqual(idsOf(lines.slice(4).reverse()));
    expect(first.left).toBe(6);
    await deliver(budi, 'tablet-b', mark(budi, 'tablet-b', { r: 's1:p9' }));
    const second = await read({ most: 3, before: first.next ?? '' });
    expect(idsOf(second.entries)).toEqual(idsOf(lines.slice(1, 4).reverse()));
    // A plain counter serves as well.
    expect(await read({ most: 3, before: `${first.left + 1}` })).toEqual(second);
    expect((await read({ before: '1' })).entries).toEqual([]);
    expect((await read({ before: '999999' })).entries).toHaveLength(10);
  });
});

describe('10.7 what is kept apart', () => {
  const refused = (changes: Partial<Operation> = {}) =>
    mark(amina, 'tablet-a', { t: 'training', r: 't1', f: { name: 'Punya saya' }, ...changes });

  test('stands where it arrived, marked, also once it was declined', async () => {
    const [before, after] = [mark(amina, 'tablet-a'), mark(amina, 'tablet-a', { r: 's1:p2' })];
    const apart = refused();
    await deliver(amina, 'tablet-a', before);
    await deliver(amina, 'tablet-a', apart);
    await deliver(amina, 'tablet-a', mark(amina, 'tablet-a', { t: 'futureKind', r: 'x' }));
    await deliver(amina, 'tablet-a', after);
    const { entries } = await read();
    expect(entries.slice(0, 4).map(({ verdict }) => verdict)).toEqual([
      'admitted',
      'opaque',
      'quarantined',
      'admitted',
    ]);
    expect(entries[2]).toMatchObject({ id: apart.id, code: 'forbidden', kind: 'training' });

    const fields = { outcome: 'decline', note: 'Tidak perlu' };
    const decision = { t: 'decision', r: apart.id, f: fields };
    await deliver(koordinator, 'laptop-k', mark(koordinator, 'laptop-k', decision));
    expect(idsOf((await read()).entries)).toContain(apart.id);
  });

  test('and all else is told once by following the pages, whatever their size', async () => {
    for (let round = 0; round < 6; round += 1) {
      await deliver(amina, 'tablet-a', ...[1, 2, 3].map(at => refused({ n: round * 9 + at })));
      const marks = [4, 5].map(at => mark(budi, 'tablet-b', { r: `s1:p${round}${at}` }));
      await deliver(budi, 'tablet-b', ...marks);
    }
    const { told: whole } = await readAll({ most: 500 });
    // Eighteen that are kept apart, twelve marks, and the two who were let in.
    expect(whole).toHaveLength(32);
    expect(new Set(idsOf(whole)).size).toBe(32);
    for (const most of [1, 2, 5, 7]) expect((await readAll({ most })).told).toEqual(whole);
  });

  test('is told to the coordinators of its own stream alone', async () => {
    const apart = refused({ stream: 'training:t2' });
    await deliver(amina, 'tablet-a', apart);
    expect(idsOf((await read()).entries)).not.toContain(apart.id);
  });
});

describe('10.8 one answer', () => {
  test('is narrowed to a person, a device or a kind, the refused included', async () => {
    const [a, b] = [mark(amina, 'tablet-a'), mark(budi, 'tablet-b', { r: 's1:p2' })];
    const apart = mark(budi, 'tablet-b', { t: 'training', r: 't1', f: { name: 'x' } });
    await deliver(amina, 'tablet-a', a);
    await deliver(budi, 'tablet-b', b, apart);
    const find = async (query: ActivityQuery) => idsOf((await read(query)).entries).sort();
    expect(await find({ by: amina.person.id, kind: 'attendance' })).toEqual([a.id]);
    expect(await find({ device: 'tablet-b' })).toEqual([b.id, apart.id].sort());
    expect(await find({ kind: 'training' })).toEqual([apart.id]);
    expect(await find({ by: 'nobody' })).toEqual([]);
  });

  test('looks at no more than 2,000 operations, and says how to go on', async () => {
    const rare = mark(budi, 'tablet-b', { r: 's9:p9' });
    await deliver(budi, 'tablet-b', rare);
    for (let round = 0; round < 5; round += 1) {
      const lines = Array.from({ length: 500 }, (_, at) =>
        mark(amina, 'tablet-a', { r: `s1:p${round}-${at}`, f: { note: `${round}-${at}` } }),
      );
      await deliver(amina, 'tablet-a', ...lines);
    }
    const first = await read({ by: budi.person.id });
    expect(first.entries).toEqual([]);
    expect(first.left).toBe(503);
    const second = await read({ by: budi.person.id, before: first.next ?? '' });
    expect(idsOf(second.entries)).toEqual([rare.id]);
    expect(second.next).toBeNull();
    expect((await read({ most: 500 })).entries).toHaveLength(500);
  });

  test('ends early where its lines are long', async () => {
    const notes = Array.from({ length: 50 }, (_, at) =>
      mark(amina, 'tablet-a', { r: `s1:p${at}`, f: { [`x${at}`]: 'y'.repeat(60_000) } }),
    );
    for (const note of notes) await deliver(amina, 'tablet-a', note);
    const { entries, next } = await read({ most: 500 });
    expect(entries.length).toBeLessThan(40);
    expect(entries.length).toBeGreaterThan(30);
    expect(next).not.toBeNull();
    expect((await readAll({ most: 500 })).told).toHaveLength(52);
  });

  test('to a query that is none is `bad-request`', async () => {
    const bad = [
      'most=0',
      'most=501',
      'most=-1',
      'most=1.5',
      'most=many',
      'most=',
      'before=',
      'before=-1',
      'before=x',
      'before=1~2',
      'before=1~2~%27~a',
      'before=9999999999999999999',
      'by=a%20b',
      'by=',
      `device=${'d'.repeat(65)}`,
      'kind=a/b',
    ];
    for (const query of bad) {
      const path = `${activityRoute}/${encodeURIComponent(stream)}?${query}`;
      const response = await ask(koordinator, path);
      expect([query, response.status]).toEqual([query, 400]);
      expect(await response.json()).toMatchObject({ code: 'bad-request' });
    }
  });
});
