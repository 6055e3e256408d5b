import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import type {
  Store,
  StoredInvitation,
  StoredOperation,
  StoredRecord,
} from '../../src/server/store/store.ts';

/** What every store promises, whatever lies below it. `open` gives one that is empty. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`a store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = (...added: StoredOperation[]) =>
      store.transaction(tx => tx.saveOperations({ added, settled: [] }));
    const lock = (streams: string[]) => store.transaction(tx => tx.lockStreams(streams));

    describe('streams', () => {
      test('begin at 0, are counted on from where they are, and show once something is in', async () => {
        expect(await lock(['b', 'a', 'b'])).toEqual(
          new Map([
            ['a', 0],
            ['b', 0],
          ]),
        );
        await store.transaction(async tx => {
          await tx.lockStreams(['a']);
          await tx.saveCounters(new Map([['a', 7]]));
        });
        expect(await lock(['a', 'c'])).toEqual(
          new Map([
            ['a', 7],
            ['c', 0],
          ]),
        );
        expect(await store.readHeads()).toEqual(new Map([['a', 7]]));
        expect(await lock([])).toEqual(new Map());
      });

      test('transactions on one stream follow one another, so that no number is given twice', async () => {
        const count = () =>
          store.transaction(async tx => {
            const counter = (await tx.lockStreams(['a'])).get('a') ?? 0;
            await Promise.resolve();
            await tx.saveCounters(new Map([['a', counter + 1]]));
            return counter;
          });
        const given = await Promise.all(Array.from({ length: 20 }, count));
        expect(given.sort((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, index) => index),
        );
      });
    });

    describe('a transaction', () => {
      test('leaves nothing behind when its work fails, and the next one goes on', async () => {
        const failing = store.transaction(async tx => {
          await tx.saveOperations({ added: [operation('1')], settled: [] });
          throw new Problem('bad-request');
        });
        await expect(failing).rejects.toThrow('bad-request');
        expect(await store.findOperations([operation('1')])).toEqual([]);
        await add(operation('1'));
        expect(await store.findOperations([operation('1')])).toHaveLength(1);
      });

      test('reads what it wrote', async () => {
        await store.transaction(async tx => {
          await tx.saveOperations({ added: [operation('1')], settled: [] });
          expect(await tx.findOperations([operation('1')])).toHaveLength(1);
        });
      });
    });

    describe('operations', () => {
      test('come back as they went in, whatever their verdict', async () => {
        const all = [
          operation('1', { body: JSON.stringify({ text: 'Ma\u2019rifah "\\\u0000 😀' }) }),
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
        expect(sorted(await store.findOperationsApart([place]))).toEqual(all.slice(1));
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
        await store.transaction(tx =>
          tx.saveOperations({ added: [], settled: [admitted, refused] }),
        );
        expect(sorted(await store.findOperations([waiting, unclear]))).toEqual([admitted, refused]);
        expect(await store.findEverApart([waiting])).toEqual([
          { ...admitted, outcome: null, note: '' },
        ]);
        expect(await store.findOperationsApart([place])).toEqual([refused]);
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
        const { device, key } = refused;
        const decide = (outcome: 'decline' | null, note: string) =>
          store.transaction(tx => tx.decideApart([{ device, key, outcome, note }]));
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

    describe('records', () => {
      test('are replaced whole, and found by key and by what changed', async () => {
        const village = '62.03.01.2001';
        const records = [record('a', 1), record('b', 2, { village }), record('c', 3)];
        await store.transaction(tx => tx.saveRecords(records));
        await store.transaction(tx => tx.saveRecords([record('a', 4, { state: '{"new":1}' })]));
        const range = { stream: 'training:t1', from: 1, to: 9 };
        const changes = async (more: object = {}) =>
          (await store.readChanges({ ...range, ...more })).map(each => `${each.record}${each.seq}`);
        expect(await changes()).toEqual(['b2', 'c3', 'a4']);
        expect(await changes({ to: 3, from: 2 })).toEqual(['c3']);
        expect(await changes({ village })).toEqual(['b2']);
        expect(await changes({ stream: 'other' })).toEqual([]);
        expect(await store.findRecords([record('a', 0), record('z', 0)])).toEqual([
          record('a', 4, { state: '{"new":1}' }),
        ]);
      });

      test('are found however many share a shelf, and however long they are', async () => {
        const ids = Array.from({ length: 500 }, (_, index) => `p${(index * 7919) % 500}`);
        const long = JSON.stringify({ note: 'x'.repeat(3_000) });
        let seq = 0;
        for (let first = 0; first < ids.length; first += 90) {
          const some = ids.slice(first, first + 90);
          const made = some.map(id => record(id, (seq += 1), seq % 3 === 0 ? { state: long } : {}));
          await store.transaction(tx => tx.saveRecords(made));
        }
        const found = await store.findRecords(ids.map(id => record(id, 0)));
        expect(found.map(each => each.record)).toEqual(ids);
        expect(found.map(each => each.seq)).toEqual(ids.map((_, index) => index + 1));
        expect(found[2]?.state).toBe(long);
        const changed = await store.readChanges({ stream: 'training:t1', from: 490, to: 499 });
        expect(changed.map(each => each.record)).toEqual(ids.slice(490, 499));
      });

      test('tell which streams hold more than decisions', async () => {
        await store.transaction(tx =>
          tx.saveRecords([
            record('a', 1, { kind: 'decision', stream: 'x' }),
            record('b', 1, { stream: 'y' }),
          ]),
        );
        expect(await store.findOpened(['x', 'y', 'z'])).toEqual(new Set(['y']));
      });

      test('of a person are found in every stream', async () => {
        const member = { kind: 'member', seq: 1 };
        await add(
          operation('1', { ...member, record: 'amina', stream: 'b' }),
          operation('2', { ...member, record: 'amina', stream: 'a' }),
          operation('3', { ...member, record: 'budi', stream: 'a', seq: 2 }),
        );
        await store.transaction(tx =>
          tx.saveRecords([
            record('amina', 1, { kind: 'member', stream: 'b' }),
            record('amina', 1, { kind: 'member', stream: 'a' }),
            record('amina', 2, { kind: 'participant', stream: 'a' }),
            record('budi', 3, { kind: 'member', stream: 'a' }),
          ]),
        );
        const streams = (await store.findMemberships('amina')).map(({ stream }) => stream);
        expect(streams).toEqual(['a', 'b']);
      });
    });

    describe('accounts', () => {
      const invitation: StoredInvitation = {
        codeHash: 'hash',
        admits: 'new-person',
        role: 'pengelola',
        person: '',
        guests: [{ name: 'Sari', stream: 'region:62.03', village: '62.03.01.2001' }],
        createdAt: 1,
        expiresAt: null,
      };
      const enrolment = {
        device: 'tablet-a',
        person: 'amina',
        name: 'Amina',
        role: 'fasilitator',
        codeHash: 'hash',
        enrolledAt: 5,
      } as const;

      test('an invitation comes back as it went in', async () => {
        await store.transaction(tx => tx.insertInvitation(invitation));
        expect(await store.findInvitation('hash')).toEqual(invitation);
        expect(await store.findInvitation('other')).toBeUndefined();
      });

      test('who came in with it is known, in order', async () => {
        expect(await store.hasEnrolments()).toBe(false);
        const later = { ...enrolment, device: 'tablet-b', person: 'budi', enrolledAt: 6 };
        await store.transaction(async tx => {
          await tx.insertEnrolment(later, 'B');
          await tx.insertEnrolment(enrolment, 'A');
        });
        expect(await store.findEnrolments('hash')).toEqual([enrolment, later]);
        expect(await store.findEnrolments('other')).toEqual([]);
        expect(await store.hasEnrolments()).toBe(true);
      });

      test('a device is known once somebody came in on it, with what it last said of itself', async () => {
        await store.transaction(tx => tx.insertEnrolment(enrolment, 'A'));
        await store.transaction(async tx => {
          await tx.insertEnrolment({ ...enrolment, person: 'budi' }, 'A again');
          await tx.saveReport('tablet-a', '{"app":"1"}', 7);
          await tx.saveReport('never-seen', '{}', 8);
        });
        expect(await store.readDevices()).toEqual([
          { id: 'tablet-a', name: 'A again', report: '{"app":"1"}', lastSeenAt: 7 },
        ]);
        const on = await store.findEnrolledOn(['tablet-a', 'never-seen']);
        expect(on.map(({ person }) => person).sort()).toEqual(['amina', 'budi']);
      });

      test('an epoch lasts until another begins', async () => {
        const before = await store.readEpoch();
        expect(before).not.toBe('');
        await store.transaction(tx => tx.setEpoch('another'));
        expect(await store.readEpoch()).toBe('another');
      });
    });
  });
}

const place = { stream: 'training:t1', kind: 'attendance', record: 's1:p1' };

function operation(key: string, changes: Partial<StoredOperation> = {}): StoredOperation {
  return {
    ...place,
    device: 'tablet-a',
    key,
    n: 1,
    author: 'amina',
    verdict: 'admitted',
    code: null,
    seq: 1,
    stamp: 1_624_950_000_000,
    isClockUncertain: false,
    receivedAt: 1_624_950_000_001,
    body: '{"v":1}',
    ...changes,
  } as StoredOperation;
}

function record(id: string, seq: number, changes: Partial<StoredRecord> = {}): StoredRecord {
  const { stream } = place;
  return { stream, kind: 'participant', record: id, seq, village: null, state: '{}', ...changes };
}

const sorted = (operations: StoredOperation[]) =>
  operations.toSorted((one, other) => (one.key < other.key ? -1 : 1));
