import { describe, expect, test } from 'vitest';
import { openTablet, page, record, statuses, stream, type Tablet } from './tablet.ts';

const head = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;

const marked = (participant: string, seq: number, status: string) =>
  record(`s1:${participant}`, seq, { mark: [head(seq), { status }] });

const sheet = async ({ records }: Tablet) =>
  statuses(await records.readShelf(stream, 'attendance', 's1'));

describe('6.5 a page', () => {
  test('is applied with its cursor', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage('e1', page({ to: 7, records: [marked('p1', 3, 'hadir')] }));
    expect(await tablet.base.readCursors('e1', [stream, 'programme'])).toEqual({
      [stream]: 7,
      programme: 0,
    });
  });

  test('that comes late neither brings an older record back nor the cursor', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage('e1', page({ to: 9, records: [marked('p1', 9, 'sakit')] }));
    await tablet.base.applyPage('e1', page({ to: 3, records: [marked('p1', 3, 'hadir')] }));
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'sakit' });
    expect(await tablet.base.readCursors('e1', [stream])).toEqual({ [stream]: 9 });
  });

  test('that begins behind what is held would leave a hole, and is left out', async () => {
    const tablet = openTablet();
    const late = page({ from: 5, to: 6, records: [marked('p1', 6, 'hadir')] });
    expect(await tablet.base.applyPage('e1', late)).toBe('gap');
    expect(await sheet(tablet)).toEqual({});
    expect(await tablet.base.readCursors('e1', [stream])).toEqual({ [stream]: 0 });
  });
});

describe('6.7 two bases', () => {
  test('the old one is shown until the new one is called for; then the old one is forgotten', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage('e1', page({ to: 1, records: [marked('p1', 1, 'hadir')] }));
    await tablet.base.applyPage('e2', page({ to: 1, records: [marked('p2', 1, 'izin')] }));
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    await tablet.base.show('e2');
    expect(await sheet(tablet)).toEqual({ 's1:p2': 'izin' });
    expect(await tablet.cache.shelves.count()).toBe(1);
  });
});

describe('8.2 a lost scope', () => {
  const region = 'region:62.03';
  const narrow = 'region:62.03/62.03.01.2001';

  test('is what is held and no longer granted', async () => {
    const { base } = openTablet();
    await base.applyPage('e1', page({ to: 1, records: [] }));
    await base.applyPage('e1', page({ scope: region, to: 1, records: [] }));
    expect(await base.readLost('e1', [stream])).toEqual([region]);
  });

  test('takes along only what no other scope covers', async () => {
    const tablet = openTablet();
    const held = { ...record('m1', 1, { name: [head(1), 'Ani'] }, 'member'), stream: region };
    await tablet.base.applyPage('e1', page({ scope: region, to: 1, records: [held] }));
    await tablet.base.applyPage('e1', page({ to: 1, records: [marked('p1', 1, 'hadir')] }));
    await tablet.base.purge('e1', narrow, [region, stream]);
    expect(await tablet.records.readShelf(region, 'member')).toHaveLength(1);
    await tablet.base.purge('e1', region, [stream]);
    expect(await tablet.records.readShelf(region, 'member')).toEqual([]);
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
    expect(await tablet.base.readLost('e1', [stream])).toEqual([]);
  });

  test('that is granted again is pulled from the start', async () => {
    const tablet = openTablet();
    await tablet.base.applyPage('e1', page({ to: 4, records: [marked('p1', 4, 'hadir')] }));
    await tablet.base.purge('e1', stream, []);
    expect(await tablet.base.readCursors('e1', [stream])).toEqual({ [stream]: 0 });
    await tablet.base.applyPage('e1', page({ to: 4, records: [marked('p1', 4, 'hadir')] }));
    expect(await sheet(tablet)).toEqual({ 's1:p1': 'hadir' });
  });
});
