import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../src/protocol/operation.ts';
import type { Verdict } from '../../src/protocol/messages.ts';
import { paths } from '../../src/protocol/messages.ts';
import { push, report } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { expectedHeads } from '../support/oracle.ts';
import { announceSeed } from '../support/seed.ts';
import {
  anyHistory,
  anyOrder,
  deliver,
  expectedIn,
  headsIn,
  idOf,
  inOrder,
  linesOf,
  observe,
  openTwinHome,
  twinNow,
  type Twin,
  type TwinHome,
} from '../support/twin-streams.ts';

announceSeed('properties/arriving');
/** Making a history smaller takes longer than reading it. */
const runs = { numRuns: process.env['STORE'] === 'postgres' ? 12 : 60, endOnFailure: true };

let twins: TwinHome;
let histories = 0;
beforeAll(async () => {
  twins = await openTwinHome();
});
afterAll(() => twins.close());

test('P5 given the stamps, any order of arrival gives the same to the byte, and what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, anyOrder, anyOrder, async (acts, first, second) => {
      histories += 1;
      const [one, other] = await twins.openTwins();
      const lines = linesOf(acts, one, twins.people, histories);
      await deliver(twins, inOrder(lines, first.ranks), first.batches);
      const twinLines = linesOf(acts, other, twins.people, histories);
      await deliver(twins, inOrder(twinLines, second.ranks), second.batches);
      const seen = await observe(twins, one);
      expect(JSON.stringify(await observe(twins, other))).toBe(JSON.stringify(seen));
      expect(headsIn(seen)).toEqual(expectedIn(acts, lines));
    }),
    runs,
  );
});

test('P5 what a refused line named counts as named by whoever names that line, in every order', async () => {
  const edit = {
    does: 'edit' as const,
    record: 0,
    fields: ['name' as const],
    is: 'sound' as const,
  };
  const acts = [
    { ...edit, by: 'amina' as const, sees: [], minute: 1 },
    { ...edit, by: 'budi' as const, sees: [0], minute: 2 },
    { ...edit, by: 'stranger' as const, sees: [1], minute: 3 },
    { ...edit, by: 'amina' as const, sees: [2], minute: 0 },
  ];
  for (let turn = 0; turn < 24; turn += 1) {
    histories += 1;
    const [one] = await twins.openTwins();
    const left = linesOf(acts, one, twins.people, histories);
    const arriving: Operation[] = [];
    for (let rest = turn; left.length > 0; rest = Math.floor(rest / (left.length + 1)))
      arriving.push(...left.splice(rest % left.length, 1));
    await deliver(twins, arriving, [1 + (turn % 3)]);
    expect(headsIn(await observe(twins, one))).toEqual({ p0: { name: [idOf(histories, 3)] } });
  }
});

/** A line delivered once more: which, by whom, and with what claims. */
const repeat = fc.record({
  which: fc.nat(19),
  claims: fc.constantFrom<Partial<Operation>>(
    {},
    { stamp: twinNow - 1 },
    { stamp: twinNow, proof: '0123456789abcdef' },
  ),
});

const repeats = fc.record({
  /** A device with all tokens, or one that can vouch for nobody but itself. */
  isStranger: fc.boolean(),
  /** Its clock, wrong by so much. */
  wrongBy: fc.integer({ min: -90_000_000, max: 90_000_000 }),
  lines: fc.array(repeat, { minLength: 1, maxLength: 12 }),
});

test('P4 whatever is delivered again, in any order and number and by anybody, changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      anyOrder,
      fc.array(repeats, { minLength: 1, maxLength: 3 }),
      async (acts, { ranks, batches }, again) => {
        histories += 1;
        const { home, people } = twins;
        home.now = twinNow;
        const [one] = await twins.openTwins();
        const lines = linesOf(acts, one, people, histories);
        await deliver(twins, inOrder(lines, ranks), batches);
        // By now whatever waited for a right or a decision has been let in.
        const verdicts = await deliver(twins, lines);
        const before = await observe(twins, one);
        const counters = await home.store.readHeads();

        for (const { isStranger, wrongBy, lines: chosen } of again) {
          home.now += 3_600_000;
          const repeated = chosen.map(({ which }) => which % lines.length);
          const ops = chosen.map(({ claims }, at) => ({ ...lines[repeated[at] ?? 0], ...claims }));
          const device = isStranger
            ? { ...report(home, 'of-budi'), now: home.now + wrongBy }
            : report(
                home,
                'of-amina',
                Object.values(people).map(({ token }) => token),
              );
          const { token } = isStranger ? people.budi : people.amina;
          const { results } = await push(home, token, ops, device);
          expect(results).toEqual(repeated.map(at => verdicts[at]));
        }
        expect(await observe(twins, one)).toEqual(before);
        expect(await home.store.readHeads()).toEqual(counters);
      },
    ),
    runs,
  );
});

/** An edit on one of three tablets, and over which of the others it is carried home, if over any. */
const carriedEdit = fc.record({
  tablet: fc.nat(2),
  record: fc.nat(1),
  sees: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  minute: fc.nat(50),
  over: fc.constantFrom<number[]>([], [], [0], [1], [2], [0, 1], [2, 0]),
  /** False for a file that was sent: nobody saw the two clocks together. */
  haveMet: fc.boolean(),
});

const clocks = fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 3, maxLength: 3 });

test('P14 any mix of direct and carried delivery gives the same heads, and what comes directly later is dup', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(carriedEdit, { minLength: 1, maxLength: 10 }),
      clocks,
      anyOrder,
      async (edits, wrong, { ranks }) => {
        histories += 1;
        const { home } = twins;
        home.now = twinNow;
        const [direct, mixed] = await twins.openTwins();
        const linesIn = (twin: Twin) =>
          edits.map(({ tablet, record, sees, minute }, index) =>
            operation({
              id: idOf(histories, index),
              stream: twin.stream,
              dev: `${twin.device}-${tablet}`,
              n: index + 1,
              by: twins.people.amina.id,
              t: 'participant',
              r: `p${record}`,
              f: { name: `name ${index}` },
              p: {
                name: sees
                  .filter(at => at !== index && edits[at]?.record === record)
                  .map(at => idOf(histories, at)),
              },
              wall: twinNow - minute * 60_000 + (wrong[tablet] ?? 0),
              off: null,
              clk: 3,
            }),
          );
        const bring = async (twin: Twin, line: Operation, by: number, via?: object) => {
          const now = home.now + (wrong[by] ?? 0);
          const device = { ...report(home, `${twin.device}-${by}`), now, clk: 3 };
          const response = await home.fetch(paths.push, {
            method: 'POST',
            headers: {
              'Content-Type': 'application/json',
              Authorization: `Bearer ${twins.people.amina.token}`,
            },
            body: JSON.stringify({ proto: 1, device, ...(via && { via }), ops: [line] }),
          });
          const { results } = (await response.json()) as { results: Verdict[] };
          return results[0];
        };
        const directly = (twin: Twin, index: number) => {
          const line = linesIn(twin)[index] as Operation;
          return bring(twin, line, edits[index]?.tablet ?? 0);
        };
        const carried = (twin: Twin, index: number) => {
          const { tablet = 0, over = [], haveMet = true } = edits[index] ?? {};
          const way = [tablet, ...over];
          const chain = over.map((next, hop) => {
            const from = way[hop] ?? 0;
            const skew = (wrong[next] ?? 0) - (wrong[from] ?? 0);
            return { device: `${twin.device}-${from}`, clk: 3, skew: haveMet ? skew : null };
          });
          const line = linesIn(twin)[index] as Operation;
          const via = chain.length > 0 ? { kind: haveMet ? 'qr' : 'file', chain } : undefined;
          return bring(twin, line, way.at(-1) ?? 0, via);
        };
        const places = edits.map((_, index) => index);
        for (const index of places)
          expect(await directly(direct, index)).toMatchObject({ s: 'ok' });
        const first: (Verdict | undefined)[] = [];
        for (const index of inOrder(places, ranks)) first[index] = await carried(mixed, index);

        const [one, other] = [await observe(twins, direct), await observe(twins, mixed)];
        const sets = (seen: typeof one) =>
          Object.entries(headsIn(seen)).map(([r, fields]) => [r, fields['name']?.toSorted()]);
        expect(sets(other)).toEqual(sets(one));
        // Where the clocks met on the way, also the stamps are those of direct delivery.
        const haveMet = edits.every(edit => edit.over.length === 0 || edit.haveMet);
        expect(haveMet ? other : one).toEqual(one);
        const known = linesIn(direct).map((line, index) => ({
          ...line,
          stamp: Math.max(twinNow - (edits[index]?.minute ?? 0) * 60_000, twinNow - 3_600_000),
          isAdmitted: true,
        }));
        for (const [r, fields] of Object.entries(headsIn(one)))
          expect(fields).toEqual(expectedHeads(known.filter(line => line.r === r)));

        home.now += 3_600_000;
        for (const index of places) {
          const said = await directly(mixed, index);
          expect(said).toEqual({ ...first[index], s: 'dup' });
        }
        expect(await observe(twins, mixed)).toEqual(other);
      },
    ),
    { ...runs, numRuns: runs.numRuns / 2 },
  );
});
