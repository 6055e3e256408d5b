import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createWithdrawals } from '../../../src/client/data/withdrawal.ts';
import { openTablet, startsAt, statuses, stream, type Tablet } from './tablet.ts';

/** A tablet whose only mark was refused. */
async function tabletWithRefused() {
  const tablet = openTablet();
  await tablet.mark('p1', 'hadir');
  const [operation] = await tablet.outbox.readForPush([1]);
  if (!operation) throw new Error('Nothing was written');
  await tablet.outbox.storeAnswers(undefined, 'e1', [
    [operation, { s: 'quarantined', code: 'forbidden', stamp: startsAt }],
  ]);
  return { tablet, withdrawals: createWithdrawals(tablet.keep, tablet.cache, tablet.world) };
}

const sheet = async ({ records }: Tablet) =>
  statuses(await records.readShelf(stream, 'attendance', 's1'));

const states = async ({ keep }: Tablet) => (await keep.outbox.toArray()).map(({ state }) => state);

/** The app is killed when it is about to change a row that is there already. */
function killAtChange({ keep }: Tablet): () => void {
  const kill = () => {
    throw new Error('killed');
  };
  keep.outbox.hook('updating', kill);
  return () => keep.outbox.hook('updating').unsubscribe(kill);
}

describe('4.13 a kill in between', () => {
  test('of a withdrawal leaves nothing of it', async () => {
    const { tablet, withdrawals } = await tabletWithRefused();
    const revive = killAtChange(tablet);
    await expect(withdrawals.withdraw(1)).rejects.toThrow('killed');
    revive();
    expect(await states(tablet)).toEqual(['attention e1']);
    await withdrawals.withdraw(1);
    expect(await states(tablet)).toEqual(['closed e1', 'pending']);
    expect(await sheet(tablet)).toEqual({});
  });

  test('of its undoing leaves it withdrawn', async () => {
    const { tablet, withdrawals } = await tabletWithRefused();
    await withdrawals.withdraw(1);
    const revive = killAtChange(tablet);
    await expect(withdrawals.undoWithdraw(1)).rejects.toThrow('killed');
    revive();
    expect(await states(tablet)).toEqual(['closed e1', 'pending']);
    await withdrawals.undoWithdraw(1);
    expect(await states(tablet)).toEqual(['attention e1', 'pending', 'pending']);
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
  });

  test('of a correction leaves what it was to replace, and no correction', async () => {
    const { tablet } = await tabletWithRefused();
    const revive = killAtChange(tablet);
    await expect(tablet.mark('p1', 'izin')).rejects.toThrow('killed');
    revive();
    expect(await states(tablet)).toEqual(['attention e1']);
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    await tablet.mark('p1', 'izin');
    expect(await states(tablet)).toEqual(['closed e1', 'pending', 'pending']);
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'izin' });
  });
});

test('4.13 a withdrawal is signed by the author, whoever is at the device', async () => {
  const { tablet, withdrawals } = await tabletWithRefused();
  tablet.world.person = 'budi';
  await withdrawals.withdraw(1);
  expect((await tablet.keep.outbox.get(2))?.body).toMatchObject({ by: 'amina' });
});

test('what is not refused is not withdrawn, and what a coordinator declined does not come back', async () => {
  const { tablet, withdrawals } = await tabletWithRefused();
  await tablet.mark('p2', 'hadir');
  await withdrawals.withdraw(2);
  await withdrawals.withdraw(99);
  await withdrawals.undoWithdraw(1);
  expect(await states(tablet)).toEqual(['attention e1', 'pending']);
  const settled = { outcome: 'decline', note: '', at: startsAt } as const;
  await tablet.keep.outbox.update(1, { state: 'closed e1', settled });
  await withdrawals.undoWithdraw(1);
  expect(await states(tablet)).toEqual(['closed e1', 'pending']);
});
