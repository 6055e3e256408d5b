import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '../support/operations.ts';
import { announceSeed } from '../support/seed.ts';
import {
  anyOrder,
  deliver,
  idOf,
  inOrder,
  linesOf,
  observe,
  openTwinHome,
  twinNow,
  type Twin,
  type TwinHome,
} from '../support/twin-streams.ts';

announceSeed('properties/accepting');
/** Making a history smaller takes longer than reading it. */
const runs = { numRuns: process.env['STORE'] === 'postgres' ? 12 : 60, endOnFailure: true };

let twins: TwinHome;
let histories = 0;
beforeAll(async () => {
  twins = await openTwinHome();
});
afterAll(() => twins.close());

/** A history in which Budi's work was refused, and what came of it, in a later order. */
const refusedHistory = fc.record({
  edits: fc.array(
    fc.record({
      by: fc.constantFrom<'amina' | 'budi'>('amina', 'budi', 'budi'),
      record: fc.nat(1),
      fields: fc.uniqueArray(
        fc.constantFrom<'name' | 'phone' | 'deleted'>('name', 'phone', 'deleted'),
        {
          minLength: 1,
        },
      ),
      sees: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
      minute: fc.nat(9),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  /** By a decision on each, or by a right that came late. */
  by: fc.constantFrom<'decisions' | 'right'>('decisions', 'right'),
  order: anyOrder,
});

test('P17 what is accepted later stands as if it had been accepted at once', async () => {
  await fc.assert(
    fc.asyncProperty(refusedHistory, anyOrder, async ({ edits, by, order: how }, before) => {
      histories += 1;
      const { home, people } = twins;
      home.now = twinNow;
      const [atOnce, later] = await twins.openTwins();
      const acts = edits.map(edit => ({ does: 'edit' as const, is: 'sound' as const, ...edit }));
      const place = ({ stream, device: dev }: Twin) =>
        operation({
          id: idOf(histories, 900),
          stream,
          dev,
          n: 900,
          by: people.kartini.id,
          t: 'member',
          r: people.budi.id,
          f: { role: 'fasilitator' },
          wall: twinNow - 3_600_000,
        });
      // He had the right at once.
      await deliver(twins, [place(atOnce)]);
      await deliver(
        twins,
        inOrder(linesOf(acts, atOnce, people, histories), before.ranks),
        before.batches,
      );

      const lines = linesOf(acts, later, people, histories);
      const refused = lines.filter(line => line.by === people.budi.id);
      const accepts = refused.map((line, index) =>
        operation({
          id: idOf(histories, 500 + index),
          stream: later.stream,
          dev: later.device,
          n: 500 + index,
          by: people.kartini.id,
          t: 'decision',
          r: line.id,
          f: { outcome: 'accept' },
          wall: twinNow,
        }),
      );
      const settling = by === 'decisions' ? accepts : [place(later)];
      // Decisions also come before what they decide on.
      const arriving = inOrder([...lines, ...settling], [...how.ranks, ...before.ranks]);
      await deliver(twins, arriving, how.batches);
      const participants = async (twin: Twin) =>
        Object.entries((await observe(twins, twin)).states).filter(([key]) =>
          key.startsWith('participant '),
        );
      expect(await participants(later)).toEqual(await participants(atOnce));
      const verdicts = await deliver(twins, lines);
      expect(verdicts.every(({ s }) => s === 'dup')).toBe(true);
    }),
    runs,
  );
});

test('P17 what two coordinators accept together is let in once', async () => {
  histories += 1;
  const [one] = await twins.openTwins();
  const { people, home } = twins;
  const refused = {
    does: 'edit' as const,
    by: 'budi' as const,
    record: 0,
    fields: ['name' as const],
  };
  const accept = {
    does: 'decide' as const,
    on: 0,
    outcome: 'accept' as const,
    by: 'kartini' as const,
  };
  const [line, ...accepts] = linesOf(
    [{ ...refused, sees: [], is: 'sound', minute: 1 }, accept, accept],
    one,
    people,
    histories,
  );
  expect(await deliver(twins, [line])).toMatchObject([{ s: 'quarantined' }]);
  await deliver(twins, accepts);
  const known = await home.store.findOperationsOf([
    { stream: one.stream, kind: 'participant', record: 'p0' },
  ]);
  expect(known.map(({ key, verdict }) => [key, verdict])).toEqual([[line?.id, 'admitted']]);
});

test('P17 a bad line holds up no other, wherever it stands', async () => {
  histories += 1;
  const [one] = await twins.openTwins();
  const good = Array.from({ length: 30 }, (_, index) => ({
    does: 'edit' as const,
    by: 'amina' as const,
    record: index % 3,
    fields: ['name' as const],
    sees: [],
    is: index % 7 === 3 ? ('invalid' as const) : ('sound' as const),
    minute: 1,
  }));
  const lines: unknown[] = linesOf(good, one, twins.people, histories);
  const bad: unknown[] = [
    null,
    7,
    'line',
    [],
    {},
    { v: 1 },
    { ...(lines[0] as object), f: { name: 'other' } },
  ];
  const mixed = lines.flatMap((line, index) => [line, bad[index % bad.length]]);
  const verdicts = await deliver(twins, mixed, [500]);
  for (const [index, { is }] of good.entries())
    expect(verdicts[2 * index]?.s).toBe(is === 'sound' ? 'ok' : 'quarantined');
  for (const index of good.keys()) expect(verdicts[2 * index + 1]?.s).toBe('quarantined');
});
