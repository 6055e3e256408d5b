import 'fake-indexeddb/auto';
import { Dexie, liveQuery } from 'dexie';
import { describe, expect, test } from 'vitest';
import { idAfter } from '../../../src/domain/ids.ts';
import { takeBallast } from '../../../src/client/data/ballast.ts';
import { openTablet, page, record, startsAt, statuses, stream, type Tablet } from './tablet.ts';

const sheet = async ({ records }: Tablet) =>
  statuses(await records.readShelf(stream, 'attendance', 's1'));

const lastOperation = async ({ keep }: Tablet) => (await keep.outbox.orderBy('n').last())?.body;

/** Gives the operation its verdict, as home would. */
async function admit({ outbox }: Tablet, n: number, seq: number, epoch = 'e1'): Promise<void> {
  const [operation] = await outbox.readForPush([n]);
  if (!operation) throw new Error(`No operation ${n}`);
  await outbox.storeAnswers(await outbox.readPresent(), epoch, [
    [operation, { s: 'ok', seq, stamp: startsAt, proof: 'proof' }],
  ]);
}

describe('writing', () => {
  test('7.1 a mark is stored as one operation and read back at once', async () => {
    const tablet = openTablet();
    await tablet.mark('p1', 'hadir');
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    expect(await lastOperation(tablet)).toMatchObject({
      v: 1,
      dev: tablet.name,
      by: 'amina',
      stream,
      t: 'attendance',
      r: 's1:p1',
      sv: 1,
      f: { mark: { status: 'hadir' } },
      p: { mark: [] },
      wall: startsAt,
      off: null,
      clk: 1,
    });
    const [operation] = await tablet.outbox.readForPush([1]);
    expect(operation?.n).toBe(1);
  });

  test('1.1 what is written together counts on from one id, and each write begins with its own', async () => {
    const tablet = openTablet();
    const changes = ['p1', 'p2', 'p3'].map(participant => ({
      stream,
      t: 'attendance',
      r: `s1:${participant}`,
      fields: { mark: { status: 'hadir' } },
      seen: undefined,
    }));
    await tablet.records.write(changes);
    await tablet.records.write(changes);
    const ids = (await tablet.outbox.readForPush([1, 2, 3, 4, 5, 6])).map(({ id }) => id);
    const [first = '', , , second = ''] = ids;
    const countedOn = (id: string) => [id, idAfter(id), idAfter(idAfter(id))];
    expect(ids).toEqual([...countedOn(first), ...countedOn(second)]);
    expect(first.slice(0, -4)).not.toBe(second.slice(0, -4));
  });

  test('7.1 what is done in a hurry is written in the order in which it was done', async () => {
    const tablet = openTablet();
    await tablet.mark('p9', 'hadir');
    // The first of the two writes finds the disk full, makes room, and begins again.
    let isFull = true;
    tablet.keep.use({
      stack: 'dbcore',
      name: 'full once',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name);
          const mutate: typeof table.mutate = request => {
            if (name !== 'outbox' || !isFull) return table.mutate(request);
            isFull = false;
            return Promise.reject(new Dexie.QuotaExceededError('full'));
          };
          return { ...table, mutate };
        },
      }),
    });
    tablet.keep.close({ disableAutoOpen: false });
    await Promise.all([tablet.mark('p1', 'hadir'), tablet.mark('p1', 'izin')]);
    expect(await sheet(tablet)).toMatchObject({ 's1:p1': 'izin' });
  });

  test('7.1 a mark is one strict transaction', async () => {
    const tablet = openTablet();
    await tablet.mark('p1', 'hadir');
    const opened: (string | undefined)[] = [];
    tablet.keep.use({
      stack: 'dbcore',
      name: 'watch',
      create: core => ({
        ...core,
        transaction: (tables, mode, options) => {
          if (mode === 'readwrite') opened.push(options?.durability);
          return core.transaction(tables, mode, options);
        },
      }),
    });
    tablet.keep.close({ disableAutoOpen: false });
    await tablet.mark('p1', 'izin');
    expect(opened).toEqual(['strict']);
  });

  test('edits of one moment are all written or none', async () => {
    const tablet = openTablet();
    const change = (r: string) => ({
      stream,
      t: 'attendance',
      r,
      fields: { mark: { status: 'hadir' } },
      seen: undefined,
    });
    tablet.keep.outbox.hook('creating', (_key, row) => {
      if (row.record.endsWith('p3')) throw new Error('spoiled');
    });
    const writing = tablet.records.write(['s1:p1', 's1:p2', 's1:p3'].map(change));
    await expect(writing).rejects.toThrow('spoiled');
    expect(await sheet(tablet)).toEqual({});
  });

  test('nobody writes before somebody was let in', async () => {
    const tablet = openTablet();
    tablet.world.person = undefined;
    await expect(tablet.mark('p1', 'hadir')).rejects.toThrow('Nobody');
  });

  test('when the device is full the ballast makes room once, then the person is told', async () => {
    const tablet = openTablet();
    await takeBallast(tablet.keep);
    let isFullForGood = false;
    let hasBallast = true;
    tablet.keep.use({
      stack: 'dbcore',
      name: 'full disk',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name);
          const mutate: typeof table.mutate = request => {
            if (name === 'notes' && request.type === 'delete') hasBallast = false;
            if (name === 'notes' || !(isFullForGood || hasBallast)) return table.mutate(request);
            return Promise.reject(new Dexie.QuotaExceededError('full'));
          };
          return { ...table, mutate };
        },
      }),
    });
    tablet.keep.close({ disableAutoOpen: false });
    await tablet.mark('p1', 'hadir');
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    isFullForGood = true;
    await expect(tablet.mark('p2', 'hadir')).rejects.toMatchObject({ code: 'device-full' });
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
  });
});

describe('6.6 the overlay', () => {
  test('goes when the base holds the edit, and not before', async () => {
    const tablet = openTablet();
    await tablet.mark('p1', 'hadir');
    const [row] = await tablet.keep.outbox.toArray();
    await admit(tablet, 1, 5);
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });

    // A cut pull: the cursor has passed the edit, but somebody's later edit of the record is on a later page.
    await tablet.base.applyPage('e1', page({ records: [], to: 5, more: true }));
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });

    const later = '00000000-0000-4000-8000-00000000000c';
    await tablet.base.applyPage(
      'e1',
      page({
        from: 5,
        to: 6,
        records: [record('s1:p1', 6, { mark: [later, { status: 'alpa' }] })],
      }),
    );
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'alpa' });
    const view = await tablet.records.readRecord(stream, 'attendance', 's1:p1');
    expect(view?.state['mark']?.h.map(head => head.o)).toEqual([later]);
    expect(row?.id).not.toBe(later);
  });

  test('a page tells the number of an edit whose acknowledgement was lost', async () => {
    const tablet = openTablet();
    await tablet.mark('p1', 'hadir');
    const id = (await tablet.keep.outbox.toArray())[0]?.id ?? '';
    const later = '00000000-0000-4000-8000-00000000000d';
    await tablet.outbox.meet(undefined, 'e1');
    await tablet.base.applyPage(
      'e1',
      page({
        to: 2,
        own: [{ id, seq: 1 }],
        records: [record('s1:p1', 2, { mark: [later, { status: 'alpa' }] })],
      }),
    );
    const view = await tablet.records.readRecord(stream, 'attendance', 's1:p1');
    expect(view?.state['mark']?.h.map(head => head.o)).toEqual([later]);
    // Only a verdict makes it sent.
    expect(view?.delivery).toBe('waiting');
  });

  test('a number of another epoch says nothing of this base', async () => {
    const tablet = openTablet();
    await tablet.mark('p1', 'hadir');
    await admit(tablet, 1, 1, 'e1');
    const asked = await tablet.outbox.readPresent();
    await tablet.outbox.meet(asked, 'e2');
    await tablet.base.applyPage('e2', page({ epoch: 'e2', records: [], to: 9 }));
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    const view = await tablet.records.readRecord(stream, 'attendance', 's1:p1');
    expect(view?.delivery).toBe('waiting');
  });
});

describe('reading', () => {
  test('a shelf of more than a hundred records is whole, in order, and found one by one', async () => {
    const tablet = openTablet();
    const names = Array.from({ length: 250 }, (_, index) => `p${String(index).padStart(3, '0')}`);
    const shuffled = [...names].sort((a, b) => a.slice(-1).localeCompare(b.slice(-1)));
    let from = 0;
    for (const name of shuffled) {
      const to = from + 1;
      const id = `00000000-0000-4000-8000-${String(to).padStart(12, '0')}`;
      const records = [record(name, to, { name: [id, name] }, 'participant')];
      await tablet.base.applyPage('e1', page({ from, to, records }));
      from = to;
    }
    const views = await tablet.records.readShelf(stream, 'participant');
    expect(views.map(view => view.r)).toEqual(names);
    for (const row of await tablet.cache.shelves.toArray()) {
      expect(Object.keys(row.records).length).toBeLessThanOrEqual(100);
    }
    for (const name of names) {
      const view = await tablet.records.readRecord(stream, 'participant', name);
      expect(view?.state['name']?.h[0]?.v).toBe(name);
    }
  });

  test('a session and a whole training are read from the same shelves', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage(
      'e1',
      page({
        to: 2,
        records: [
          record('s1:p1', 1, { mark: ['00000000-0000-4000-8000-0000000000a1', null] }),
          record('s2:p1', 2, { mark: ['00000000-0000-4000-8000-0000000000a2', null] }),
        ],
      }),
    );
    await tablet.edit('attendance', 's10:p1', { note: 'pulang' });
    const ids = async (parent?: string) =>
      (await tablet.records.readShelf(stream, 'attendance', parent)).map(view => view.r);
    expect(await ids('s1')).toEqual(['s1:p1']);
    expect(await ids()).toEqual(['s10:p1', 's1:p1', 's2:p1']);
  });

  test('streams are those held and those written in', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage('e1', page({ to: 1, records: [record('s1:p1', 1, {})] }));
    for (const other of ['training:t2', 'programme']) {
      await tablet.records.write([
        { stream: other, t: 'member', r: 'm1', fields: { name: 'M' }, seen: undefined },
      ]);
    }
    expect(await tablet.records.readStreams()).toEqual(['programme', stream, 'training:t2']);
  });

  test('a live query reads again when another tab writes and when home brings something', async () => {
    const tablet = openTablet();
    const secondTab = openTablet(tablet.name);
    const sheets: Record<string, unknown>[] = [];
    let wake = () => {};
    const following = liveQuery(() => sheet(tablet)).subscribe(next => {
      sheets.push(next);
      wake();
    });
    const until = async (people: number) => {
      while (Object.keys(sheets.at(-1) ?? {}).length < people) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    };
    await secondTab.mark('p1', 'hadir');
    await until(1);
    await secondTab.base.applyPage(
      'e1',
      page({
        to: 1,
        records: [
          record('s1:p2', 1, {
            mark: ['00000000-0000-4000-8000-0000000000b1', { status: 'izin' }],
          }),
        ],
      }),
    );
    await until(2);
    following.unsubscribe();
    expect(sheets.at(-1)).toEqual({ 's1:p1': 'hadir', 's1:p2': 'izin' });
  });
});
