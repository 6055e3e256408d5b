import { kindNamed } from '../../domain/records/kinds.ts';
import type { RecordState } from '../../protocol/merge.ts';
import type { RecordKey, StoredOperation, StoredRecord, StoreTransaction } from '../store/store.ts';
import type { Counters } from './counters.ts';
import { toKnownOperation } from './known-operation.ts';
import { isAwaited, mergeRecord, overlayRecord, type KnownOperation } from './merge-record.ts';

/** A record that a batch is about, with the batch's operations on it. */
interface Touched {
  key: RecordKey;
  operations: StoredOperation[];
}

/**
 * Writes the new states of all records that these operations are about, a handful of statements for the
 * whole batch. To be called after the operations themselves were written.
 */
export async function saveTouched(
  tx: StoreTransaction,
  operations: readonly StoredOperation[],
  counters: Counters,
): Promise<void> {
  const touched = groupByRecord(operations);
  const keys = [...touched.values()].map(({ key }) => key);
  const stored = byRecord(await tx.findRecords(keys));
  const isApart = new Set((await tx.findOperationsApart(keys)).map(placeOf));

  const changed: StoredRecord[] = [];
  const toMerge: (Touched & { before: StoredRecord | undefined })[] = [];
  for (const [place, { key, operations: news }] of touched) {
    const before = stored.get(place);
    const state = before ? (JSON.parse(before.state) as RecordState) : {};
    const next = isApart.has(place) ? undefined : overlayAll(state, news);
    if (next) changed.push(recordOf(key, numberFor(news), next));
    else if (matters(state, news)) toMerge.push({ key, operations: news, before });
  }

  const all = groupByRecord(await tx.findOperationsOf(toMerge.map(({ key }) => key)));
  for (const { key, operations: news, before } of toMerge) {
    const state = mergeRecord((all.get(placeOf(key))?.operations ?? []).flatMap(known));
    const seq = numberFor(news);
    const after = recordOf(key, seq, state);
    // Rule 4.11: what is refused and yet changes the heads takes a number for the record.
    if (seq > 0) changed.push(after);
    else if (after.state !== before?.state && Object.keys(state).length > 0)
      changed.push({ ...after, seq: counters.next(key.stream) });
  }
  await tx.saveRecords(changed);
}

function overlayAll(
  state: RecordState,
  operations: readonly StoredOperation[],
): RecordState | undefined {
  let next: RecordState | undefined = state;
  for (const operation of operations.flatMap(known)) next = next && overlayRecord(next, operation);
  return next;
}

/** What is only refused changes nothing unless it is awaited. */
function matters(state: RecordState, operations: readonly StoredOperation[]): boolean {
  return operations.some(({ verdict, key }) => verdict === 'admitted' || isAwaited(state, key));
}

/** The highest number the batch took for the record; 0 if it took none. */
function numberFor(operations: readonly StoredOperation[]): number {
  return Math.max(0, ...operations.map(({ seq }) => seq ?? 0));
}

/** Equal states give equal texts: fields in order. */
function recordOf(key: RecordKey, seq: number, state: RecordState): StoredRecord {
  const fields = Object.entries(state).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...key,
    seq,
    village: kindNamed(key.kind)?.villageOf(key.record) ?? null,
    state: JSON.stringify(Object.fromEntries(fields)),
  };
}

function groupByRecord(operations: readonly StoredOperation[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const operation of operations) {
    const { stream, kind, record } = operation;
    const place = placeOf(operation);
    const entry = touched.get(place) ?? { key: { stream, kind, record }, operations: [] };
    entry.operations.push(operation);
    touched.set(place, entry);
  }
  return touched;
}

const byRecord = (records: readonly StoredRecord[]) =>
  new Map(records.map(record => [placeOf(record), record]));

const placeOf = ({ stream, kind, record }: RecordKey) => `${stream} ${kind} ${record}`;

const known = (operation: StoredOperation): KnownOperation[] => {
  const read = toKnownOperation(operation);
  return read ? [read] : [];
};
