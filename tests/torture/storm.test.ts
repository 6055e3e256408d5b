import { expect, onTestFinished, test } from 'vitest';
import type { PulledRecord } from '../../src/protocol/messages.ts';
import { receiptCode, receiptGroup } from '../../src/protocol/receipt.ts';
import { engines } from '../support/data-places.ts';
import { effort } from '../support/effort.ts';
import { expectedHeads, type KnownLine } from '../support/oracle.ts';
import { pinnedSeeds } from '../support/pinned-seeds.ts';
import type { ProtocolClient } from '../support/protocol-client.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { openStorm, stormStream } from '../support/storm.ts';

const seed = announceSeed('storm');

const strikes = effort({ share: 5, whole: 50 });
const storms = [...pinnedSeeds('storm'), seed].flatMap(one =>
  engines.map(engine => [one, engine] as const),
);

test.each(storms)(
  '4.2 4.10 with seed %i on %s, killed again and again in a storm of 50 devices, home has every saved operation once, and all agree with the oracle',
  async (stormSeed, engine) => {
    const writes = effort({ share: 60, whole: 300 });
    const storm = await openStorm(engine, { seed: stormSeed, devices: 50, writes });
    onTestFinished(() => storm.dispose());
    const chance = createChance(stormSeed);
    for (let strike = 0; strike < strikes; strike += 1) {
      await storm.rage(chance.below(120));
      await storm.strike();
    }
    await storm.rage(200);
    await storm.settle();

    const { devices } = storm;
    expect(new Set(devices.map(({ epoch }) => epoch)).size, 'one epoch').toBe(1);
    await expectEverythingIsThereOnce(devices);
    expectGaplessCounters(devices);
    for (const device of devices) {
      expectSameBase(device, devices[0] as ProtocolClient);
      await expectReceiptsCount(device);
    }
    expectOracleAgrees(devices);
    const written = devices.reduce((sum, device) => sum + device.written.length, 0);
    process.stdout.write(
      `${engine}: ${strikes} kills, ${written} operations, none lost or twice\n`,
    );
    expect(written).toBeGreaterThanOrEqual(devices.length);
  },
  effort({ share: 120_000, whole: 600_000 }),
);

/** Delivered once more, every operation is known under the number it was said to have. */
async function expectEverythingIsThereOnce(devices: readonly ProtocolClient[]): Promise<void> {
  for (const device of devices) {
    for (let from = 0; from < device.written.length; from += 500) {
      const batch = device.written.slice(from, from + 500);
      const before = batch.map(({ id }) => device.verdicts.get(id));
      const { results } = await device.push(batch);
      expect(results).toEqual(before.map(verdict => ({ ...verdict, s: 'dup' })));
    }
  }
}

/** Rule 4.10: one number each; together with the records that others wrote, from 1 without a gap. */
function expectGaplessCounters(devices: readonly ProtocolClient[]): void {
  const own = devices.flatMap(({ verdicts }) => [...verdicts.values()].map(numberOf));
  expect(new Set(own).size, 'no number twice').toBe(own.length);
  const [first] = devices as [ProtocolClient];
  const records = [...first.base.values()].filter(({ stream }) => stream === stormStream);
  const all = new Set([...own, ...records.map(({ seq }) => seq)]);
  expect(Math.max(...all), 'no number left out').toBe(all.size);
}

function numberOf(verdict: { s: string; seq?: number }): number {
  if (verdict.seq === undefined) throw new Error(`not admitted: ${verdict.s}`);
  return verdict.seq;
}

function expectSameBase(one: ProtocolClient, other: ProtocolClient): void {
  const sorted = ({ base }: ProtocolClient) =>
    [...base].filter(([key]) => key.startsWith(stormStream)).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(one)).toEqual(sorted(other));
}

/** Rule 10.1: home counts what the device counts, to the last id. */
async function expectReceiptsCount(device: ProtocolClient): Promise<void> {
  const { receipts } = await device.receipts();
  const groups = new Map<string, string[]>();
  for (const { id, t, r } of device.written) {
    const group = `${t} ${receiptGroup(t, r)}`;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const counted = receipts.map(({ kind, group, operations, code, refused }) => [
    `${kind} ${group}`,
    { operations, code, refused },
  ]);
  const expected = [...groups].map(([group, ids]) => [
    group,
    { operations: ids.length, code: receiptCode(ids), refused: [] },
  ]);
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
}

/** Rules 2.1, 2.5: what came down is what the written operations come to by themselves. */
function expectOracleAgrees(devices: readonly ProtocolClient[]): void {
  const byRecord = new Map<string, KnownLine[]>();
  for (const { written, verdicts } of devices) {
    for (const { id, stream, t, r, f, p } of written) {
      const { stamp = 0 } = verdicts.get(id) as { stamp?: number };
      const key = `${stream}|${t}|${r}`;
      const line = { id, f, p, stamp, isAdmitted: true };
      byRecord.set(key, [...(byRecord.get(key) ?? []), line]);
    }
  }
  const [first] = devices as [ProtocolClient];
  for (const [key, lines] of byRecord)
    expect(headsOf(first.base.get(key)), key).toEqual(expectedHeads(lines));
}

function headsOf(record: PulledRecord | undefined): Record<string, string[]> {
  const fields = Object.entries(record?.f ?? {});
  return Object.fromEntries(fields.map(([field, { h }]) => [field, h.map(({ o }) => o)]));
}
