import { kindNamed } from '../../domain/records/kinds.ts';
import type { RecordState } from '../../protocol/merge.ts';
import type { RecordKey, StoredOperation, StoredRecord, StoreTransaction } from '../store/store.ts';
import type { Counters } from './counters.ts';
import { toKnownOperation } from './known-operation.ts';
import type { Admission } from './known-operations.ts';
import { isAwaited, mergeRecord, overlayRecord } from './merge-record.ts';

/** A record that a batch is about, with the batch's operations on it. */
interface Touched {
  key: RecordKey;
  news: Admission[];
}

/**
 * Writes the new states of all records that these operations are about, a handful of statements for the
 * whole batch. To be called after the operations themselves were written.
 */
export async function saveTouched(
  tx: StoreTransaction,
  admissions: readonly Admission[],
  counters: Counters,
): Promise<void> {
  const touched = groupByRecord(admissions);
  const keys = [...touched.values()].map(({ key }) => key);
  const stored = new Map((await tx.findRecords(keys)).map(record => [placeOf(record), record]));
  const isApart = new Set((await tx.findPlacesApart(keys)).map(placeOf));

  const changed: StoredRecord[] = [];
  const toMerge: (Touched & { before: StoredRecord | undefined })[] = [];
  for (const [place, { key, news }] of touched) {
    const before = stored.get(place);
    const state = before ? (JSON.parse(before.state) as RecordState) : {};
    const next = isApart.has(place) ? undefined : overlayAll(state, news);
    if (next) changed.push(recordOf(key, numberFor(news), next));
    else if (matters(state, news)) toMerge.push({ key, news, before });
  }

  const all = new Map<string, StoredOperation[]>();
  for (const operation of await tx.findOperationsOf(toMerge.map(({ key }) => key))) {
    const about = all.get(placeOf(operation));
    if (about) about.push(operation);
    else all.set(placeOf(operation), [operation]);
  }
  for (const { key, news, before } of toMerge) {
    const operations = all.get(placeOf(key)) ?? [];
    const state = mergeRecord(operations.flatMap(it => toKnownOperation(it) ?? []));
    const seq = numberFor(news);
    const after = recordOf(key, seq, state);
    // Rule 4.11: what is refused and yet changes the heads takes a number for the record.
    if (seq > 0) changed.push(after);
    else if (after.state !== before?.state && Object.keys(state).length > 0)
      changed.push({ ...after, seq: counters.next(key.stream) });
  }
  await tx.saveRecords(changed);
}

function overlayAll(state: RecordState, news: readonly Admission[]): RecordState | undefined {
  let next: RecordState | undefined = state;
  for (const { operation, line } of news) {
    const known = toKnownOperation(operation, line());
    if (known) next = next && overlayRecord(next, known);
  }
  return next;
}

/** What is only refused changes nothing unless it is awaited. */
function matters(state: RecordState, news: readonly Admission[]): boolean {
  return news.some(
    ({ operation: { verdict, key } }) => verdict === 'admitted' || isAwaited(state, key),
  );
}

/** The highest number the batch took for the record; 0 if it took none. */
function numberFor(news: readonly Admission[]): number {
  let highest = 0;
  for (const { operation } of news) highest = Math.max(highest, operation.seq ?? 0);
  return highest;
}

/** Equal states give equal texts: fields in order. */
function recordOf(key: RecordKey, seq: number, state: RecordState): StoredRecord {
  return {
    ...key,
    seq,
    village: kindNamed(key.kind)?.villageOf(key.record) ?? null,
    state: JSON.stringify(inOrder(state)),
  };
}

function inOrder(state: RecordState): RecordState {
  const fields = Object.keys(state);
  if (fields.length < 2) return state;
  return Object.fromEntries(fields.sort().map(field => [field, state[field]])) as RecordState;
}

function groupByRecord(admissions: readonly Admission[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const admission of admissions) {
    const { stream, kind, record } = admission.operation;
    const place = placeOf(admission.operation);
    const entry = touched.get(place);
    if (entry) entry.news.push(admission);
    else touched.set(place, { key: { stream, kind, record }, news: [admission] });
  }
  return touched;
}

const placeOf = ({ stream, kind, record }: RecordKey) => `${stream} ${kind} ${record}`;
