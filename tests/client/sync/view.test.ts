import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordState } from '../../../src/protocol/merge.ts';
import { createDevice, type Device } from '../../support/device.ts';
import { createFaultyNetwork, noFaults } from '../../support/faulty-network.ts';
import { operation } from '../../support/operations.ts';
import { announceSeed, createChance } from '../../support/seed.ts';
import { createSmallHome } from './small-home.ts';

const seed = announceSeed('client/sync/view');
const stream = 'training:t1';
const people = ['p1', 'p2', 'p3'];
const words = ['hadir', 'izin', 'sakit', 'alpa'] as const;

type Step =
  | { does: 'write'; participant: number; word: number }
  /** Somebody else marks, having seen what home holds, or not. */
  | { does: 'other'; participant: number; word: number; hasSeen: boolean }
  | { does: 'sync' }
  | { does: 'wipe' }
  | { does: 'restart' }
  | { does: 'restore'; kept: number }
  /** Home loses some of what it admitted from this device, within its epoch. */
  | { does: 'lose'; kept: number }
  /** A copy of the device writes under the same id. */
  | { does: 'clone' }
  /** Home keeps what is written from now on apart, or lets it in; then somebody lets everything in. */
  | { does: 'refuse'; isRefusing: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      participant: fc.nat(people.length - 1),
      word: fc.nat(words.length - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('other' as const),
      participant: fc.nat(people.length - 1),
      word: fc.nat(words.length - 1),
      hasSeen: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ does: 'sync' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'wipe' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'restart' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('restore' as const), kept: fc.nat(100) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('lose' as const), kept: fc.nat(100) }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'clone' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('refuse' as const), isRefusing: fc.boolean() }),
  },
);

let histories = 0;

test("nothing written is ever missing from the view, and with nothing pending the view is home's", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.nat(), live),
    { numRuns: 30 },
  );
}, 60_000);

/** One history of one device, with a network that fails in every way it can. */
async function live(steps: readonly Step[], chanceSeed: number): Promise<void> {
  histories += 1;
  const chance = createChance(seed ^ chanceSeed);
  let now = 1_624_950_000_000;
  const home = createSmallHome(() => now);
  home.pageSize = 1;
  let faults = noFaults;
  const world = {
    name: `view-${histories}`,
    clock: () => now,
    newId: chance.uuid,
    fetch: createFaultyNetwork(home.fetch, chance, () => faults),
  };
  let tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  const written: { id: string; r: string }[] = [];
  /** Own edits that somebody else has seen and replaced. */
  const replaced = new Set<string>();
  /**
   * Home sends records without what it lost before it tells, at a pull's end, that it does not hold it; of
   * a former id only receipts tell, and they come with the next delivery.
   */
  let isLossUntold = false;
  let isCloned = false;

  for (const [index, taken] of steps.entries()) {
    now += 1_000;
    faults = { lost: 0.1, unanswered: 0.2, doubled: 0.1, cut: 0.3, portal: 0.05 };
    switch (taken.does) {
      case 'write': {
        const r = `s1:${people[taken.participant]}`;
        const seen = await tablet.records.readRecord(stream, 'attendance', r);
        const fields = { mark: { status: words[taken.word] ?? 'hadir' }, note: `note ${index}` };
        await tablet.records.write([{ stream, t: 'attendance', r, fields, seen }]);
        const view = await tablet.records.readRecord(stream, 'attendance', r);
        const id = view?.state['note']?.h.find(head => head.v === fields.note)?.o;
        if (id === undefined) throw new Error(`What was written about ${r} is not on the screen`);
        written.push({ id, r });
        break;
      }
      case 'other': {
        const r = `s1:${people[taken.participant]}`;
        const heads = home.recordsOf(stream)[`attendance|${r}`]?.['note']?.h ?? [];
        if (taken.hasSeen) for (const head of heads) replaced.add(head.o);
        home.admit(
          operation({
            id: chance.uuid(),
            r,
            by: 'budi',
            f: { note: `other ${index}` },
            p: { note: taken.hasSeen ? heads.map(head => head.o) : [] },
            wall: now,
          }),
        );
        break;
      }
      case 'sync':
        await tablet.runRound().then(
          () => {
            isLossUntold &&= isCloned;
          },
          () => {},
        );
        break;
      case 'wipe':
        tablet.close();
        await wipe(`${world.name}-cache`);
        tablet = await createDevice(world);
        break;
      case 'restart':
        tablet.close();
        tablet = await createDevice(world);
        break;
      case 'restore':
        home.restore(`epoch-${index}`, ({ id }) => id.codePointAt(0)! % 100 < taken.kept);
        break;
      case 'lose': {
        // What a home loses within one epoch, of work under an id that was given up, only receipts can tell,
        // and not for certain; a home that lost something begins a new epoch (rule 10.3).
        if (isCloned) break;
        const apart = new Set(home.refused().map(({ id }) => id));
        isLossUntold = true;
        home.lose(
          ({ id, by }) =>
            by === 'amina' && !apart.has(id) && id.codePointAt(1)! % 100 >= taken.kept,
        );
        break;
      }
      case 'clone':
        isCloned = true;
        home.admit(
          operation({
            id: chance.uuid(),
            dev: tablet.device.id,
            n: written.length + 1,
            by: 'kembar',
            r: `s9:p${index}`,
            wall: now,
          }),
        );
        break;
      case 'refuse':
        home.refuse = ({ by }) => (taken.isRefusing && by === 'amina' ? 'forbidden' : undefined);
        break;
    }
    if (!isLossUntold) await expectNothingMissing(tablet, written, replaced);
  }

  faults = noFaults;
  home.refuse = () => undefined;
  await tablet.runRound();
  for (const { id } of home.refused()) {
    home.admit(
      operation({ id: chance.uuid(), by: 'k', t: 'decision', r: id, f: { outcome: 'accept' } }),
    );
  }
  // Receipts come with a delivery, and tell what is missing of former ids.
  const about = { stream, t: 'attendance', r: 's1:p9', fields: { note: 'last' }, seen: undefined };
  await tablet.records.write([about]);
  for (let turn = 0; turn < 2; turn += 1) expect(await tablet.runRound()).toBe(true);
  const atHome = Object.entries(home.recordsOf(stream)).filter(([key]) =>
    key.startsWith('attendance|'),
  );
  expect(await viewOf(tablet)).toEqual(Object.fromEntries(atHome));
  expect(tablet.sync.status.value.attention).toBe(0);
  tablet.close();
}

/** The latest own edit of each record is on the screen, unless somebody else has replaced it. */
async function expectNothingMissing(
  tablet: Device,
  written: readonly { id: string; r: string }[],
  replaced: ReadonlySet<string>,
): Promise<void> {
  for (const r of new Set(written.map(edit => edit.r))) {
    const latest = written.findLast(edit => edit.r === r)?.id ?? '';
    if (replaced.has(latest)) continue;
    const view = await tablet.records.readRecord(stream, 'attendance', r);
    expect(view?.state['note']?.h.map(head => head.o)).toContain(latest);
  }
}

async function viewOf(tablet: Device): Promise<Record<string, RecordState>> {
  const views = await tablet.records.readShelf(stream, 'attendance');
  return Object.fromEntries(views.map(view => [`attendance|${view.r}`, view.state]));
}

function wipe(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('Not wiped')));
  });
}
