import type { StoredOperation, StoredRecord } from '../../src/server/store/store.ts';

/** Where the rows of these tests lie, unless said otherwise. */
export const place = { stream: 'training:t1', kind: 'attendance', record: 's1:p1' };

/** An admitted operation as it is stored; its line says the same as its row. */
export function operation(key: string, changes: Partial<StoredOperation> = {}): StoredOperation {
  const row = {
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
    ...changes,
  };
  const { n, author: by, kind: t, record: r } = row;
  const f = { text: 'Ma\u2019rifah "\\\u0000 😀' };
  return { body: JSON.stringify({ v: 1, id: key, n, by, t, r, f }), ...row } as StoredOperation;
}

/** A record as it is stored. */
export function record(id: string, seq: number, changes: Partial<StoredRecord> = {}): StoredRecord {
  const { stream } = place;
  return { stream, kind: 'participant', record: id, seq, village: null, state: '{}', ...changes };
}

/** Operations by their keys. */
export const sorted = (operations: StoredOperation[]) =>
  operations.toSorted((one, other) => (one.key < other.key ? -1 : 1));
