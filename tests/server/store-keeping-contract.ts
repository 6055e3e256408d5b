import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import type { Store, StoredInvitation, StoredOperation } from '../../src/server/store/store.ts';
import { operation, record } from '../support/stored-rows.ts';

/** What a store promises of streams, transactions, records and accounts. */
export function describeKeeping(open: () => Promise<Store>): void {
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
      expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
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

    test('invitations that wait are counted by who made them', async () => {
      const made = { ...invitation, invitedBy: 'kartini', expiresAt: 100 };
      await store.transaction(async tx => {
        for (const codeHash of ['used', 'open', 'over'])
          await tx.insertInvitation({
            ...made,
            codeHash,
            expiresAt: codeHash === 'over' ? 9 : 100,
          });
        await tx.insertInvitation({ ...made, codeHash: 'budis', invitedBy: 'budi' });
        await tx.insertInvitation(invitation);
        await tx.insertEnrolment({ ...enrolment, codeHash: 'used' }, 'Tablet A');
      });
      expect(await store.findInvitation('open')).toEqual({ ...made, codeHash: 'open' });
      expect(await store.countOpenInvitations('kartini', 10)).toBe(1);
      expect(await store.countOpenInvitations('kartini', 100)).toBe(0);
      expect(await store.countOpenInvitations('nobody', 10)).toBe(0);
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
        { id: 'tablet-a', name: 'A again', report: '{"app":"1"}', lastSeenAt: 7, held: [] },
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
}
