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
          await tx.insertOperations([operation('1')]);
          throw new Problem('bad-request');
        });
        await expect(failing).rejects.toThrow('bad-request');
        expect(await store.findOperations([operation('1')])).toEqual([]);
        await store.transaction(tx => tx.insertOperations([operation('1')]));
        expect(await store.findOperations([operation('1')])).toHaveLength(1);
      });

      test('reads what it wrote', async () => {
        await store.transaction(async tx => {
          await tx.insertOperations([operation('1')]);
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
        await store.transaction(tx => tx.insertOperations(all));
        expect(sorted(await store.findOperations([...all, operation('4')]))).toEqual(all);
        expect(sorted(await store.findOperationsOf([place]))).toEqual(all);
        expect(sorted(await store.findOperationsApart([place]))).toEqual(all.slice(1));
      });

      test('are kept as they first came', async () => {
        await store.transaction(tx => tx.insertOperations([operation('1')]));
        await store.transaction(tx => tx.insertOperations([operation('1', { body: '{"v":9}' })]));
        expect(await store.findOperations([operation('1')])).toEqual([operation('1')]);
      });

      test('under one key by two devices are both found for the record they share', async () => {
        const other = operation('1', { device: 'tablet-b' });
        const elsewhere = operation('1', { device: 'tablet-c', record: 's2:p2' });
        await store.transaction(tx => tx.insertOperations([operation('1'), other, elsewhere]));
        const found = await store.findOperations([operation('1')]);
        expect(found.map(({ device }) => device).sort()).toEqual(['tablet-a', 'tablet-b']);
      });

      test('can be settled: verdict, code and number, and nothing else', async () => {
        const waiting = operation('1', { verdict: 'quarantined', code: 'forbidden', seq: null });
        await store.transaction(tx => tx.insertOperations([waiting]));
        const settled = operation('1', { seq: 9, body: '{}' });
        await store.transaction(tx => tx.settleOperations([settled]));
        expect(await store.findOperations([waiting])).toEqual([operation('1', { seq: 9 })]);
      });

      test('that are forbidden are found by their authors, in the order they arrived', async () => {
        const forbidden = { verdict: 'quarantined', code: 'forbidden', seq: null } as const;
        await store.transaction(tx =>
          tx.insertOperations([
            operation('1', { ...forbidden, receivedAt: 3 }),
            operation('2', { ...forbidden, receivedAt: 2, stream: 'other' }),
            operation('3', { ...forbidden, author: 'budi' }),
            operation('4', { ...forbidden, code: 'invalid-value' }),
            operation('5'),
          ]),
        );
        expect((await store.findForbidden(['amina', 'nobody'])).map(({ key }) => key)).toEqual([
          '2',
          '1',
        ]);
        expect(await store.findForbidden([])).toEqual([]);
      });

      test('that were admitted are found by device, stream and counter', async () => {
        await store.transaction(tx =>
          tx.insertOperations([
            operation('1', { seq: 5 }),
            operation('2', { seq: 6 }),
            operation('3', { seq: 4, stream: 'other' }),
            operation('4', { seq: 3, device: 'tablet-b' }),
            operation('5', { verdict: 'opaque', code: null, seq: null }),
          ]),
        );
        const ids = ['1', '2', '3', '4', '5', '6'];
        const query = { device: 'tablet-a', ids, stream: 'training:t1', to: 5 };
        expect(await store.findAdmitted(query)).toEqual([{ id: '1', seq: 5 }]);
        expect(await store.findAdmitted({ ...query, ids: [] })).toEqual([]);
      });

      test('that were refused are found by stream or author, newest first', async () => {
        const refused = { verdict: 'quarantined', code: 'forbidden', seq: null } as const;
        await store.transaction(tx =>
          tx.insertOperations([
            operation('1', { ...refused, receivedAt: 1 }),
            operation('2', { ...refused, receivedAt: 2, author: 'budi' }),
            operation('3', { ...refused, receivedAt: 3, author: 'budi', stream: 'other' }),
            operation('4', { verdict: 'opaque', code: null, seq: null }),
            operation('5'),
          ]),
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
        const range = { stream: 'training:t1', from: 1, to: 9, most: 9 };
        const changes = async (more: object = {}) =>
          (await store.readChanges({ ...range, ...more })).map(each => `${each.record}${each.seq}`);
        expect(await changes()).toEqual(['b2', 'c3', 'a4']);
        expect(await changes({ most: 2 })).toEqual(['b2', 'c3']);
        expect(await changes({ to: 3, from: 2 })).toEqual(['c3']);
        expect(await changes({ village })).toEqual(['b2']);
        expect(await changes({ stream: 'other' })).toEqual([]);
        expect(await store.findRecords([record('a', 0), record('z', 0)])).toEqual([
          record('a', 4, { state: '{"new":1}' }),
        ]);
      });

      test('of a person are found in every stream', async () => {
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

      test('a revoked device stays revoked, also when somebody comes in on it again', async () => {
        await store.transaction(tx => tx.insertEnrolment(enrolment, 'A'));
        const revoke = (device: string) => store.transaction(tx => tx.revokeDevice(device, 9));
        expect(await revoke('tablet-z')).toBe(false);
        expect(await revoke('tablet-a')).toBe(true);
        expect(await revoke('tablet-a')).toBe(true);
        await store.transaction(tx => tx.insertEnrolment({ ...enrolment, person: 'budi' }, 'A'));
        expect(await store.findRevoked(['tablet-a', 'tablet-z'])).toEqual(new Set(['tablet-a']));
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
