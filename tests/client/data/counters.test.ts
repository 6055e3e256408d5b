import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCounters, gapsOf } from '../../../src/client/data/counters.ts';
import { isWithin, rangesOf } from '../../../src/protocol/receipt.ts';
import { limits, type Ranges } from '../../../src/protocol/messages.ts';
import { announceSeed } from '../../support/seed.ts';
import { openTablet, startsAt } from './tablet.ts';

announceSeed('client/data/counters');

test('gaps are exactly what lies in no range', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), fc.nat(60), fc.nat(60), (held, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const ranges = rangesOf(new Set(held));
      const gaps = gapsOf(ranges, from, to);
      for (let counter = 0; counter <= 61; counter += 1) {
        const isGap = counter >= from && counter <= to && !isWithin(ranges, counter);
        expect(isWithin(gaps, counter)).toBe(isGap);
      }
    }),
  );
});

/** A tablet with marks that home admitted in the epoch e1. */
async function tabletWithSent(count: number) {
  const tablet = openTablet();
  for (let person = 1; person <= count; person += 1) await tablet.mark(`p${person}`, 'hadir');
  const operations = await tablet.outbox.readForPush(await tablet.outbox.readWaiting());
  await tablet.outbox.storeAnswers(
    undefined,
    'e1',
    operations.map((operation, index) => [
      operation,
      { s: 'ok', seq: index + 1, stamp: startsAt, proof: 'proof' },
    ]),
  );
  await tablet.keep.notes.put({ kind: 'device', key: 'id', body: tablet.name });
  const counters = createCounters(tablet.keep, tablet.outbox.readWaiting);
  return { tablet, counters, present: { epoch: 'e1', base: 'e1' } };
}

describe('6.11 what home holds', () => {
  test('counts for the id and the base for which it was asked, and for no other', async () => {
    const { tablet, counters, present } = await tabletWithSent(2);
    const before = await counters.readBefore();
    expect(await counters.compare(present, 'another', before, [])).toEqual([]);
    await tablet.outbox.startOver(present);
    expect(await counters.compare(present, tablet.name, before, [])).toEqual([]);
    expect(await tablet.keep.outbox.where('state').equals('sent e1').count()).toBe(2);
  });

  test('a list as long as a message may be says nothing of what lies behind its end', async () => {
    const { tablet, counters, present } = await tabletWithSent(3);
    const before = { waiting: new Set<number>(), last: 10_000 };
    const have: Ranges = Array.from({ length: limits.ranges }, (_, index) => [
      3 + index * 2,
      3 + index * 2,
    ]);
    expect(await counters.compare(present, tablet.name, before, have)).toHaveLength(2);
    expect(await tablet.outbox.readWaiting()).toEqual([1, 2]);
    const told = await counters.readGone(tablet.name);
    expect(told.every(([, to]) => to < (have.at(-1)?.[1] ?? 0))).toBe(true);
  });

  test('many gaps open what lies in them', async () => {
    const { tablet, counters, present } = await tabletWithSent(130);
    const have: Ranges = Array.from({ length: 65 }, (_, index) => [index * 2 + 1, index * 2 + 1]);
    const before = await counters.readBefore();
    expect(await counters.compare(present, tablet.name, before, have)).toHaveLength(65);
    expect(await tablet.outbox.readWaiting()).toEqual(
      Array.from({ length: 65 }, (_, index) => index * 2 + 2),
    );
    expect(await counters.readGone(tablet.name)).toEqual([]);
  });

  test('a settled one that home lost goes up again and stays settled', async () => {
    const { tablet, counters, present } = await tabletWithSent(1);
    const settled = { outcome: 'decline', note: 'Ganda', at: startsAt } as const;
    await tablet.keep.outbox.update(1, { state: 'closed e1', settled });
    await counters.compare(present, tablet.name, await counters.readBefore(), []);
    expect(await tablet.outbox.readWaiting()).toEqual([1]);
    const [operation] = await tablet.outbox.readForPush([1]);
    if (!operation) throw new Error('Nothing was opened');
    await tablet.outbox.storeAnswers(present, 'e1', [
      [operation, { s: 'quarantined', code: 'forbidden', stamp: startsAt }],
    ]);
    expect(await tablet.keep.outbox.get(1)).toMatchObject({ state: 'closed e1', settled });
    expect(await tablet.outbox.readWaiting()).toEqual([]);
  });
});
