import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { takeBallast } from '../../../src/client/data/ballast.ts';
import { createPictureStore } from '../../../src/client/data/picture-store.ts';
import { createReceiptBook } from '../../../src/client/data/receipt-book.ts';
import { receiptCode } from '../../../src/protocol/receipt.ts';
import { openTablet, startsAt, stream, type Tablet } from './tablet.ts';

const day = 86_400_000;

/** A disk on which nothing more can be added as long as `isFull` says so. */
function fill({ keep }: Tablet, isFull: (store: string, removed: ReadonlySet<string>) => boolean) {
  const removed = new Set<string>();
  keep.use({
    stack: 'dbcore',
    name: 'full disk',
    create: core => ({
      ...core,
      table: name => {
        const table = core.table(name);
        const mutate: typeof table.mutate = request => {
          if (request.type === 'delete' || request.type === 'deleteRange') removed.add(name);
          else if (isFull(name, removed)) {
            return Promise.reject(new Dexie.QuotaExceededError('full'));
          }
          return table.mutate(request);
        };
        return { ...table, mutate };
      },
    }),
  });
  keep.close({ disableAutoOpen: false });
}

/** A tablet with three marks that are sent and proven. */
async function tabletWithProven(): Promise<Tablet> {
  const tablet = openTablet();
  for (const participant of ['p1', 'p2', 'p3']) await tablet.mark(participant, 'hadir');
  const operations = await tablet.outbox.readForPush([1, 2, 3]);
  await tablet.outbox.storeAnswers(
    undefined,
    'e1',
    operations.map((operation, index) => [
      operation,
      { s: 'ok', seq: index + 1, stamp: startsAt, proof: 'proof' },
    ]),
  );
  const book = createReceiptBook(tablet.keep);
  const receipt = { stream, kind: 'attendance', group: 's1', refused: [], lastAt: startsAt };
  const code = receiptCode(operations.map(({ id }) => id));
  await book.store(
    { epoch: 'e1', base: 'e1' },
    {
      device: tablet.name,
      epoch: 'e1',
      at: startsAt,
      receipts: [{ ...receipt, operations: 3, records: 3, pictures: { named: 0, held: 0 }, code }],
    },
  );
  expect(await book.prove()).toBe(true);
  return tablet;
}

test('7.3 on a full disk copies of what is proven to be home make room for new texts', async () => {
  const tablet = await tabletWithProven();
  await takeBallast(tablet.keep);
  await tablet.mark('p4', 'izin');
  fill(tablet, (store, removed) => store === 'outbox' && !removed.has('outbox'));
  tablet.clock.wall += 8 * day;
  await tablet.mark('p5', 'sakit');
  expect((await tablet.keep.outbox.toArray()).map(({ n }) => n)).toEqual([4, 5]);
});

test('7.3 what was sent within a week is kept even then, and the person is told', async () => {
  const tablet = await tabletWithProven();
  fill(tablet, (store, removed) => store === 'outbox' && !removed.has('outbox'));
  tablet.clock.wall += 6 * day;
  await expect(tablet.mark('p5', 'sakit')).rejects.toMatchObject({ code: 'device-full' });
  expect(await tablet.keep.outbox.count()).toBe(3);
});

test('a picture that finds no room takes none from texts, and nothing of it is kept', async () => {
  const tablet = await tabletWithProven();
  await takeBallast(tablet.keep);
  const pictures = createPictureStore(tablet.keep, () => tablet.clock.wall);
  fill(tablet, store => store === 'bytes');
  tablet.clock.wall += 90 * day;
  const picture = { sha256: 'a'.repeat(64), size: 9, mime: 'image/png', w: 3, h: 3 } as const;
  await expect(pictures.keep(picture, new ArrayBuffer(9))).rejects.toMatchObject({
    code: 'device-full',
  });
  expect(await pictures.stateOf(picture.sha256)).toBe('unknown');
  expect(await tablet.keep.notes.where('kind').equals('ballast').count()).toBe(1);
  expect(await tablet.keep.outbox.count()).toBe(3);
  await tablet.mark('p4', 'hadir');
  expect(await tablet.keep.outbox.count()).toBe(4);
});
