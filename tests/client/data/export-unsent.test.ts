import { expect, test } from 'vitest';
import { exportUnsent } from '../../../src/client/data/export-unsent.ts';
import { openTablet, startsAt } from './tablet.ts';

test('the file holds everything that is not proven to be home, a line for each, and nothing else', async () => {
  const tablet = openTablet();
  for (const participant of ['p1', 'p2', 'p3']) await tablet.mark(participant, 'hadir');
  const operations = await tablet.outbox.readForPush([1, 2, 3]);
  const [first, second] = operations;
  if (!first || !second) throw new Error('Nothing was written');
  await tablet.outbox.storeAnswers(undefined, 'e1', [
    [first, { s: 'ok', seq: 1, stamp: startsAt, proof: 'proof' }],
    [second, { s: 'quarantined', code: 'forbidden', stamp: startsAt }],
  ]);
  tablet.keep.close();

  const file = await exportUnsent(tablet.name, indexedDB);
  const lines = (await file.text()).trimEnd().split('\n');
  expect(lines.map(line => JSON.parse(line) as unknown)).toEqual(operations.slice(1));
});

test('a device without work gives an empty file and leaves no database behind', async () => {
  const file = await exportUnsent('nobody', indexedDB);
  expect(file.size).toBe(0);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nobody-keep');
});
