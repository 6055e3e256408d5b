import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idAfter } from '../../src/domain/ids.ts';
import { packOperations, unpackAnswer, unpackPage } from '../../src/protocol/lean-messages.ts';
import {
  mediaType,
  paths,
  type EnrolResponse,
  type PushResponse,
} from '../../src/protocol/messages.ts';
import {
  openHome,
  openTraining,
  pull,
  push,
  report,
  tryPull,
  type TestHome,
} from '../support/home.ts';
import { operation, spoiled } from '../support/operations.ts';
import { createChance } from '../support/seed.ts';

const chance = createChance(77);
let home: TestHome;
let amina: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ amina } = await openTraining(home));
  home.now += 3_600_000;
});
afterEach(() => home.close());

/** A sheet as the app writes it: together, ids counting on, one line after the other. */
function sheetOf(count: number) {
  const written = { by: amina.person.id, p: { mark: [] }, wall: home.now - 5000 };
  const { n, ...first } = operation(written);
  let id = chance.uuid();
  return Array.from({ length: count }, (_, index) => {
    const line = { ...first, id, r: `s1:p${index}`, n: n + index };
    id = idAfter(id);
    return line;
  });
}

const ask = (body: object, headers: Record<string, string> = {}) =>
  home.fetch(paths.push, {
    method: 'POST',
    headers: {
      'Content-Type': mediaType.json,
      Authorization: `Bearer ${amina.token}`,
      ...headers,
    },
    body: JSON.stringify({ device: report(home, 'tablet-a'), ...body }),
  });

async function pushLean(lines: readonly unknown[]): Promise<PushResponse> {
  const response = await ask({ proto: 2, ops: packOperations(lines) });
  expect(response.status).toBe(200);
  return unpackAnswer(await response.json()) as PushResponse;
}

describe('5.8 a push of lean lines', () => {
  test('is judged as if the lines had come as they were written', async () => {
    const lines = sheetOf(40);
    const { results } = await pushLean(lines);
    expect(results.every(({ s }) => s === 'ok')).toBe(true);
    // The same id with another body would be `id-reuse`, and another body would have another proof.
    const again = await push(home, amina.token, lines);
    expect(again.results).toEqual(results.map(verdict => ({ ...verdict, s: 'dup' })));
    expect((await pushLean(lines)).results).toEqual(again.results);
  });

  test('is answered in kind, and says nothing twice', async () => {
    const answer = (await (await ask({ proto: 2, ops: packOperations(sheetOf(3)) })).json()) as {
      lean: object[];
    };
    expect(answer).not.toHaveProperty('results');
    const proof = expect.any(String) as unknown;
    expect(answer.lean).toEqual([
      { s: 'ok', seq: 2, stamp: home.now - 5000, proof },
      { proof },
      { proof },
    ]);
  });

  test('4.12 carries stamps and proofs to a home that came back empty', async () => {
    const lines = sheetOf(3);
    const { results } = await pushLean(lines);
    const proven = lines.map((line, index) => {
      const { stamp, proof } = results[index] as { stamp: number; proof: string };
      return { ...line, stamp, proof };
    });
    await home.close();
    home = await openHome({ at: home.now + 86_400_000 });
    // Nobody knows Amina here, nor her place in the training: only the proofs let her work in.
    expect((await pushLean(proven)).results).toEqual(
      results.map((verdict, index) => ({ ...verdict, seq: index + 1 })),
    );
  });

  test('5.2 a bad line in it delays no other', async () => {
    const [first, second] = sheetOf(2);
    const bad = [spoiled('wall', '5'), 'rubbish', { ...second, id: 'x' }, null, ['a', 'b']];
    const { results } = await pushLean([first, ...bad, second]);
    const malformed = bad.map(() => expect.objectContaining({ code: 'malformed' }) as unknown);
    const ok = expect.objectContaining({ s: 'ok' }) as unknown;
    expect(results).toEqual([ok, ...malformed, ok]);
  });

  test.each([
    ['a line that follows from none', [{}]],
    ['a property no line has', [[1], { else: 1 }]],
    ['something that is no line', [5]],
  ])('5.5 with %s is unreadable as a whole', async (_what, nonsense) => {
    const response = await ask({ proto: 2, ops: [...packOperations(sheetOf(1)), ...nonsense] });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad-request' });
    expect((await home.store.readHeads()).get('training:t1')).toBe(1);
  });

  test('is offered by home, in every answer', async () => {
    const protos = [1, 2];
    expect(await push(home, amina.token, [])).toMatchObject({ protos });
    expect(await (await ask({ proto: 2, ops: [] })).json()).toMatchObject({ protos });
    expect((await pull(home, amina.token)).end).toMatchObject({ protos });
  });
});

describe('an answer', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', null, (bytes: Buffer) => bytes],
  ])('to whom takes %s is packed with %s', async (accepted, packing, unpack) => {
    const headers = { 'Accept-Encoding': accepted };
    const response = await ask({ proto: 1, ops: sheetOf(20) }, headers);
    expect(response.headers.get('Content-Encoding')).toBe(packing);
    const text = unpack(Buffer.from(await response.arrayBuffer())).toString();
    expect((JSON.parse(text) as PushResponse).results).toHaveLength(20);
  });
});

describe('6.13 a lean pull', () => {
  test('has the same pages, with the same records', async () => {
    await push(home, amina.token, sheetOf(150));
    const line = () => operation({ by: amina.person.id, wall: home.now });
    // A difference, what awaits something, a deletion, another kind.
    await push(home, amina.token, [
      { ...line(), f: { mark: { status: 'izin' } } },
      { ...line(), r: 's1:p7', p: { mark: [operation().id] } },
      { ...line(), t: 'session', r: 's1', f: { title: 'Satu' } },
      { ...line(), t: 'session', r: 's1', f: { deleted: true }, p: { deleted: [operation().id] } },
    ]);
    const request = { maxBytes: 4096 };
    const { pages } = await pull(home, amina.token, request);
    const text = await (await tryPull(home, amina.token, { ...request, lean: true })).text();
    const lean = text.trimEnd().split('\n').slice(0, -1);
    expect(lean.every(page => !page.includes('"records"'))).toBe(true);
    expect(pages.length).toBeGreaterThan(5);
    expect(lean.map(page => unpackPage(JSON.parse(page)))).toEqual(pages);
    expect(text.length).toBeLessThan(JSON.stringify(pages).length / 2);
  });
});
