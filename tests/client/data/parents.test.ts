import { describe, expect, test } from 'vitest';
import { openTablet, page, record, stream, type Tablet } from './tablet.ts';
import { isDeletedView } from '../../../src/client/data/record-view.ts';

const lastOperation = async ({ keep }: Tablet) => (await keep.outbox.orderBy('n').last())?.body;

describe('1.6 what an edit names as seen', () => {
  test('the heads of the base, and every own edit that is still overlaid', async () => {
    const tablet = openTablet();
    const seenHead = '00000000-0000-4000-8000-00000000000a';
    await tablet.base.applyPage(
      'e1',
      page({
        records: [record('s1:p1', 1, { mark: [seenHead, { status: 'izin' }] })],
        to: 1,
      }),
    );
    await tablet.mark('p1', 'hadir');
    const first = await lastOperation(tablet);
    expect(first?.p).toEqual({ mark: [seenHead] });
    await tablet.mark('p1', 'sakit');
    expect(new Set((await lastOperation(tablet))?.p['mark'])).toEqual(
      new Set([first?.id, seenHead]),
    );
  });

  test('also what was written in another tab after the screen was drawn', async () => {
    const tablet = openTablet();
    const secondTab = openTablet(tablet.name);
    await secondTab.mark('p1', 'izin');
    const unseen = await lastOperation(secondTab);
    await tablet.records.write([
      { stream, t: 'attendance', r: 's1:p1', fields: { mark: null }, seen: undefined },
    ]);
    expect((await lastOperation(tablet))?.p).toEqual({ mark: [unseen?.id] });
  });

  test('not what home has brought since the screen was drawn', async () => {
    const tablet = openTablet();
    const seen = await tablet.records.readRecord(stream, 'attendance', 's1:p1');
    await tablet.base.applyPage(
      'e1',
      page({
        records: [record('s1:p1', 1, { mark: ['00000000-0000-4000-8000-00000000000b', null] })],
        to: 1,
      }),
    );
    await tablet.records.write([
      { stream, t: 'attendance', r: 's1:p1', fields: { mark: { status: 'hadir' } }, seen },
    ]);
    expect((await lastOperation(tablet))?.p).toEqual({ mark: [] });
  });

  test('at most the newest 50, but a deletion names everything', async () => {
    const tablet = openTablet();
    for (let turn = 0; turn < 55; turn += 1) {
      await tablet.edit('participant', 'p1', { name: `Name ${turn}` });
    }
    const newest = await lastOperation(tablet);
    expect(newest?.p['name']).toHaveLength(50);
    const rows = await tablet.keep.outbox.orderBy('n').toArray();
    expect(newest?.p['name']?.[0]).toBe(rows.at(-2)?.id);
    await tablet.edit('participant', 'p1', { gender: 'P' });
    await tablet.edit('participant', 'p1', { deleted: true });
    expect((await lastOperation(tablet))?.p['deleted']).toHaveLength(56);
    const view = await tablet.records.readRecord(stream, 'participant', 'p1');
    expect(view && isDeletedView(view)).toBe(true);
  });
});
