import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/client/data/outbox.ts';
import { openTablet, startsAt, type Tablet } from './tablet.ts';

const ok = (seq: number): Answer => ({ s: 'ok', seq, stamp: startsAt, proof: `proof-${seq}` });
const forbidden: Answer = { s: 'quarantined', code: 'forbidden', stamp: startsAt };

async function answer({ outbox }: Tablet, epoch: string, answers: Answer[]): Promise<boolean> {
  const operations = await outbox.readForPush(answers.map((_, index) => index + 1));
  return outbox.storeAnswers(
    await outbox.readPresent(),
    epoch,
    operations.map((operation, index) => [operation, answers[index] as Answer]),
  );
}

async function tabletWithThree(): Promise<Tablet> {
  const tablet = openTablet();
  for (const participant of ['p1', 'p2', 'p3']) await tablet.mark(participant, 'hadir');
  return tablet;
}

describe('5.6 verdicts', () => {
  test('move an operation to where it belongs, and retry moves nothing', async () => {
    const tablet = await tabletWithThree();
    expect(await tablet.outbox.count()).toEqual({ waiting: 3, attention: 0, delivered: 0 });
    await answer(tablet, 'e1', [ok(1), forbidden, { s: 'retry' }]);
    expect(await tablet.outbox.count()).toEqual({ waiting: 1, attention: 1, delivered: 1 });
    expect(await tablet.outbox.readWaiting()).toEqual([3]);
    const [, second] = await tablet.keep.outbox.toArray();
    expect(await tablet.outbox.readOpen()).toEqual(
      expect.arrayContaining([second?.id]) as string[],
    );
  });

  test('count for that very id only', async () => {
    const tablet = await tabletWithThree();
    const [operation] = await tablet.outbox.readForPush([1]);
    if (!operation) throw new Error('Nothing was written');
    const another = { ...operation, id: '00000000-0000-4000-8000-0000000000ff' };
    await tablet.outbox.storeAnswers(undefined, 'e1', [[another, ok(1)]]);
    expect((await tablet.outbox.count()).delivered).toBe(0);
  });

  test('of a second loop that come late un-admit nothing', async () => {
    const tablet = await tabletWithThree();
    await answer(tablet, 'e1', [ok(1)]);
    await answer(tablet, 'e1', [forbidden]);
    expect(await tablet.outbox.count()).toEqual({ waiting: 2, attention: 0, delivered: 1 });
  });

  test('what a later version must understand is delivered, and its number still asked for', async () => {
    const tablet = await tabletWithThree();
    await answer(tablet, 'e1', [{ s: 'opaque', stamp: startsAt }, ok(1), ok(2)]);
    expect(await tablet.outbox.count()).toEqual({ waiting: 0, attention: 0, delivered: 3 });
    expect(await tablet.outbox.readOpen()).toHaveLength(1);
  });
});

describe('6.7 a change of epoch', () => {
  test('opens everything again, with the stamps and proofs that home once gave', async () => {
    const tablet = await tabletWithThree();
    await answer(tablet, 'e1', [ok(1), forbidden]);
    await tablet.outbox.meet(await tablet.outbox.readPresent(), 'e2');
    expect(await tablet.outbox.readWaiting()).toEqual([1, 2, 3]);
    expect(await tablet.outbox.count()).toEqual({ waiting: 3, attention: 1, delivered: 0 });
    expect(await tablet.outbox.hasReopened()).toBe(true);
    const [first, second, third] = await tablet.outbox.readForPush([1, 2, 3]);
    expect(first).toMatchObject({ stamp: startsAt, proof: 'proof-1' });
    expect(second).toMatchObject({ stamp: startsAt });
    expect(second).not.toHaveProperty('proof');
    expect(third).not.toHaveProperty('stamp');

    await answer(tablet, 'e2', [ok(1), ok(2)]);
    expect(await tablet.outbox.hasReopened()).toBe(false);
    expect(await tablet.outbox.count()).toEqual({ waiting: 1, attention: 0, delivered: 2 });
  });

  test('5.3 an answer asked for before it, and telling of another epoch, is dropped', async () => {
    const tablet = await tabletWithThree();
    await answer(tablet, 'e1', [ok(1)]);
    const asked = await tablet.outbox.readPresent();
    const [operation] = await tablet.outbox.readForPush([2]);
    await tablet.outbox.meet(asked, 'e2');
    if (!operation) throw new Error('Nothing was written');
    expect(await tablet.outbox.storeAnswers(asked, 'e1', [[operation, ok(2)]])).toBe(false);
    expect((await tablet.outbox.readPresent())?.epoch).toBe('e2');
    expect((await tablet.outbox.count()).delivered).toBe(0);
  });

  test('home that fell behind within its epoch opens everything as well', async () => {
    const tablet = await tabletWithThree();
    await answer(tablet, 'e1', [ok(1), ok(2), ok(3)]);
    const asked = await tablet.outbox.readPresent();
    if (!asked) throw new Error('Home was not met');
    await tablet.outbox.startOver(asked);
    await tablet.outbox.startOver(asked);
    expect(await tablet.outbox.readPresent()).toEqual({ epoch: 'e1', base: 'e1~1' });
    expect(await tablet.outbox.readWaiting()).toEqual([1, 2, 3]);
  });
});
