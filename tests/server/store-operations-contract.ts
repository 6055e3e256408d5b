import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store, StoredOperation } from '../../src/server/store/store.ts';
import { operation, place, sorted } from '../support/stored-rows.ts';

/** What a store promises of operations. */
export function describeOperations(open: () => Promise<Store>): void {
  describe('operations', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = (...added: StoredOperation[]) =>
      store.transaction(tx => tx.saveOperations({ added, settled: [] }));

    test('come back as they went in, whatever their verdict', async () => {
      const all = [
        operation('1'),
        operation('2', {
          verdict: 'quarantined',
          code: 'forbidden',
          seq: null,
          isClockUncertain: true,
        }),
        operation('3', { verdict: 'opaque', code: null, seq: null, stamp: 4_102_444_800_000 }),
      ];
      await add(...all);
      expect(sorted(await store.findOperations([...all, operation('4')]))).toEqual(all);
      expect(sorted(await store.findOperationsOf([place]))).toEqual(all);
      expect(await store.findPlacesApart([place, { ...place, record: 's9:p9' }])).toEqual([place]);
    });

    test('that are kept apart stay as they first came', async () => {
      const waiting = operation('1', { verdict: 'quarantined', code: 'forbidden', seq: null });
      await add(waiting);
      await add({ ...waiting, body: '{"v":9}' });
      expect(await store.findOperations([waiting])).toEqual([waiting]);
    });

    test('under one key are found in the stream they share, whichever device wrote them', async () => {
      const refused = { verdict: 'quarantined', code: 'id-reuse', seq: null } as const;
      const other = operation('1', { device: 'tablet-b', ...refused });
      const elsewhere = operation('1', { device: 'tablet-c', stream: 'training:t2' });
      await add(operation('1'), other, elsewhere);
      const found = await store.findOperations([operation('1', { device: 'tablet-z' })]);
      expect(found.map(({ device }) => device).sort()).toEqual(['tablet-a', 'tablet-b']);
    });

    test('can be settled: verdict, code, number and stamp, and nothing else', async () => {
      const waiting = operation('1', { verdict: 'quarantined', code: 'forbidden', seq: null });
      const unclear = operation('2', { verdict: 'opaque', code: null, seq: null });
      await add(operation('0'), waiting, unclear);
      const admitted = operation('1', { seq: 2, stamp: 7 });
      const refused = operation('2', { verdict: 'quarantined', code: 'forbidden', seq: null });
      await store.transaction(tx => tx.saveOperations({ added: [], settled: [admitted, refused] }));
      expect(sorted(await store.findOperations([waiting, unclear]))).toEqual([admitted, refused]);
      expect(await store.findEverApart([waiting])).toEqual([
        { ...admitted, outcome: null, note: '' },
      ]);
      expect(await store.findPlacesApart([place])).toEqual([place]);
    });

    test('come back by the batch as they went in: a run of one device, then another', async () => {
      const all = [1, 2, 3, 4, 5, 6].map(seq =>
        operation(`${seq}`, { seq, device: seq % 4 < 2 ? 'a' : 'b', record: `s${seq % 2}:p1` }),
      );
      await add(...all.slice(0, 4));
      await add(...all.slice(4));
      expect(sorted(await store.findOperations(all))).toEqual(all);
      const odd = { ...place, record: 's1:p1' };
      expect(sorted(await store.findOperationsOf([odd]))).toEqual(
        all.filter(({ record: id }) => id === 's1:p1'),
      );
      expect(sorted(await store.findWrittenOn('a', ['training:t1', 'other']))).toEqual(
        all.filter(({ device }) => device === 'a'),
      );
      expect(await store.findWrittenOn('a', ['other'])).toEqual([]);
    });

    test('leave their counters behind, and so do those a device says are gone', async () => {
      const refused = { verdict: 'quarantined', code: 'malformed', seq: null } as const;
      await add(operation('1', { n: 2 }), operation('2', { n: 1, ...refused }));
      await add(operation('3', { n: 4, seq: 2 }), operation('4', { n: 9, device: 'b', seq: 3 }));
      await add(operation('5', { n: 0, ...refused }));
      expect(await store.readHeld('tablet-a')).toEqual([
        [1, 2],
        [4, 4],
      ]);
      await store.transaction(tx => tx.noteGone('tablet-a', [[3, 3]]));
      expect(await store.readHeld('tablet-a')).toEqual([[1, 4]]);
      expect(await store.readHeld('nobody')).toEqual([]);
    });

    test('kept apart are found in a stream by their key, and carry what was decided', async () => {
      const refused = operation('1', { verdict: 'quarantined', code: 'forbidden', seq: null });
      await add(refused, operation('2'));
      const { device, key, stream } = refused;
      const decide = (outcome: 'decline' | null, note: string) =>
        store.transaction(tx => tx.decideApart([{ device, key, stream, outcome, note }]));
      const all = { streams: 'all', author: '', most: 9 } as const;
      expect(await store.findApartIn([refused, operation('2')])).toEqual([refused]);
      await decide('decline', 'Sudah dicatat');
      expect(await store.findEverApart([refused])).toEqual([
        { ...refused, outcome: 'decline', note: 'Sudah dicatat' },
      ]);
      expect(await store.findRefused(all)).toEqual([]);
      expect(await store.findRefusedFrom(device)).toEqual([]);
      await decide(null, '');
      expect(await store.findRefused(all)).toEqual([refused]);
      expect(await store.findRefusedFrom(device)).toEqual([refused]);
    });

    test('that are not understood are found in the order they came', async () => {
      const opaque = { verdict: 'opaque', code: null, seq: null } as const;
      await add(
        operation('1', { ...opaque, receivedAt: 2 }),
        operation('2', { ...opaque, receivedAt: 1 }),
        operation('3'),
      );
      expect((await store.findOpaque(9)).map(({ key }) => key)).toEqual(['2', '1']);
      expect((await store.findOpaque(1)).map(({ key }) => key)).toEqual(['2']);
    });

    test('about members are found by person', async () => {
      const member = { kind: 'member', record: 'budi' };
      await add(operation('1', member), operation('2', { seq: 2 }));
      await add(operation('3', { ...member, stream: 'other' }));
      const found = await store.findMemberOperations(['budi', 'budi', 'nobody']);
      expect(sorted(found).map(({ key }) => key)).toEqual(['1', '3']);
    });

    test('name pictures, whatever their verdict', async () => {
      const sha256 = 'a'.repeat(64);
      const image = { sha256, size: 9, mime: 'image/png', w: 1, h: 1 };
      const body = JSON.stringify({ f: { deep: [{ image }] } });
      await add(operation('1', { body, verdict: 'opaque', code: null, seq: null }));
      expect(await store.findNamesOf([sha256, 'b'.repeat(64)])).toEqual([{ ...place, sha256 }]);
    });

    test('that are forbidden are found by their authors, in the order they arrived', async () => {
      const forbidden = { verdict: 'quarantined', code: 'forbidden', seq: null } as const;
      await add(
        operation('1', { ...forbidden, receivedAt: 3 }),
        operation('2', { ...forbidden, receivedAt: 2, stream: 'other' }),
        operation('3', { ...forbidden, author: 'budi' }),
        operation('4', { ...forbidden, code: 'invalid-value' }),
        operation('5'),
      );
      expect((await store.findForbidden(['amina', 'nobody'])).map(({ key }) => key)).toEqual([
        '2',
        '1',
      ]);
      expect(await store.findForbidden([])).toEqual([]);
    });

    test('10.6 are read back by a stretch of counters, the latest first, whatever batch they lie in', async () => {
      const all = Array.from({ length: 9 }, (_, at) =>
        operation(`${at + 1}`, { seq: at + 1, device: at < 5 ? 'a' : 'b' }),
      );
      const elsewhere = operation('x', { seq: 4, stream: 'other' });
      await add(...all.slice(0, 3), elsewhere);
      await add(...all.slice(3));
      const find = async (from: number, to: number) =>
        (await store.findStretch({ stream: place.stream, from, to })).map(({ seq }) => seq);
      expect(await find(1, 9)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
      expect(await find(2, 2)).toEqual([2]);
      expect(await find(5, 7)).toEqual([7, 6, 5]);
      expect(await find(9, 99)).toEqual([9]);
      expect(await find(10, 99)).toEqual([]);
      expect(await store.findStretch({ stream: place.stream, from: 6, to: 6 })).toEqual([all[5]]);
    });

    test('10.7 that are kept apart in a stream are found by arrival, the latest first, from a place on', async () => {
      const refused = { verdict: 'quarantined', code: 'forbidden', seq: null } as const;
      const rows = [
        operation('1', { ...refused, receivedAt: 3 }),
        operation('2', { ...refused, receivedAt: 3, device: 'a' }),
        operation('2', { ...refused, receivedAt: 3, device: 'b' }),
        operation('3', { verdict: 'opaque', code: null, seq: null, receivedAt: 5 }),
        operation('4', { ...refused, receivedAt: 1 }),
      ] as const;
      const [one, twoA, twoB, opaque, first] = rows;
      await add(...rows, operation('5', { ...refused, stream: 'other' }), operation('6'));
      const { device, key, stream } = first;
      await store.transaction(tx =>
        tx.decideApart([{ device, key, stream, outcome: 'decline', note: '' }]),
      );
      const find = (after?: StoredOperation, most = 9) =>
        store.findApartOf({ stream, after, most });
      expect(await find()).toEqual([opaque, twoB, twoA, one, first]);
      expect(await find(undefined, 2)).toEqual([opaque, twoB]);
      expect(await find(twoB)).toEqual([twoA, one, first]);
      expect(await find(first)).toEqual([]);
    });

    test('that were admitted are found by id, stream and counter', async () => {
      await add(
        operation('4', { seq: 3, device: 'tablet-b' }),
        operation('1', { seq: 5 }),
        operation('2', { seq: 6 }),
        operation('3', { seq: 4, stream: 'other' }),
        operation('5', { verdict: 'opaque', code: null, seq: null }),
      );
      const ids = ['1', '2', '3', '4', '5', '6'];
      const query = { ids, stream: 'training:t1', to: 5 };
      expect(await store.findAdmitted(query)).toEqual([
        { id: '4', seq: 3 },
        { id: '1', seq: 5 },
      ]);
      expect(await store.findAdmitted({ ...query, ids: [] })).toEqual([]);
    });

    test('that were refused are found by stream or author, newest first', async () => {
      const refused = { verdict: 'quarantined', code: 'forbidden', seq: null } as const;
      await add(
        operation('1', { ...refused, receivedAt: 1 }),
        operation('2', { ...refused, receivedAt: 2, author: 'budi' }),
        operation('3', { ...refused, receivedAt: 3, author: 'budi', stream: 'other' }),
        operation('4', { verdict: 'opaque', code: null, seq: null }),
        operation('5'),
      );
      const find = async (streams: string[] | 'all', author: string, most = 9) =>
        (await store.findRefused({ streams, author, most })).map(({ key }) => key);
      expect(await find('all', '')).toEqual(['3', '2', '1']);
      expect(await find('all', '', 2)).toEqual(['3', '2']);
      expect(await find([], 'budi')).toEqual(['3', '2']);
      expect(await find(['other'], 'amina')).toEqual(['3', '1']);
    });
  });
}
