import type { StoredOperation, StoredRecord } from '../../src/server/store/store.ts';

/** Where the rows of these tests lie, unless said otherwise. */
export const place = { stream: 'training:t1', kind: 'attendance', record: 's1:p1' };

/** An admitted operation as it is stored. */
export function operation(key: string, changes: Partial<StoredOperation> = {}): StoredOperation {
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

/** A record as it is stored. */
export function record(id: string, seq: number, changes: Partial<StoredRecord> = {}): StoredRecord {
  const { stream } = place;
  return { stream, kind: 'participant', record: id, seq, village: null, state: '{}', ...changes };
}

/** Operations by their keys. */
export const sorted = (operations: StoredOperation[]) =>
  operations.toSorted((one, other) => (one.key < other.key ? -1 : 1));
