import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { describe, expect, test } from 'vitest';
import { receiptCode } from '../../../src/protocol/receipt.ts';
import { paths } from '../../../src/protocol/messages.ts';
import { createDevice } from '../../support/device.ts';
import { operation } from '../../support/operations.ts';
import { problem } from './small-home.ts';
import { mark, outboxOf, stream, tabletOfAmina, tamper } from './tablets.ts';

const asksFor = (home: { asked: { path: string }[] }) =>
  home.asked.filter(({ path }) => path.startsWith(paths.receipts)).length;

describe('10.1 counted receipts', () => {
  test('are fetched after a delivery, and tell for each group the same code as home', async () => {
    const { home, tablet, world, clock } = await tabletOfAmina('receipts-1');
    await mark(tablet, 'p1');
    await mark(tablet, 'p1', 'izin');
    await mark(tablet, 'p2');
    await mark(tablet, 'p1', 'sakit', 's2');
    expect(await tablet.receipts.read()).toMatchObject({
      at: undefined,
      groups: [
        { kind: 'attendance', group: 's1', here: { operations: 3, records: 2, waiting: 3 } },
        { kind: 'attendance', group: 's2', here: { operations: 1, waiting: 1 }, isProven: false },
      ],
    });
    clock.now += 5_000;
    expect(await tablet.runRound()).toBe(true);
    const ids = (await outboxOf(world)).map(({ id }) => id);
    const read = await tablet.receipts.read();
    expect(read.at).toBe(clock.now);
    expect(read.groups.find(({ group }) => group === 's1')).toEqual({
      stream,
      kind: 'attendance',
      group: 's1',
      here: { operations: 3, records: 2, waiting: 0, pictures: 0 },
      home: expect.objectContaining({
        operations: 3,
        records: 2,
        code: receiptCode(ids.slice(0, 3)),
      }) as unknown,
      isProven: true,
    });
    expect(asksFor(home)).toBe(1);

    // With everything proven there is nothing to ask.
    await tablet.runRound();
    expect(asksFor(home)).toBe(1);
  });

  test('everything counts as complete only when home counts the same', async () => {
    const { home, tablet, world } = await tabletOfAmina('receipts-2');
    home.tellsHave = false;
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    home.intercept = ({ path }) => {
      // Home admits everything and loses one of them before it counts.
      if (path === paths.receipts) home.lose(({ r }) => r === 's1:p2');
      return undefined;
    };
    expect(await tablet.runRound()).toBe(true);
    const groups = (await tablet.receipts.read()).groups;
    expect(groups).toMatchObject([{ home: { operations: 1 }, isProven: false }]);
    expect((await createDevice(world)).sync.status.value.completedAt).toBeUndefined();

    // Home then tells what it has: the lost one goes up again, and it is proven.
    home.intercept = () => undefined;
    home.tellsHave = true;
    expect(await tablet.runRound()).toBe(true);
    expect((await tablet.receipts.read()).groups).toMatchObject([{ isProven: true }]);
    expect((await createDevice(world)).sync.status.value.completedAt).toBeDefined();
  });

  test('are followed by a live query, whatever it takes to fetch what reads them', async () => {
    const { tablet } = await tabletOfAmina('receipts-12');
    const seen: (number | undefined)[] = [];
    let wake = () => {};
    const following = liveQuery(() => tablet.receipts.read()).subscribe(({ groups }) => {
      seen.push(groups[0]?.here.waiting);
      wake();
    });
    const until = async (waiting: number | undefined) => {
      while (seen.length === 0 || seen.at(-1) !== waiting) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    };
    await until(undefined);
    await mark(tablet, 'p1');
    await until(1);
    await tablet.runRound();
    await until(0);
    following.unsubscribe();
    expect(seen[0]).toBeUndefined();
  });

  test('of an older epoch prove nothing', async () => {
    const { home, tablet } = await tabletOfAmina('receipts-3');
    await mark(tablet, 'p1');
    await tablet.runRound();
    home.restore('epoch-2', () => false);
    home.isHindered = () => true;
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(await tablet.receipts.read()).toMatchObject({
      at: undefined,
      groups: [{ here: { operations: 1, waiting: 1 }, home: undefined, isProven: false }],
    });
    home.isHindered = () => false;
    await tablet.runRound();
    expect((await tablet.receipts.read()).groups).toMatchObject([{ isProven: true }]);
  });

  test('what home comes to count otherwise is not proven any more', async () => {
    const { home, tablet } = await tabletOfAmina('receipts-4');
    await mark(tablet, 'p1');
    await mark(tablet, 'p1', 'hadir', 's2');
    await tablet.runRound();
    // Another device writes under the same id, which this one learns only by the count.
    home.admit(operation({ dev: tablet.device.id, n: 9, r: 's1:p9' }));
    await mark(tablet, 'p2', 'hadir', 's2');
    await tablet.runRound();
    const { groups } = await tablet.receipts.read();
    expect(Object.fromEntries(groups.map(({ group, isProven }) => [group, isProven]))).toEqual({
      s1: false,
      s2: true,
    });
  });

  test('refused, declined and withdrawn work is in no receipt and holds up no proof', async () => {
    const { home, tablet } = await tabletOfAmina('receipts-5');
    home.refuse = ({ r }) => (r === 's1:p1' || r === 's2:p1' ? 'forbidden' : undefined);
    for (const participant of ['p1', 'p2']) await mark(tablet, participant);
    await mark(tablet, 'p1', 'hadir', 's2');
    await tablet.runRound();
    expect((await tablet.receipts.read()).groups).toMatchObject([
      { here: { operations: 2 }, home: { operations: 1, refused: [{}] }, isProven: true },
      { group: 's2', here: { operations: 1 }, home: { operations: 0 }, isProven: true },
    ]);
    await tablet.attention.withdraw(3);
    await tablet.runRound();
    const kinds = (await tablet.receipts.read()).groups.map(({ kind, group }) => [kind, group]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['decision', ''],
        ['attendance', 's1'],
      ]),
    );
    expect(kinds).toHaveLength(2);
  });

  test('cover what was written under a former id too', async () => {
    const { home, tablet } = await tabletOfAmina('receipts-6');
    await mark(tablet, 'p1', 'hadir', 's1');
    await tablet.runRound();
    home.admit(operation({ dev: tablet.device.id, n: 2, r: 's9:p9' }));
    await mark(tablet, 'p2', 'hadir', 's1');
    await tablet.runRound();
    await mark(tablet, 'p3', 'hadir', 's1');
    await tablet.runRound();
    const { groups } = await tablet.receipts.read();
    expect(groups).toMatchObject([
      { group: 's1', here: { operations: 3, records: 3 }, home: { operations: 3 }, isProven: true },
    ]);
    expect(groups[0]?.home?.code).toMatch(/^\w{4} \w{4}$/);
  });

  test('a home without receipts, or one that cannot give them now, delays no work', async () => {
    const { home, tablet, world } = await tabletOfAmina('receipts-7');
    await mark(tablet, 'p1');
    home.intercept = ({ path }) => (path === paths.receipts ? problem('not-found') : undefined);
    expect(await tablet.runRound()).toBe(true);
    expect((await createDevice(world)).sync.status.value.completedAt).toBeUndefined();
    home.intercept = ({ path }) => (path === paths.receipts ? problem('busy') : undefined);
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(home.operations()).toHaveLength(1);
  });
});

describe('7.3 cleaning', () => {
  const days = (count: number) => count * 86_400_000;

  test('what is proven goes after 60 days, oldest first, and the receipt still agrees', async () => {
    const { home, tablet, world, clock } = await tabletOfAmina('receipts-8');
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    await tablet.runRound();
    clock.now += days(31);
    await mark(tablet, 'p3');
    await tablet.runRound();
    clock.now += days(30);
    await tablet.runRound();
    expect((await outboxOf(world)).map(({ n }) => n)).toEqual([3]);
    await mark(tablet, 'p4');
    expect(await tablet.runRound()).toBe(true);
    expect((await tablet.receipts.read()).groups).toMatchObject([
      { here: { operations: 4, records: 4 }, home: { operations: 4 }, isProven: true },
    ]);
    // Home holds the counters that were cleaned away, so nothing is gone.
    expect(home.goneOf(tablet.device.id)).toEqual([]);
    expect(tablet.sync.status.value.attention).toBe(0);
  });

  test('what is not proven, refused or unsent stays however old it is', async () => {
    const { home, tablet, world, clock } = await tabletOfAmina('receipts-9');
    home.refuse = ({ r }) => (r === 's1:p1' ? 'forbidden' : undefined);
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    await mark(tablet, 'p3', 'hadir', 's2');
    home.admit(operation({ dev: tablet.device.id, n: 77, r: 's2:p9' }));
    await tablet.runRound();
    clock.now += days(61);
    home.isHindered = ({ r }) => r === 's1:p4';
    await mark(tablet, 'p4');
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    home.isHindered = () => false;
    await tablet.runRound();
    expect((await outboxOf(world)).map(({ n }) => n)).toEqual([1, 3, 4]);
  });

  test('a home that came back without what was cleaned away is told, and what is kept is proven', async () => {
    const { home, tablet, clock } = await tabletOfAmina('receipts-10');
    await mark(tablet, 'p1');
    await tablet.runRound();
    clock.now += days(61);
    await mark(tablet, 'p2');
    await tablet.runRound();
    home.restore('epoch-2', () => false);
    await tablet.runRound();
    await tablet.runRound();
    expect(home.goneOf(tablet.device.id)).toEqual([[1, 1]]);
    expect((await tablet.receipts.read()).groups).toMatchObject([
      { here: { operations: 2 }, home: { operations: 1 }, isProven: true },
    ]);
  });

  test('what was sent before receipts were kept is compared once', async () => {
    const { tablet, world } = await tabletOfAmina('receipts-11');
    await mark(tablet, 'p1');
    await tablet.runRound();
    await tamper(world, keep =>
      keep.notes.where('kind').anyOf(['books', 'receipts', 'proven', 'unproven']).delete(),
    );
    expect((await tablet.receipts.read()).groups).toEqual([]);
    await tablet.runRound();
    expect((await tablet.receipts.read()).groups).toMatchObject([{ isProven: true }]);
  });
});
