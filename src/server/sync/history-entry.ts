import type { HistoryEntry } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { StoredOperation } from '../store/store.ts';

/** An operation as its history is told: who, where, when, what, and home's verdict. Takes any line. */
export function historyEntryOf(operation: StoredOperation): HistoryEntry {
  const { f, p } = asObject(JSON.parse(operation.body)) as Partial<Operation>;
  const { author, stamp, isClockUncertain, receivedAt, verdict, code } = operation;
  return {
    id: operation.key,
    by: author,
    device: operation.device,
    stamp,
    isClockUncertain,
    receivedAt,
    verdict,
    code,
    fields: asObject(f) as Operation['f'],
    parents: asObject(p) as Operation['p'],
  };
}

/** What was refused may hold anything. */
const asObject = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {};
