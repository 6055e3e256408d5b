import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/records/member.ts';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

const hour = 3_600_000;
const day = 24 * hour;

let home: TestHome;
let amina: EnrolResponse;
let koordinator: EnrolResponse;
let stranger: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ amina, koordinator } = await openTraining(home));
  const elsewhere = { name: 'Rini', stream: 'training:other' };
  stranger = await home.letIn('fasilitator', elsewhere, 'tablet-r');
});
afterEach(() => home.close());

/** Each on the device on which they were let in. */
const deviceOf = (person: string): string => {
  if (person === koordinator.person.id) return 'laptop-k';
  return person === stranger.person.id ? 'tablet-r' : 'tablet-a';
};

const by = ({ person }: EnrolResponse, changes: Parameters<typeof operation>[0] = {}) =>
  operation({
    by: person.id,
    dev: deviceOf(changes.by ?? person.id),
    wall: home.now,
    ...changes,
  });

const memberEdit = (
  person: string,
  fields: Member,
  changes: Parameters<typeof operation>[0] = {},
) => by(koordinator, { t: 'member', r: person, f: { ...fields }, ...changes });

const verdicts = async (who: EnrolResponse, ops: unknown[], device?: object) =>
  (await push(home, who.token, ops, device)).results.map(result =>
    'code' in result ? result.code : result.s,
  );

describe('4.6 the right to write', () => {
  test('is that of the role, in that stream', async () => {
    expect(
      await verdicts(amina, [
        by(amina),
        by(amina, { t: 'participant', r: 'p9', f: { name: 'Walk-in' } }),
        by(amina, { t: 'training', r: 't1', f: { name: 'Mine' } }),
        by(amina, { stream: 'training:other' }),
        memberEdit(amina.person.id, { role: 'koordinator' }, { by: amina.person.id }),
      ]),
    ).toEqual(['ok', 'ok', 'forbidden', 'forbidden', 'forbidden']);
  });

  test('holds from 24 hours before it was given', async () => {
    home.now += 10 * day;
    await push(home, koordinator.token, [memberEdit(stranger.person.id, { role: 'fasilitator' })]);
    const givenAt = home.now;
    home.now += hour;
    expect(
      await verdicts(stranger, [
        by(stranger, { wall: givenAt - day + 1 }),
        by(stranger, { wall: givenAt - day - 1 }),
      ]),
    ).toEqual(['ok', 'forbidden']);
  });

  test('holds until 24 hours after it was taken back', async () => {
    home.now += 10 * day;
    await push(home, koordinator.token, [memberEdit(amina.person.id, { role: null as never })]);
    const takenAt = home.now;
    home.now += 3 * day;
    expect(
      await verdicts(amina, [
        by(amina, { wall: takenAt - hour }),
        by(amina, { wall: takenAt + day - 1 }),
        by(amina, { wall: takenAt + day + 1 }),
      ]),
    ).toEqual(['ok', 'ok', 'forbidden']);
  });

  test('ends with its last day, as that day is in Kalimantan', async () => {
    home.now += 10 * day;
    const lastDay = '2021-07-12';
    await push(home, koordinator.token, [memberEdit(amina.person.id, { until: lastDay })]);
    home.now += 10 * day;
    expect(
      await verdicts(amina, [
        by(amina, { wall: Date.parse('2021-07-12T23:59:59+07:00') }),
        by(amina, { wall: Date.parse('2021-07-13T00:00:00+07:00') }),
      ]),
    ).toEqual(['ok', 'forbidden']);
  });

  test('is judged at arrival when the clock is uncertain', async () => {
    home.now += 10 * day;
    await push(home, koordinator.token, [memberEdit(amina.person.id, { role: null as never })]);
    const takenAt = home.now;
    home.now += 3 * day;
    const jumped = { ...report(home, 'tablet-a'), clk: 2 };
    const line = by(amina, { wall: takenAt - hour, off: null, clk: 1 });
    expect(await verdicts(amina, [line], jumped)).toEqual(['forbidden']);
  });
});

describe('4.7 a koordinator of the programme', () => {
  test('writes in every stream', async () => {
    const line = by(koordinator, {
      stream: 'training:other',
      t: 'session',
      r: 's1',
      f: { title: 'A' },
    });
    expect(await verdicts(koordinator, [line])).toEqual(['ok']);
  });

  test('opens a training with its first operation, and becomes its member', async () => {
    const stream = 'training:new';
    const line = by(koordinator, { stream, t: 'training', r: 'new', f: { name: 'New' } });
    expect(await verdicts(koordinator, [line])).toEqual(['ok']);
    const { pages } = await pull(home, koordinator.token, { scopes: {} });
    const records = pages.find(({ scope }) => scope === stream)?.records;
    expect(records).toMatchObject([
      { t: 'training', seq: 1 },
      {
        t: 'member',
        r: koordinator.person.id,
        seq: 2,
        f: { name: { h: [{ v: 'Kartini', by: 'home' }] }, role: { h: [{ v: 'koordinator' }] } },
      },
    ]);
  });

  test('alone does: a fasilitator opens nothing', async () => {
    const line = by(amina, { stream: 'training:new', t: 'session', r: 's1', f: { title: 'A' } });
    expect(await verdicts(amina, [line])).toEqual(['forbidden']);
    expect((await home.store.readHeads()).has('training:new')).toBe(false);
  });
});

describe('4.8 when a right arrives late', () => {
  test('what was forbidden is judged again, and its author learns of it by pull', async () => {
    const lines = [
      by(stranger, { dev: 'tablet-r' }),
      by(stranger, { dev: 'tablet-r', r: 's1:p2' }),
    ];
    expect(await verdicts(stranger, lines)).toEqual(['forbidden', 'forbidden']);
    const { stamp } = (await push(home, stranger.token, lines)).results[0] as { stamp: number };
    home.now += hour;
    const role: Member = { role: 'fasilitator' };
    expect(await verdicts(koordinator, [memberEdit(stranger.person.id, role)])).toEqual(['ok']);

    const open = lines.map(({ id }) => id);
    const { pages } = await pull(home, stranger.token, { open });
    const page = pages.find(({ scope }) => scope === 'training:t1');
    expect(page?.own).toEqual([
      { id: open[0], seq: 3 },
      { id: open[1], seq: 4 },
    ]);
    expect(page?.records).toMatchObject([
      {},
      { t: 'member' },
      { r: 's1:p1', f: { mark: { h: [{ s: stamp }] } } },
      { r: 's1:p2' },
    ]);
    expect(await verdicts(stranger, lines)).toEqual(['dup', 'dup']);
  });

  test('within one batch the order does not matter', async () => {
    const early = by(stranger);
    const device = report(home, 'laptop-k', [stranger.token]);
    const batch = [early, memberEdit(stranger.person.id, { role: 'fasilitator' })];
    expect(await verdicts(koordinator, batch, device)).toEqual(['ok', 'ok']);
  });

  test('a right that gives a right is followed to the end', async () => {
    const mark = by(stranger);
    const gift = memberEdit(stranger.person.id, { role: 'fasilitator' }, { by: amina.person.id });
    expect(await verdicts(stranger, [mark])).toEqual(['forbidden']);
    expect(await verdicts(amina, [gift])).toEqual(['forbidden']);
    await push(home, koordinator.token, [memberEdit(amina.person.id, { role: 'koordinator' })]);
    expect(await verdicts(amina, [gift])).toEqual(['dup']);
    expect(await verdicts(stranger, [mark])).toEqual(['dup']);
  });

  test('a right in the programme lets in what waits in any stream', async () => {
    const line = by(amina, { stream: 'training:new', t: 'training', r: 'new', f: { name: 'N' } });
    expect(await verdicts(amina, [line])).toEqual(['forbidden']);
    const role: Member = { role: 'koordinator' };
    await push(home, koordinator.token, [
      memberEdit(amina.person.id, role, { stream: 'programme' }),
    ]);
    expect(await verdicts(amina, [line])).toEqual(['dup']);
    expect((await home.store.readHeads()).get('training:new')).toBe(2);
  });

  test('what is not the right kind stays forbidden', async () => {
    const line = by(stranger, { t: 'training', r: 't1', f: { name: 'Mine' } });
    await push(home, stranger.token, [line]);
    await push(home, koordinator.token, [memberEdit(stranger.person.id, { role: 'fasilitator' })]);
    expect(await verdicts(stranger, [line])).toEqual(['forbidden']);
  });
});
