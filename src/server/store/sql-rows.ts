import type { Column } from './sql-engine.ts';
import type { StoredOperation, StoredRecord } from './store.ts';
import type { Tables } from './tables.ts';

/** Columns of a batch of operations, in the order of the table. */
export const operationColumns: readonly Column[] = [
  ['device', 'text'],
  ['key', 'text'],
  ['n', 'bigint'],
  ['author', 'text'],
  ['stream', 'text'],
  ['kind', 'text'],
  ['record', 'text'],
  ['verdict', 'text'],
  ['code', 'text'],
  ['stamp', 'bigint'],
  ['uncertain', 'bigint'],
  ['seq', 'bigint'],
  ['received_at', 'bigint'],
  ['body', 'text'],
];

/** Columns of a batch of records, in the order of the table. */
export const recordColumns: readonly Column[] = [
  ['stream', 'text'],
  ['kind', 'text'],
  ['id', 'text'],
  ['seq', 'bigint'],
  ['village', 'text'],
  ['state', 'text'],
];

/** An operation as a row of its table. */
export function toOperationRow({
  isClockUncertain,
  receivedAt,
  ...operation
}: StoredOperation): Tables['operation'] {
  return { ...operation, uncertain: isClockUncertain ? 1 : 0, received_at: receivedAt };
}

/** And back. The verdict's parts were written together, so they fit one another. */
export function fromOperationRow({
  uncertain,
  received_at: receivedAt,
  ...row
}: Tables['operation']): StoredOperation {
  return { ...row, isClockUncertain: uncertain === 1, receivedAt } as StoredOperation;
}

/** A record as a row of its table. */
export function toRecordRow({ record, ...rest }: StoredRecord): Tables['record'] {
  return { ...rest, id: record };
}

/** And back. */
export function fromRecordRow({ id, ...row }: Tables['record']): StoredRecord {
  return { ...row, record: id };
}
