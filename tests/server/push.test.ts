import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation, spoiled } from '../support/operations.ts';

let home: TestHome;
let amina: EnrolResponse;
let koordinator: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ amina, koordinator } = await openTraining(home));
  home.now += 3_600_000;
});
afterEach(() => home.close());

const mark = (changes: Parameters<typeof operation>[0] = {}) =>
  operation({ by: amina.person.id, wall: home.now, ...changes });

describe('4.2 every operation gets a verdict', () => {
  test('an admitted one its number, stamp and proof', async () => {
    const { results, server } = await push(home, amina.token, [mark()]);
    expect(results).toEqual([
      { s: 'ok', seq: 2, stamp: home.now, proof: expect.stringMatching(/^[\w-]{11}$/) },
    ]);
    expect(server).toEqual({
      id: home.store.serverId,
      epoch: expect.any(String),
      now: home.now,
    });
  });

  test('a repeat is dup with the same number, stamp and proof', async () => {
    const line = mark();
    const [first] = (await push(home, amina.token, [line])).results;
    home.now += 60_000;
    const again = await push(home, amina.token, [line, line]);
    const dup = { ...first, s: 'dup' };
    expect(again.results).toEqual([dup, dup]);
  });

  test('a line repeated within one batch is admitted once', async () => {
    const line = mark();
    const { results } = await push(home, amina.token, [line, line]);
    expect(results.map(({ s }) => s)).toEqual(['ok', 'dup']);
    expect((await home.store.readHeads()).get('training:t1')).toBe(2);
  });

  test('what a later version wrote is opaque: an unknown kind, field or envelope', async () => {
    const { results } = await push(home, amina.token, [
      mark({ t: 'hologram' }),
      mark({ f: { mark: null, mood: 'good' } }),
      { ...mark(), v: 2 },
    ]);
    expect(results.map(({ s }) => s)).toEqual(['opaque', 'opaque', 'opaque']);
  });

  test('5.2 a bad one never delays the good ones around it', async () => {
    const { results } = await push(home, amina.token, [
      mark(),
      { nonsense: true },
      'not even an object',
      spoiled('by', 'a-stranger'),
      mark({ f: { mark: { status: 'tidur' } } }),
      mark({ r: 's1:p1:extra' }),
      mark({ f: { note: 'x'.repeat(17_000) } }),
      mark(),
    ]);
    expect(results.map(result => ('code' in result ? result.code : result.s))).toEqual([
      'ok',
      'malformed',
      'malformed',
      'unknown-author',
      'invalid-value',
      'invalid-value',
      'too-large',
      'ok',
    ]);
  });
});

describe('4.4 what is refused is kept in full', () => {
  test('and a repeat is answered with its code, never dup', async () => {
    const lines = [
      { nonsense: true },
      42,
      mark({ f: { mark: 'maybe' } }),
      mark({ t: 'training', r: 't1', f: { name: 'x' } }),
    ];
    const first = (await push(home, amina.token, lines)).results;
    home.now += 60_000;
    expect((await push(home, amina.token, lines)).results).toEqual(first);
    expect(first.map(result => 'code' in result && result.code)).toEqual([
      'malformed',
      'malformed',
      'invalid-value',
      'forbidden',
    ]);
    const kept = await home.store.findRefused({ streams: 'all', author: '', most: 99 });
    expect(kept.map(({ body }) => body).sort()).toEqual(
      lines.map(line => JSON.stringify(line)).sort(),
    );
  });

  test('one line that nobody can read is kept once, however often it comes', async () => {
    for (let time = 0; time < 3; time += 1) await push(home, amina.token, [{ a: 1, b: 2 }]);
    await push(home, amina.token, [{ b: 2, a: 1 }]);
    expect(await home.store.findRefused({ streams: 'all', author: '', most: 99 })).toHaveLength(1);
  });
});

describe('4.5 the same id with another body', () => {
  test('is id-reuse, and both are kept', async () => {
    const line = mark();
    const other = { ...line, f: { mark: { status: 'alpa' } } };
    await push(home, amina.token, [line]);
    const { results } = await push(home, amina.token, [other, line]);
    expect(results).toMatchObject([{ s: 'quarantined', code: 'id-reuse' }, { s: 'dup' }]);
    const again = await push(home, amina.token, [other]);
    expect(again.results).toMatchObject([{ s: 'quarantined', code: 'id-reuse' }]);
    expect(await home.store.findRefused({ streams: 'all', author: '', most: 99 })).toHaveLength(1);
  });

  test('is found within one batch, and under another device on the same record', async () => {
    const line = mark();
    const { results } = await push(home, amina.token, [
      line,
      { ...line, f: { mark: null } },
      { ...line, dev: 'tablet-b' },
    ]);
    expect(results).toMatchObject([{ s: 'ok' }, { code: 'id-reuse' }, { code: 'id-reuse' }]);
  });

  test('is not what a stamp, a proof or the order of keys make of it', async () => {
    const line = mark();
    await push(home, amina.token, [line]);
    const shuffled = Object.fromEntries(Object.entries(line).reverse());
    const { results } = await push(home, amina.token, [{ ...shuffled, stamp: 1, proof: 'x' }]);
    expect(results).toMatchObject([{ s: 'dup' }]);
  });
});

describe('4.9 the author must be proven', () => {
  test('by a token that came with the push; anybody at the device delivers for all', async () => {
    const budi = await home.letIn(
      'fasilitator',
      { name: 'Budi', stream: 'training:t1' },
      'tablet-a',
    );
    const line = mark({ by: budi.person.id });
    const [refused] = (await push(home, amina.token, [line])).results;
    expect(refused).toMatchObject({ s: 'quarantined', code: 'unknown-author' });
    const { results } = await push(
      home,
      amina.token,
      [mark({ by: budi.person.id })],
      report(home, 'tablet-a', ['rubbish', budi.token]),
    );
    expect(results).toMatchObject([{ s: 'ok' }]);
  });

  test('nobody can write as home', async () => {
    const { results } = await push(home, koordinator.token, [mark({ by: 'home' })]);
    expect(results).toMatchObject([{ code: 'unknown-author' }]);
  });

  test('5.4 a revoked device may push, into quarantine, and read nothing', async () => {
    const line = mark();
    await push(home, amina.token, [line]);
    expect(await home.operations.revokeDevice('tablet-a')).toBe(true);
    const { results } = await push(home, amina.token, [mark(), line]);
    expect(results).toMatchObject([{ s: 'quarantined', code: 'device-revoked' }, { s: 'dup' }]);
    await expect(pull(home, amina.token)).rejects.toThrow('device-revoked');
  });
});

describe('3.1 the stamp', () => {
  test('is what the clock would have said had it been right', async () => {
    const slow = report(home, 'tablet-a');
    const device = { ...slow, now: home.now - 7_200_000 };
    const { results } = await push(
      home,
      amina.token,
      [mark({ wall: device.now - 60_000 })],
      device,
    );
    expect(results).toMatchObject([{ stamp: home.now - 60_000 }]);
  });

  test('is never later than now and never before the author was let in', async () => {
    const enrolledAt = home.now - 3_600_000;
    const { results } = await push(home, amina.token, [
      mark({ wall: Date.parse('2038-01-19') }),
      mark({ wall: 0 }),
    ]);
    expect(results).toMatchObject([
      { s: 'ok', stamp: home.now },
      { s: 'ok', stamp: enrolledAt },
    ]);
  });
});

describe('4.10 counters', () => {
  test('have no gaps in a stream, whatever is refused in between', async () => {
    const lines = Array.from({ length: 9 }, (_, index) =>
      index % 3 === 1 ? mark({ f: { mark: 'maybe' } }) : mark({ r: `s1:p${index}` }),
    );
    const { results } = await push(home, amina.token, lines);
    expect(results.flatMap(result => ('seq' in result ? result.seq : []))).toEqual([
      2, 3, 4, 5, 6, 7,
    ]);
  });

  test('4.11 one that is refused and yet changes the heads takes a number for its record', async () => {
    const seen = mark();
    const refused = mark({ p: { mark: [seen.id] }, by: 'somebody-else' });
    const successor = mark({ p: { mark: [refused.id] }, f: { mark: { status: 'izin' } } });
    await push(home, amina.token, [seen, successor]);
    const before = await pull(home, amina.token, { scopes: { 'training:t1': 0 } });
    const cursor = before.end.scopes[0]?.head ?? 0;
    expect(cursor).toBe(3);

    await push(home, amina.token, [refused]);
    const after = await pull(home, amina.token, { scopes: { 'training:t1': cursor } });
    expect(after.end.scopes[0]?.head).toBe(4);
    expect(after.pages[0]?.records).toMatchObject([
      { r: 's1:p1', seq: 4, f: { mark: { h: [{ o: successor.id }], w: [refused.id] } } },
    ]);
  });

  test('2.2 a deletion awaits no more what it named, once that is there', async () => {
    const person = { t: 'participant', r: 'p1' };
    const name = mark({ ...person, f: { name: 'Nor Aina' } });
    const deletion = mark({ ...person, f: { deleted: true }, p: { deleted: [name.id] } });
    const deletedNow = async () => {
      const { pages } = await pull(home, amina.token);
      return pages[0]?.records.find(({ t }) => t === 'participant')?.f['deleted'];
    };
    await push(home, amina.token, [deletion]);
    expect(await deletedNow()).toMatchObject({
      h: [{ o: deletion.id, p: [name.id] }],
      w: [name.id],
    });
    await push(home, amina.token, [name]);
    expect(await deletedNow()).not.toHaveProperty('w');
  });

  test('a refused one that nobody names takes none', async () => {
    await push(home, amina.token, [mark(), mark({ by: 'somebody-else' })]);
    expect((await home.store.readHeads()).get('training:t1')).toBe(2);
  });
});

test('5.2 one that the store chokes on is to be tried again, alone', async () => {
  const { store } = home;
  const choked = mark();
  const chokes: typeof store = {
    ...store,
    transaction: work =>
      store.transaction(tx =>
        work({
          ...tx,
          saveOperations: async operations => {
            if (operations.added.some(({ key }) => key === choked.id)) throw new Error('choked');
            await tx.saveOperations(operations);
          },
        }),
      ),
  };
  const fragile = await openHome({ store: chokes, at: home.now });
  const { results } = await push(fragile, amina.token, [mark(), choked, mark()]);
  expect(results.map(({ s }) => s)).toEqual(['ok', 'retry', 'ok']);
});
