import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDrafts } from '../../../src/client/data/drafts.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';

let phones = 0;

/** Drafts of a new phone, and every body that was written to its disk. */
function openDrafts() {
  phones += 1;
  const keep = new KeepDatabase(`drafts-${phones}`);
  const written: unknown[] = [];
  keep.drafts.hook('creating', (_key, { body }) => void written.push(body));
  keep.drafts.hook('updating', changes => void written.push(Object.values(changes)[0]));
  return { drafts: createDrafts(keep, () => 0), written };
}

const text = 'Sinyal hilang tiap sore';
const strokes = Array.from(text, (_letter, at) => text.slice(0, at + 1));

test('strokes that come faster than the disk keep nobody waiting: the last is written next', async () => {
  const { drafts, written } = openDrafts();
  await Promise.all(strokes.map(typed => drafts.put('kendala', typed)));
  expect(await drafts.read('')).toEqual({ kendala: text });
  expect(written.at(-1)).toBe(text);
  expect(written.length).toBeLessThanOrEqual(2);
});

test('a stroke after a wish to clear is kept, and one before it is not', async () => {
  const { drafts } = openDrafts();
  void drafts.put('library|a', 'lama');
  void drafts.put('library|b', 'lama');
  void drafts.clear('library|');
  void drafts.put('library|b', 'baru');
  await drafts.settle();
  expect(await drafts.read('library|')).toEqual({ b: 'baru' });
});

test('an answer given between two strokes leaves only what was typed after it', async () => {
  const { drafts } = openDrafts();
  const steps = ['Sinyal', undefined, 'Sinyal hilang'];
  await Promise.all(steps.map(body => drafts.put('kendala', body)));
  expect(await drafts.read('')).toEqual({ kendala: 'Sinyal hilang' });
  await Promise.all([drafts.put('kendala', 'x'), drafts.put('kendala', undefined)]);
  expect(await drafts.read('')).toEqual({});
});
