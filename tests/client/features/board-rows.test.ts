import { describe, expect, test } from 'vitest';
import {
  createRowMaker,
  stateOf,
  type BoardParts,
} from '../../../src/client/features/board/board-rows.ts';
import { summarise } from '../../../src/client/features/board/board-summary.ts';
import { withAnswer, withTold } from '../../../src/client/features/board/merge-devices.ts';
import { createPace } from '../../../src/client/features/board/pace.ts';
import { nextStep } from '../../../src/client/features/board/use-grown-rows.ts';
import type { BoardNote } from '../../../src/domain/records/board-note.ts';
import { boardDevice, type BoardDevice } from '../../support/board-devices.ts';

const call = { id: 'call-1', stream: 'training:t1', at: 5_000, pictures: 'now' } as const;
const answered = { call: call.id };

describe('how a device stands', () => {
  test.each<[string, BoardDevice, string]>([
    ['was shut out', { id: 'a', isRevoked: true, provenAt: 6_000 }, 'revoked'],
    ['is proven since the call', { id: 'a', provenAt: 6_000 }, 'whole'],
    ['was proven before the call, and is away', { id: 'a', provenAt: 4_000 }, 'stale'],
    [
      'was proven before the call, and is here',
      { id: 'a', provenAt: 4_000, isHere: true },
      'proving',
    ],
    ['never said anything', { id: 'a', lastSeenAt: null }, 'never'],
    ['carries changes, away', { id: 'a', ops: 3 }, 'away'],
    ['carries pictures, away', { id: 'a', pictures: 1 }, 'away'],
    ['carries changes, here', { id: 'a', ops: 3, isHere: true }, 'sending'],
    ['carries pictures, here', { id: 'a', pictures: 3, isHere: true }, 'sending'],
    ['answered, and is gone with work', { id: 'a', ops: 3, report: answered }, 'lost'],
    ['answered, and is gone unproven', { id: 'a', report: answered }, 'lost'],
    ['has work kept apart', { id: 'a', isHere: true, report: { apart: 2 } }, 'apart'],
    ['has nothing, unproven, here', { id: 'a', isHere: true }, 'proving'],
    ['has nothing, unproven, away', { id: 'a' }, 'unproven'],
  ])('which %s', (_, about, state) => {
    expect(stateOf(boardDevice(about), call)).toBe(state);
  });

  test('whose pictures the call holds back', () => {
    const device = boardDevice({ id: 'a', pictures: 2, isHere: true });
    expect(stateOf(device, { ...call, pictures: 'later' })).toBe('held');
  });
});

const trainers = [
  { id: 'rina', name: 'Rina', isKoordinator: false },
  { id: 'budi', name: 'Budi', isKoordinator: false },
  { id: 'kardi', name: 'Kardi', isKoordinator: true },
];

function partsOf(devices: BoardDevice[], notes: Record<string, BoardNote> = {}): BoardParts {
  return {
    devices: new Map(devices.map(device => [device.id, boardDevice(device)])),
    trainers,
    notes: new Map(Object.entries(notes)),
    call,
    peaks: new Map(),
  };
}

const inOf = (parts: BoardParts, called: string | undefined = call.id) =>
  summarise(createRowMaker()(parts), called);

describe('13.7 which devices are expected', () => {
  test('are those of the trainers; who has none is shown by name', () => {
    const rows = createRowMaker()(
      partsOf([
        { id: 'tablet-r', of: ['rina', 'Rina'], provenAt: 6_000 },
        { id: 'tablet-s', of: ['siti', 'Siti'], ops: 3 },
      ]),
    );
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['budi', 'never'],
      ['tablet-r', 'whole'],
    ]);
  });

  test('are a koordinator’s only while they carry something', () => {
    const laptop = { id: 'laptop', of: ['kardi', 'Kardi'] } as const;
    const idsOf = (device: BoardDevice) => createRowMaker()(partsOf([device])).map(({ id }) => id);
    expect(idsOf(laptop)).not.toContain('laptop');
    expect(idsOf({ ...laptop, ops: 1 })).toContain('laptop');
  });

  test('are corrected by hand: one more, one less, one that will not come', () => {
    const parts = partsOf(
      [
        { id: 'tablet-r', of: ['rina', 'Rina'], provenAt: 6_000 },
        { id: 'tablet-s', of: ['siti', 'Siti'], provenAt: 6_000 },
        { id: 'tablet-b', of: ['budi', 'Budi'], ops: 9 },
      ],
      {
        'tablet-s': { state: 'expected' },
        'tablet-b': { state: 'writtenOff', note: 'Jatuh ke sungai' },
      },
    );
    expect(inOf(parts)).toMatchObject({ expected: 3, whole: 2, writtenOff: 1, needHelp: 0 });
  });
});

describe('13.7 that everything has come in', () => {
  const rinaIn: BoardDevice = { id: 'tablet-r', of: ['rina', 'Rina'], provenAt: 6_000 };
  const budiIn: BoardDevice = { id: 'tablet-b', of: ['budi', 'Budi'], provenAt: 7_000 };

  test('is said with the moment of the last proof and a code that every board shows', () => {
    const { allIn } = inOf(partsOf([rinaIn, budiIn]));
    expect(allIn?.at).toBe(7_000);
    expect(allIn?.code).toMatch(/^[0-9A-Z]{4}$/);
    expect(inOf(partsOf([budiIn, rinaIn])).allIn).toEqual(allIn);
    const other = { ...partsOf([rinaIn, budiIn]) };
    const changed = new Map(other.devices);
    const proof = { at: 7_000, operations: 25, pictures: 0, code: '8C2K' };
    changed.set('tablet-b', { ...boardDevice(budiIn), proof });
    expect(inOf({ ...other, devices: changed }).allIn?.code).not.toBe(allIn?.code);
  });

  test.each<[string, BoardDevice[], Record<string, BoardNote>?]>([
    ['one carries something', [rinaIn, { ...budiIn, provenAt: undefined as never, ops: 1 }]],
    ['one was whole before the call', [rinaIn, { ...budiIn, provenAt: 4_999 }]],
    ['one was shut out', [rinaIn, { ...budiIn, isRevoked: true }]],
    ['one has never come', [rinaIn]],
    [
      'there is none at all',
      [],
      { rina: { state: 'notExpected' }, budi: { state: 'notExpected' } },
    ],
    ['all are written off', [], { rina: { state: 'writtenOff' }, budi: { state: 'writtenOff' } }],
  ])('is not said while %s', (_, devices, notes) => {
    expect(inOf(partsOf(devices, notes)).allIn).toBeUndefined();
  });

  test('is not said before anybody was called', () => {
    const parts = { ...partsOf([rinaIn, budiIn]), call: undefined };
    expect(summarise(createRowMaker()(parts), undefined)).toMatchObject({
      whole: 2,
      allIn: undefined,
    });
  });
});

describe('what changes on the board', () => {
  test('a row in which nothing changed is the very same, whatever the others do', () => {
    const make = createRowMaker();
    const parts = partsOf([
      { id: 'tablet-r', of: ['rina', 'Rina'], ops: 2 },
      { id: 'tablet-b', of: ['budi', 'Budi'], ops: 2 },
    ]);
    const before = make(parts);
    const told = boardDevice({ id: 'tablet-r', of: ['rina', 'Rina'], provenAt: 6_000 });
    const after = make({ ...parts, devices: withTold(parts.devices, [told]) });
    expect(after.find(({ id }) => id === 'tablet-b')).toBe(
      before.find(({ id }) => id === 'tablet-b'),
    );
    expect(after.map(({ id }) => id)).toEqual(['tablet-b', 'tablet-r']);
  });

  test('an answer is not taken over what was told after it was made', () => {
    const old = boardDevice({ id: 'a', provenAt: 1, lastSeenAt: 1_000 });
    const told = boardDevice({ id: 'a', ops: 5, lastSeenAt: 2_000 });
    const known = withTold(new Map(), [told]);
    expect(withAnswer(known, [old]).get('a')).toBe(told);
    expect(withAnswer(known, [{ ...told }]).get('a')).toBe(told);
    expect(withAnswer(known, []).size).toBe(0);
  });

  test('two hundred changed rows are drawn a few at a time, and all in the end', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({
      id: `tablet-${n}`,
      of: ['rina', 'Rina'] as const,
      ops: 1,
    }));
    const wanted = createRowMaker()(partsOf(many));
    let drawn = new Map<string, (typeof wanted)[number]>();
    let steps = 0;
    for (let isBehind = true; isBehind; steps += 1) {
      const step = nextStep(drawn, wanted);
      const fresh = step.next.filter(row => drawn.get(row.id) !== row);
      expect(fresh.length).toBeLessThanOrEqual(8);
      drawn = new Map(step.next.map(row => [row.id, row]));
      ({ isBehind } = step);
    }
    expect([...drawn.values()]).toEqual(wanted);
    expect(steps).toBeGreaterThan(20);
  });
});

describe('how long it will take', () => {
  test('is told from what came of late, and not while nobody can tell', () => {
    const pace = createPace();
    pace.note(0, 1_000);
    expect(pace.remainingMs()).toBeUndefined();
    pace.note(5_000, 500);
    expect(pace.remainingMs()).toBe(5_000);
    pace.note(6_000, 1_200);
    expect(pace.remainingMs()).toBeUndefined();
    pace.reset();
    pace.note(7_000, 100);
    pace.note(10_000, 0);
    expect(pace.remainingMs()).toBeUndefined();
  });
});
