import { beforeEach, describe, expect, test } from 'vitest';
import type { EnrolResponse, RefusedOperation } from '../../src/protocol/messages.ts';
import { paths } from '../../src/protocol/messages.ts';
import { shownValue } from '../../src/protocol/merge.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;
/** Let in nowhere that matters: what he writes in the training is refused. */
let budi: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ stream, koordinator, amina } = await openTraining(home));
  budi = await home.letIn('fasilitator', { name: 'Budi', stream: 'training:t2' }, 'tablet-b');
});

const mark = (by: EnrolResponse, changes: Partial<Operation> = {}) =>
  operation({ stream, by: by.person.id, dev: by === budi ? 'tablet-b' : 'tablet-a', ...changes });

const decide = (
  by: EnrolResponse,
  target: Operation,
  outcome: string | null,
  changes: Partial<Operation> = {},
) =>
  operation({
    stream: target.stream,
    t: 'decision',
    r: target.id,
    by: by.person.id,
    dev: 'laptop-k',
    f: { outcome, ...(outcome === 'decline' && { note: 'Sudah dicatat' }) },
    ...changes,
  });

const deliver = (by: EnrolResponse, ...ops: unknown[]) =>
  push(home, by.token, ops, report(home, by === budi ? 'tablet-b' : 'tablet-a'));

async function attentionOf(by: EnrolResponse): Promise<string[]> {
  const headers = { Authorization: `Bearer ${by.token}` };
  const response = await home.fetch(paths.attention, { headers });
  return ((await response.json()) as { refused: RefusedOperation[] }).refused.map(({ id }) => id);
}

async function shownMark(record = 's1:p1'): Promise<unknown> {
  const { pages } = await pull(home, koordinator.token);
  const records = pages.flatMap(page => page.records);
  const found = records.find(it => it.t === 'attendance' && it.r === record);
  return shownValue(found?.f['mark']);
}

const resolvedFor = async (by: EnrolResponse, ...lines: Operation[]) =>
  (await pull(home, by.token, { open: lines.map(({ id }) => id) })).end.resolved;

describe('4.13 a coordinator lets refused work in', () => {
  test('with the stamp and the parents it came with, as if it had been let in at once', async () => {
    const first = mark(amina);
    const refused = mark(budi, { f: { mark: { status: 'izin' } }, p: { mark: [first.id] } });
    await deliver(amina, first);
    const { results } = await deliver(budi, refused);
    expect(results).toMatchObject([{ s: 'quarantined', code: 'forbidden' }]);
    expect(await attentionOf(koordinator)).toEqual([refused.id]);
    expect(await shownMark()).toEqual({ status: 'hadir' });

    home.now += 86_400_000;
    expect(
      (await deliver(koordinator, decide(koordinator, refused, 'accept'))).results,
    ).toMatchObject([{ s: 'ok' }]);
    expect(await shownMark()).toEqual({ status: 'izin' });
    expect(await attentionOf(koordinator)).toEqual([]);
    const stamp = results[0]?.s === 'quarantined' ? results[0].stamp : 0;
    expect(await resolvedFor(budi, refused)).toMatchObject([
      { id: refused.id, outcome: 'accept', stamp },
    ]);
    expect((await deliver(budi, refused)).results).toMatchObject([{ s: 'dup', stamp }]);
  });

  test('also before it has come', async () => {
    const refused = mark(budi);
    await deliver(koordinator, decide(koordinator, refused, 'accept'));
    expect((await deliver(budi, refused)).results).toMatchObject([{ s: 'ok' }]);
    expect(await shownMark()).toEqual({ status: 'hadir' });
  });

  test('or leaves it out, and says why to its author, until she names it no more', async () => {
    const refused = mark(budi);
    await deliver(budi, refused);
    await deliver(koordinator, decide(koordinator, refused, 'decline'));
    expect(await shownMark()).toBeUndefined();
    expect(await attentionOf(koordinator)).toEqual([]);
    for (let times = 0; times < 2; times += 1)
      expect(await resolvedFor(budi, refused)).toEqual([
        { id: refused.id, outcome: 'decline', note: 'Sudah dicatat' },
      ]);
    expect(await resolvedFor(budi)).toEqual([]);
    expect((await deliver(budi, refused)).results).toMatchObject([{ s: 'quarantined' }]);
  });

  test('takes a decline back, and may let it in after all; what is in stays in', async () => {
    const refused = mark(budi);
    await deliver(budi, refused);
    const decline = decide(koordinator, refused, 'decline');
    const p = { outcome: [decline.id] };
    await deliver(koordinator, decline, decide(koordinator, refused, null, { p }));
    expect(await attentionOf(koordinator)).toEqual([refused.id]);
    const accept = decide(koordinator, refused, 'accept', { p });
    await deliver(koordinator, accept);
    expect(await shownMark()).toEqual({ status: 'hadir' });
    await deliver(
      koordinator,
      decide(koordinator, refused, 'decline', { p: { outcome: [accept.id] } }),
    );
    expect(await shownMark()).toEqual({ status: 'hadir' });
  });

  test('but not what only its author can correct', async () => {
    const broken = mark(amina, { f: { mark: { status: 'terbang' } } });
    await deliver(amina, broken);
    await deliver(koordinator, decide(koordinator, broken, 'accept'));
    expect(await shownMark()).toBeUndefined();
    expect(await attentionOf(koordinator)).toEqual([broken.id]);
  });

  test('nobody else decides: a fasilitator is refused, and her decision can be let in like anything', async () => {
    const refused = mark(budi);
    await deliver(budi, refused);
    const meddling = decide(amina, refused, 'accept', { dev: 'tablet-a' });
    expect((await deliver(amina, meddling)).results).toMatchObject([
      { s: 'quarantined', code: 'forbidden' },
    ]);
    expect(await shownMark()).toBeUndefined();
    await deliver(koordinator, decide(koordinator, meddling, 'accept'));
    expect(await shownMark()).toEqual({ status: 'hadir' });
  });

  test('17 a decision that comes before its author has the right counts once the right comes', async () => {
    const refused = mark(budi);
    const early = decide(amina, refused, 'accept', { dev: 'tablet-a' });
    await deliver(budi, refused);
    await deliver(amina, early);
    const right = operation({
      stream,
      t: 'member',
      r: amina.person.id,
      by: koordinator.person.id,
      dev: 'laptop-k',
      f: { role: 'koordinator' },
    });
    await deliver(koordinator, right);
    expect(await shownMark()).toEqual({ status: 'hadir' });
  });
});

describe('4.13 an author takes refused work back', () => {
  test('without any right in the stream, and can undo that', async () => {
    const refused = mark(budi);
    await deliver(budi, refused);
    const withdraw = decide(budi, refused, 'withdraw', { dev: 'tablet-b' });
    expect((await deliver(budi, withdraw)).results).toMatchObject([{ s: 'ok' }]);
    expect(await attentionOf(koordinator)).toEqual([]);
    expect(await resolvedFor(budi, refused)).toMatchObject([{ outcome: 'withdraw' }]);
    const p = { outcome: [withdraw.id] };
    await deliver(budi, decide(budi, refused, null, { dev: 'tablet-b', p }));
    expect(await attentionOf(koordinator)).toEqual([refused.id]);
  });

  test('also before it has come, and is then let in itself, once', async () => {
    const refused = mark(budi);
    const early = decide(budi, refused, 'withdraw', { dev: 'tablet-b' });
    expect((await deliver(budi, early)).results).toMatchObject([{ code: 'forbidden' }]);
    await deliver(budi, refused);
    expect(await attentionOf(koordinator)).toEqual([]);
    expect(await resolvedFor(budi, refused)).toMatchObject([{ outcome: 'withdraw' }]);
    expect((await deliver(budi, early, refused)).results).toMatchObject([
      { s: 'dup' },
      { s: 'quarantined' },
    ]);
  });

  test('also in one batch with it, and before it', async () => {
    const refused = mark(budi);
    const early = decide(budi, refused, 'withdraw', { dev: 'tablet-b' });
    await deliver(budi, early, refused);
    expect(await attentionOf(koordinator)).toEqual([]);
    expect(await resolvedFor(budi, refused)).toMatchObject([{ outcome: 'withdraw' }]);
  });

  test('also before what no version here understands, as after it', async () => {
    const later = mark(budi, { f: { mood: 'senang' } });
    const early = decide(budi, later, 'withdraw', { dev: 'tablet-b' });
    await deliver(budi, early);
    await deliver(budi, later);
    expect((await deliver(budi, early)).results).toMatchObject([{ s: 'dup' }]);
  });

  test('nobody else can', async () => {
    const refused = mark(budi);
    await deliver(budi, refused);
    await deliver(amina, decide(amina, refused, 'withdraw', { dev: 'tablet-a' }));
    expect(await attentionOf(koordinator)).toEqual([refused.id]);
  });

  test('and what is withdrawn still hands on what it names', async () => {
    const first = mark(amina);
    const refused = mark(budi, { f: { mark: { status: 'izin' } }, p: { mark: [first.id] } });
    const corrected = mark(amina, { f: { mark: { status: 'sakit' } }, p: { mark: [refused.id] } });
    await deliver(amina, first);
    await deliver(budi, refused, decide(budi, refused, 'withdraw', { dev: 'tablet-b' }));
    await deliver(amina, corrected);
    const { pages } = await pull(home, koordinator.token);
    const record = pages.flatMap(page => page.records).find(({ t }) => t === 'attendance');
    expect(record?.f['mark']?.h.map(({ o }) => o)).toEqual([corrected.id]);
  });

  test('in a training that nobody opened, and the training can be opened afterwards', async () => {
    const lost = mark(budi, { stream: 'training:t9' });
    await deliver(budi, lost, decide(budi, lost, 'withdraw', { dev: 'tablet-b' }));
    const opening = operation({
      stream: 'training:t9',
      t: 'training',
      r: 't9',
      by: koordinator.person.id,
      dev: 'laptop-k',
      f: { name: 'Bimtek' },
    });
    await deliver(koordinator, opening);
    const { end } = await pull(home, koordinator.token);
    expect(end.scopes.map(({ id }) => id)).toContain('training:t9');
    const members = await home.store.findMemberships(koordinator.person.id);
    expect(members.map(it => it.stream)).toContain('training:t9');
  });
});

test('4.8 a line that comes twice before the right to it has the verdict of the batch both times', async () => {
  const early = mark(budi);
  const right = operation({
    stream,
    t: 'member',
    r: budi.person.id,
    by: koordinator.person.id,
    dev: 'laptop-k',
    f: { role: 'fasilitator' },
  });
  const { results } = await push(
    home,
    koordinator.token,
    [early, early, right],
    report(home, 'laptop-k', [budi.token]),
  );
  expect(results.map(({ s }) => s)).toEqual(['ok', 'dup', 'ok']);
});

test('4.13 a line that names no stream is decided on in the programme', async () => {
  const strange = mark(budi, { stream: 'kitchen:1' });
  await deliver(budi, strange);
  expect(await attentionOf(koordinator)).toEqual([strange.id]);
  const target = { ...strange, stream: 'programme' };
  await deliver(koordinator, decide(koordinator, target, 'decline'));
  expect(await attentionOf(koordinator)).toEqual([]);
});
