import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  viewChecklist,
  type ChecklistView,
} from '../../src/client/parts/checklist/checklist-view.ts';
import { readTemplates } from '../../src/client/parts/checklist/read-templates.ts';
import { checklistId, checklistItemId } from '../../src/domain/checklists/checklist-id.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { programmeStream } from '../../src/domain/stream.ts';
import { announceSeed } from '../support/seed.ts';
import { openWorld, write, type Tablet, type World } from '../support/world.ts';

const seed = announceSeed('journeys/checklists');
let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

const content = (number: number, keys: string[]): JsonValue => ({
  title: { id: 'Persiapan' },
  for: 'training',
  number,
  due: { from: 'start', days: -1 },
  items: keys.map(key => ({ key, text: { id: `Hal ${key}` } })),
});

/** Ticks as the screen does: the list is begun by its first tick, with the version that is on the screen. */
async function tick(tablet: Tablet, stream: string, list: string, key: string, state = 'sudah') {
  const shown = await show(tablet, stream, list);
  if (!shown.isBegun && shown.version)
    await write(tablet, stream, 'checklist', list, { template: shown.version.ref });
  await write(tablet, stream, 'checklistItem', checklistItemId(list, key), { state });
}

async function show({ device }: Tablet, stream: string, list: string): Promise<ChecklistView> {
  const view = await device.records.readRecord(stream, 'checklist', list);
  const items = await device.records.readShelf(stream, 'checklistItem', list);
  const written = await readTemplates(device.records, [stream, programmeStream]);
  return viewChecklist(list, { view, items, written, days: {} });
}

const said = ({ items }: ChecklistView) =>
  items.flatMap(({ item, state }) => (state ? [`${item.key} ${state}`] : []));

/** Everybody delivers and everybody fetches. */
async function meet(...tablets: Tablet[]): Promise<void> {
  for (const { device } of [...tablets, ...tablets]) expect(await device.runRound()).toBe(true);
}

test('a half ticked list keeps its version when the template changes; a new one takes the new', async () => {
  const stream = await world.openTraining();
  const [one, other] = [await world.addTablet(stream), await world.addTablet(stream)];
  const laptop = await world.addTablet(programmeStream, { role: 'koordinator' });
  const list = checklistId('persiapan', stream.slice('training:'.length));
  await tick(one, stream, list, 'atk');
  await tick(one, stream, list, 'wifi', 'belum');
  await meet(one, other, laptop);
  const before = await show(one, stream, list);

  await write(laptop, stream, 'checklistTemplate', 'persiapan:dua', {
    content: content(2, ['atk', 'spanduk']),
  });
  await meet(laptop, one, other);
  for (const tablet of [one, other, laptop]) {
    const after = await show(tablet, stream, list);
    expect(after.version?.ref).toBe('persiapan:1');
    expect(after.items.map(({ item }) => item)).toEqual(before.items.map(({ item }) => item));
    expect(said(after)).toEqual(['wifi belum', 'atk sudah']);
    const next = await show(tablet, stream, checklistId('persiapan', 'lain'));
    expect(next.items.map(({ item }) => item.key)).toEqual(['atk', 'spanduk']);
  }
});

test('two tablets that begin one list apart, with two versions, come to the same, and no tick is out of sight', async () => {
  const stream = await world.openTraining();
  const [one, other] = [await world.addTablet(stream), await world.addTablet(stream)];
  const laptop = await world.addTablet(programmeStream, { role: 'koordinator' });
  const list = checklistId('persiapan', stream.slice('training:'.length));
  await meet(one, other, laptop);
  // One is without a network and knows the first version; the other has fetched the second.
  await tick(one, stream, list, 'wifi');
  await tick(one, stream, list, 'atk');
  world.home.now += 60_000;
  await write(laptop, stream, 'checklistTemplate', 'persiapan:dua', {
    content: content(2, ['atk', 'spanduk']),
  });
  await meet(laptop, other);
  await tick(other, stream, list, 'spanduk', 'tidak-berlaku');
  await tick(other, stream, list, 'atk', 'belum');
  await meet(other, one, laptop);

  const shown = await show(one, stream, list);
  expect(shown.items.map(({ item }) => item.key)).toEqual(['atk', 'spanduk', 'wifi']);
  expect(said(shown)).toEqual(['atk belum', 'spanduk tidak-berlaku', 'wifi sudah']);
  for (const tablet of [other, laptop]) {
    const theirs = await show(tablet, stream, list);
    expect(theirs.items.map(({ item, state }) => [item, state])).toEqual(
      shown.items.map(({ item, state }) => [item, state]),
    );
    expect(theirs.progress).toEqual(shown.progress);
  }

  // They said two things of one item: both stand there, until one tap settles it on both.
  const differing = shown.items.find(({ item }) => item.key === 'atk')?.view?.state['state'];
  expect(differing?.h.map(({ v }) => v)).toEqual(['belum', 'sudah']);
  await tick(one, stream, list, 'atk', 'sudah');
  await meet(one, other);
  const settled = (await show(other, stream, list)).items[0]?.view?.state['state'];
  expect(settled?.h.map(({ v }) => v)).toEqual(['sudah']);
});

test('two coordinators who change a template apart make two versions, and every tablet takes the same', async () => {
  const stream = await world.openTraining();
  const tablet = await world.addTablet(stream);
  const [one, other] = [
    await world.addTablet(programmeStream, { role: 'koordinator' }),
    await world.addTablet(programmeStream, { role: 'koordinator' }),
  ];
  await meet(one, other);
  await write(one, stream, 'checklistTemplate', 'persiapan:a', { content: content(2, ['a']) });
  await write(other, stream, 'checklistTemplate', 'persiapan:b', { content: content(2, ['b']) });
  await meet(other, one, tablet);
  const list = checklistId('persiapan', 'x');
  for (const device of [one, other, tablet])
    expect((await show(device, stream, list)).version?.ref).toBe('persiapan:b');
});
