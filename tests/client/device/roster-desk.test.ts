import { expect, test } from 'vitest';
import { openRosterDesk, type RosterWorker } from '../../../src/client/device/roster-desk.ts';
import { places } from '../../support/places.ts';
import { startPlayedWorker } from '../../support/played-worker.ts';

const rows = (count: number) =>
  ['Nama\tDesa', ...Array.from({ length: count }, (_, at) => `Siti ${at}\tBahitom`)].join('\n');

const layout = { header: 0, columns: ['name', 'village'] as const };

test('questions are answered one after another, each about the list that was read before it', async () => {
  const desk = openRosterDesk(startPlayedWorker);
  const [first, plan, second] = await Promise.all([
    desk.read(rows(2)),
    desk.plan({ sheet: 0, layout, places, here: [] }, () => {}),
    desk.read(rows(5)),
  ]);
  expect([first, second].map(sheets => typeof sheets !== 'string' && sheets[0]?.count)).toEqual([
    3, 6,
  ]);
  expect(plan.people).toBe(2);
});

test('a plan gives its edits until another list is read', async () => {
  const desk = openRosterDesk(startPlayedWorker);
  await desk.read(rows(1));
  await desk.plan({ sheet: 0, layout, places, here: [] }, () => {});
  expect(await desk.readEdits(new Map())).toEqual([
    { fields: { name: 'Siti 0', village: '62.12.01.2008' } },
  ]);
  await desk.read(rows(1));
  expect(await desk.readEdits(new Map())).toEqual([]);
});

test('a worker that is killed fails the question it was asked, and the next begins with a new one', async () => {
  const started: RosterWorker[] = [];
  const desk = openRosterDesk(() => {
    const worker = startPlayedWorker();
    if (started.length === 0) {
      worker.postMessage = () => worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
    }
    started.push(worker);
    return worker;
  });
  await expect(desk.read(rows(1))).rejects.toThrow('out of memory');
  expect(await desk.read(rows(1))).toMatchObject([{ count: 2 }]);
  expect(started).toHaveLength(2);
});
