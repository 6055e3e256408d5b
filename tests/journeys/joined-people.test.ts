import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordView } from '../../src/client/data/record-view.ts';
import { apartChanges, joinChanges } from '../../src/client/parts/people/join-people.ts';
import { markChanges } from '../../src/client/parts/people/mark-changes.ts';
import { markDifferences } from '../../src/client/parts/people/mark-differences.ts';
import { readTrainingOverview } from '../../src/client/parts/training-overview.ts';
import {
  listRoster,
  marksByParticipant,
  markOf,
  markViewOf,
} from '../../src/client/parts/roster.ts';
import { mark, openWorld, write, type Tablet, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld(505);
});
afterAll(() => world.close());

async function twoTablets() {
  const stream = await world.openTraining();
  const [one, other] = [await world.addTablet(stream), await world.addTablet(stream)];
  await write(one, stream, 'session', 's1', { title: 'Pembukaan', day: '2021-06-29' });
  for (const [id, name] of [
    ['a', 'Soekarti'],
    ['b', 'Sukarti'],
    ['c', 'Hj. Sukarti, S.Pd.'],
  ] as const) {
    await write(one, stream, 'participant', id, { name });
  }
  await deliver(one, other);
  return { stream, one, other };
}

/** Everybody delivers and fetches until all have seen all. */
async function deliver(...tablets: Tablet[]) {
  for (const { device } of tablets) await device.runRound();
  for (const { device } of tablets) await device.runRound();
}

const people = ({ device }: Tablet, stream: string) =>
  device.records.readShelf(stream, 'participant');

async function join(tablet: Tablet, stream: string, one: string, other: string) {
  const views = await people(tablet, stream);
  await tablet.device.records.write(joinChanges(views, entryOf(views, one), entryOf(views, other)));
}

function entryOf(views: readonly RecordView[], id: string) {
  const entry = listRoster(views).find(({ ids }) => ids.includes(id));
  if (!entry) throw new Error(`nobody is ${id}`);
  return entry;
}

/** The people, with how they are marked at s1 and what is said differently of it. */
async function shown(tablet: Tablet, stream: string) {
  const views = await people(tablet, stream);
  const marks = marksByParticipant(
    await tablet.device.records.readShelf(stream, 'attendance', 's1'),
  );
  return listRoster(views).map(entry => ({
    ids: entry.ids,
    mark: markOf(markViewOf(entry, marks))?.status,
    said: markDifferences(entry, marks, () => undefined).map(({ mark: said }) => said?.status),
  }));
}

test('two tablets that join the same two at the same time, each the other way round, see one person', async () => {
  const { stream, one, other } = await twoTablets();
  // By hand, for the screens would both point the same way.
  await write(one, stream, 'participant', 'a', { sameAs: 'b' });
  await write(other, stream, 'participant', 'b', { sameAs: 'a' });
  await join(other, stream, 'b', 'c');
  await deliver(one, other);

  expect(await shown(one, stream)).toEqual([{ ids: ['a', 'b', 'c'], mark: undefined, said: [] }]);
  expect(await shown(other, stream)).toEqual(await shown(one, stream));
});

test('marks of both are kept, a difference is settled by one tap, and everybody is counted once', async () => {
  const { stream, one, other } = await twoTablets();
  await mark(one, stream, 'a', 'hadir');
  await mark(other, stream, 'b', 'izin');
  await join(one, stream, 'a', 'b');
  await deliver(one, other);

  const differing = { ids: ['a', 'b'], mark: 'hadir', said: ['hadir', 'izin'] };
  expect(await shown(one, stream)).toEqual([differing, { ids: ['c'], mark: undefined, said: [] }]);
  expect(await shown(other, stream)).toEqual(await shown(one, stream));
  const [training = ''] = stream.split(':').slice(1);
  const overview = await readTrainingOverview(other.device.records, training);
  expect(overview?.people).toBe(2);
  expect(overview?.sessions[0]?.summary).toMatchObject({ recorded: 1, missing: 1 });
  expect(overview?.findings).toEqual([]);

  const { records } = other.device;
  const marks = marksByParticipant(await records.readShelf(stream, 'attendance', 's1'));
  const entry = entryOf(await people(other, stream), 'b');
  await records.write(markChanges(stream, 's1', entry, { mark: { status: 'izin' } }, marks));
  await deliver(other, one);
  expect((await shown(one, stream))[0]).toEqual({ ids: ['a', 'b'], mark: 'izin', said: [] });
});

test('taken apart again, each has what was marked of each', async () => {
  const { stream, one, other } = await twoTablets();
  await mark(one, stream, 'a', 'hadir');
  await mark(other, stream, 'b', 'izin');
  await join(one, stream, 'a', 'b');
  await deliver(one, other);

  const views = await people(other, stream);
  await other.device.records.write(apartChanges(views, entryOf(views, 'a'), 'b'));
  // Meanwhile the first marks what is still one person there.
  await mark(one, stream, 'c', 'sakit');
  await deliver(other, one);

  expect(await shown(one, stream)).toEqual([
    { ids: ['a'], mark: 'hadir', said: [] },
    { ids: ['b'], mark: 'izin', said: [] },
    { ids: ['c'], mark: 'sakit', said: [] },
  ]);
  expect(await shown(other, stream)).toEqual(await shown(one, stream));
});

test('somebody deleted here while marked there keeps the mark, and has it again once brought back', async () => {
  const { stream, one, other } = await twoTablets();
  await write(one, stream, 'participant', 'c', { deleted: true });
  await mark(other, stream, 'c', 'hadir');
  await deliver(one, other);

  expect((await shown(one, stream)).map(({ ids }) => ids)).toEqual([['a'], ['b']]);
  expect(await shown(other, stream)).toEqual(await shown(one, stream));
  const marks = await one.device.records.readShelf(stream, 'attendance', 's1');
  expect(marks.map(view => [view.r, markOf(view)?.status])).toEqual([['s1:c', 'hadir']]);

  await write(one, stream, 'participant', 'c', { deleted: false });
  await deliver(one, other);
  expect((await shown(other, stream))[2]).toEqual({ ids: ['c'], mark: 'hadir', said: [] });
});
