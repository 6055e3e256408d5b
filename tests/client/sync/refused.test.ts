import { describe, expect, test } from 'vitest';
import { decision, type Decision } from '../../../src/domain/records/decision.ts';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import { operation } from '../../support/operations.ts';
import { createDevice } from '../../support/device.ts';
import { mark, outboxOf, pullsTo, sheet, stream, tabletOfAmina } from './tablets.ts';

/** A tablet with one mark that home keeps apart, and one that it admitted. */
async function tabletWithRefused(name: string) {
  const made = await tabletOfAmina(name);
  made.home.refuse = ({ r, t }) => (t === 'attendance' && r === 's1:p1' ? 'forbidden' : undefined);
  await mark(made.tablet, 'p1');
  await mark(made.tablet, 'p2');
  await made.tablet.runRound();
  const [refused] = await made.tablet.attention.readOwn();
  if (!refused) throw new Error('Nothing was refused');
  return { ...made, refused: refused.operation };
}

/** What a coordinator elsewhere decides. */
const decided = (id: string, f: Decision, p: Record<string, string[]> = {}) =>
  operation({ dev: 'laptop-k', by: 'kartini', t: decision.name, r: id, f: { ...f }, p });

const standings = async (world: { name: string }) =>
  (await outboxOf(world)).map(({ state }) => state.split(' ', 1)[0]);

describe('6.10 what became of refused work', () => {
  test('let in, it is sent like any other and leaves the attention list', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-1');
    home.admit(decided(refused.id, { outcome: 'accept' }));
    expect(await tablet.runRound()).toBe(true);
    expect(await tablet.attention.readOwn()).toEqual([]);
    const [row] = await outboxOf(world);
    expect(row).toMatchObject({ state: 'sent epoch-1' });
    expect(row?.verdicts.at(-1)).toMatchObject({ s: 'ok', proof: 'proof', seq: 3 });
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
    const [view] = await tablet.records.readShelf(stream, 'attendance');
    expect(view?.delivery).toBe('home');
    await tablet.runRound();
    expect(pullsTo(home).at(-1)?.open).toEqual([]);
  });

  test('declined, it leaves the screens, and what was said can be read', async () => {
    const { home, tablet, clock, refused } = await tabletWithRefused('refused-2');
    clock.now += 60_000;
    home.admit(decided(refused.id, { outcome: 'decline', note: 'Salah kelas' }));
    expect(await tablet.runRound()).toBe(true);
    expect(await tablet.attention.readOwn()).toEqual([]);
    expect(await tablet.attention.readDeclined()).toEqual([
      { n: 1, operation: refused, code: 'forbidden', note: 'Salah kelas', declinedAt: clock.now },
    ]);
    expect(await sheet(tablet)).toEqual({ p2: 'hadir' });

    // Told at every pull, it is learnt of once.
    clock.now += 60_000;
    await tablet.runRound();
    expect((await tablet.attention.readDeclined())[0]?.declinedAt).toBe(clock.now - 60_000);
  });

  test('declined and then let in after all, it is sent', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-3');
    const decline = decided(refused.id, { outcome: 'decline' });
    home.admit(decline);
    await tablet.runRound();
    home.admit(decided(refused.id, { outcome: 'accept' }, { outcome: [decline.id] }));
    await tablet.runRound();
    expect(await standings(world)).toEqual(['sent', 'sent']);
    expect(await tablet.attention.readDeclined()).toEqual([]);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
  });

  test('10.5 what was declined stays so in a new epoch, and goes up again after everything else', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-4');
    const decline = decided(refused.id, { outcome: 'decline' });
    home.admit(decline);
    await tablet.runRound();
    home.restore('epoch-2', ({ id }) => id === decline.id);
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations().map(({ r }) => r)).toEqual([refused.id, 's1:p2', 's1:p1']);
    expect(await standings(world)).toEqual(['closed', 'sent']);
    expect(await sheet(tablet)).toEqual({ p2: 'hadir' });
  });

  test('said in another epoch than the present one, it counts for nothing', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-5');
    home.admit(decided(refused.id, { outcome: 'decline' }));
    // Home comes back from a backup in the middle of the pull, and a second tab notices first.
    const secondTab = await createDevice(world);
    home.intercept = ({ path, body }) => {
      if (!path.endsWith('/pull')) return undefined;
      home.intercept = () => undefined;
      const answer = home.fetch(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { Authorization: 'Bearer token-amina' },
      });
      return answer.then(async response => {
        home.restore('epoch-2', () => false);
        await secondTab.runRound();
        return response;
      });
    };
    await tablet.runRound();
    expect(await standings(world)).toEqual(['attention', 'sent']);
    expect(await tablet.attention.readDeclined()).toEqual([]);
  });
});

describe('4.13 decisions', () => {
  test('a coordinator’s are written like any other work, without a network', async () => {
    const { home, tablet, world } = await tabletOfAmina('refused-6');
    home.role = 'koordinator';
    home.refuse = ({ by }) => (by === 'budi' ? 'forbidden' : undefined);
    const refused = operation({ by: 'budi', dev: 'tablet-b', r: 's1:p7' });
    home.admit(refused);
    home.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await tablet.attention.decide({ id: refused.id, operation: refused }, 'decline', ' Ganda ');
    await tablet.attention.decide({ id: refused.id, operation: refused }, null);
    await tablet.attention.decide({ id: refused.id, operation: refused }, 'accept');
    expect((await outboxOf(world)).map(({ body }) => body.f)).toEqual([
      { outcome: 'decline', note: 'Ganda' },
      { outcome: null, note: null },
      { outcome: 'accept', note: null },
    ]);
    home.intercept = () => undefined;
    expect(await tablet.runRound()).toBe(true);
    expect(await sheet(tablet)).toEqual({ p7: 'hadir' });
    const view = await tablet.records.readRecord(stream, 'decision', refused.id);
    expect(valuesOf<Decision>(view)).toEqual({ outcome: 'accept' });
  });

  test('on what names no stream that can be read, they are written in the programme', async () => {
    const { tablet, world } = await tabletOfAmina('refused-7');
    const id = `sha256-${'a'.repeat(56)}`;
    await tablet.attention.decide({ id, operation: {} }, 'decline');
    expect((await outboxOf(world)).map(({ body }) => body)).toMatchObject([
      { stream: 'programme', t: 'decision', r: id, f: { outcome: 'decline' }, p: { outcome: [] } },
    ]);
  });

  test('withdrawn work leaves the screens at once, and comes back when that is undone', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-8');
    await tablet.attention.withdraw(refused.n);
    expect(await sheet(tablet)).toEqual({ p2: 'hadir' });
    expect(await tablet.attention.readOwn()).toEqual([]);
    expect(await tablet.runRound()).toBe(true);
    expect(await standings(world)).toEqual(['closed', 'sent', 'sent']);

    await tablet.attention.undoWithdraw(refused.n);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
    expect(await tablet.attention.readOwn()).toMatchObject([{ n: refused.n, code: 'forbidden' }]);
    const rows = await outboxOf(world);
    expect(rows.at(-1)?.body).toMatchObject({
      r: refused.id,
      f: { outcome: null },
      p: { outcome: [rows.at(-2)?.id] },
      by: 'amina',
    });
    expect(await tablet.runRound()).toBe(true);
    expect(await standings(world)).toEqual(['attention', 'sent', 'sent', 'sent']);

    home.admit(decided(refused.id, { outcome: 'accept' }));
    await tablet.runRound();
    expect(await standings(world)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('what was undone after home was asked is not taken back by its answer', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-9');
    await tablet.attention.withdraw(refused.n);
    await tablet.runRound();
    home.intercept = ({ path, body }) => {
      if (!path.endsWith('/pull')) return undefined;
      home.intercept = () => undefined;
      const answer = home.fetch(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { Authorization: 'Bearer token-amina' },
      });
      return answer.then(async response => {
        await tablet.attention.undoWithdraw(refused.n);
        return response;
      });
    };
    expect(await tablet.runRound()).toBe(false);
    expect((await standings(world))[0]).toBe('attention');
    expect(await tablet.runRound()).toBe(true);
    expect((await standings(world))[0]).toBe('attention');
  });

  test('a correction withdraws what it replaces, in the same breath', async () => {
    const { home, tablet, world, refused } = await tabletWithRefused('refused-10');
    home.refuse = () => undefined;
    await mark(tablet, 'p1', 'izin');
    expect(await tablet.attention.readOwn()).toEqual([]);
    const [old, , successor, withdrawal] = await outboxOf(world);
    expect(old).toMatchObject({ state: 'closed epoch-1', settled: { outcome: 'withdraw' } });
    expect(successor?.body.p).toEqual({ mark: [refused.id] });
    expect(withdrawal?.body).toMatchObject({ r: refused.id, f: { outcome: 'withdraw' } });
    expect(await tablet.runRound()).toBe(true);
    expect(await standings(world)).toEqual(['closed', 'sent', 'sent', 'sent']);
    expect(await sheet(tablet)).toEqual({ p1: 'izin', p2: 'hadir' });
  });

  test('what sets less, or is another person’s, corrects nothing', async () => {
    const { home, tablet, refused } = await tabletWithRefused('refused-11');
    const seen = await tablet.records.readRecord(stream, 'attendance', 's1:p1');
    const note = { stream, t: 'attendance', r: 's1:p1', fields: { note: 'pulang' }, seen };
    await tablet.records.write([note]);
    home.granted['token-budi'] = [stream];
    await tablet.account.enrol('BUDI');
    await mark(tablet, 'p1', 'izin');
    expect((await tablet.attention.readOwn()).map(({ n }) => n)).toEqual([refused.n]);
  });
});

test('4.15 a withdrawal that home keeps apart too leaves the work before its author, and nothing else', async () => {
  const { home, tablet, world, refused } = await tabletWithRefused('refused-shut-out');
  home.refuse = () => 'device-revoked';
  await tablet.attention.withdraw(refused.n);
  expect(await tablet.attention.readOwn()).toEqual([]);
  await tablet.runRound();
  expect(await tablet.attention.readOwn()).toMatchObject([{ n: refused.n, code: 'forbidden' }]);
  expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
  expect(await standings(world)).toEqual(['attention', 'sent', 'closed']);

  // Let in again, taking it back works, whatever was tried before.
  home.refuse = ({ t }) => (t === 'attendance' ? 'forbidden' : undefined);
  await tablet.attention.withdraw(refused.n);
  await tablet.runRound();
  expect(await tablet.attention.readOwn()).toEqual([]);
  expect(await sheet(tablet)).toEqual({ p2: 'hadir' });
  expect((await standings(world)).at(0)).toBe('closed');
});
