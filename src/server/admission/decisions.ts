import { canBeAccepted, type RefusalCode } from '../../domain/problem.ts';
import type { Outcome } from '../../domain/records/decision.ts';
import { programmeStream } from '../../domain/stream.ts';
import type { RecordKey, StoredOperation } from '../store/store.ts';
import { toKnownOperation } from './known-operation.ts';
import { mergeRecord, type KnownOperation } from './merge-record.ts';

/** What was decided of an operation, and with which words. */
export interface Decided {
  outcome: Outcome | null;
  note: string;
}

/** The record that holds what was decided of an operation (rule 4.13). */
export function decisionOn({ stream, key }: Pick<StoredOperation, 'stream' | 'key'>): RecordKey {
  return { stream: stream || programmeStream, kind: 'decision', record: key };
}

/** Where the operation may lie that a decision is about. */
export function targetsOf({ stream, record }: Pick<RecordKey, 'stream' | 'record'>) {
  const inStream = { stream, key: record };
  return stream === programmeStream ? [inStream, { stream: '', key: record }] : [inStream];
}

/**
 * What all decisions on an operation come to (rule 4.13): any accept that counts, else the last word.
 * `decisions` are the admitted operations on its decision record; who may accept and decline was judged
 * when they were admitted, what needs no right is judged here.
 */
export function outcomeOf(
  target: { author: string; code: RefusalCode | null },
  decisions: readonly StoredOperation[],
): Decided {
  const all = decisions
    .map(operation => toKnownOperation(operation))
    .filter((operation): operation is KnownOperation => operation?.isAdmitted === true);
  const byId = new Map(all.map(operation => [operation.id, operation]));
  const counting = all.filter(operation => counts(operation, target.author, byId));
  const accept = counting.find(({ f }) => f['outcome'] === 'accept');
  const isAccepted = accept !== undefined && target.code !== null && canBeAccepted(target.code);
  if (isAccepted) return { outcome: 'accept', note: noteIn(accept.f['note']) };
  const heads = mergeRecord(counting)['outcome']?.h ?? [];
  const last = heads.find(({ v }) => v === 'decline' || v === 'withdraw');
  if (!last) return { outcome: null, note: '' };
  return { outcome: last.v as Outcome, note: noteIn(byId.get(last.o)?.f['note']) };
}

/** A withdrawal is the author's; a decision is taken back by whoever made it. */
function counts(
  { by, f, p }: KnownOperation,
  author: string,
  byId: ReadonlyMap<string, KnownOperation>,
): boolean {
  if (f['outcome'] === 'withdraw') return by === author;
  if (f['outcome'] !== null) return true;
  const taken = p['outcome'] ?? [];
  return taken.length > 0 && taken.every(id => byId.get(id)?.by === by);
}

const noteIn = (value: unknown): string => (typeof value === 'string' ? value : '');
