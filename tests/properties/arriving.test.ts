import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../src/protocol/operation.ts';
import { push, report } from '../support/home.ts';
import { announceSeed } from '../support/seed.ts';
import {
  anyHistory,
  deliver,
  expectedIn,
  headsIn,
  linesOf,
  observe,
  openTwinHome,
  twinNow,
  type TwinHome,
} from '../support/twin-streams.ts';

announceSeed('properties/arriving');
const numRuns = process.env['STORE'] === 'postgres' ? 12 : Number(process.env['RUNS'] ?? 60);

let twins: TwinHome;
let histories = 0;
beforeAll(async () => {
  twins = await openTwinHome();
});
afterAll(() => twins.close());

const order = fc.record({
  ranks: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
  batches: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
});

function inOrder<T>(lines: readonly T[], ranks: readonly number[]): T[] {
  return lines
    .map((line, index) => ({ line, rank: ranks[index] ?? 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ line }) => line);
}

test('P5 given the stamps, any order of arrival gives the same to the byte, and what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, order, order, async (acts, first, second) => {
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
    { numRuns },
  );
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
      order,
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
    { numRuns },
  );
});
