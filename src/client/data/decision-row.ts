import type { RecordState } from '../../protocol/merge.ts';
import { decisionKey, decisionOn } from './decisions.ts';
import { baseOf, stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';
import { newRow, type NewRow, type Signer } from './new-row.ts';

/** A refused row as it stands once its author took it back. */
export function withdrawn(row: OutboxRow, at: number): OutboxRow {
  return {
    ...row,
    state: stateOf('closed', baseOf(row)),
    settled: { outcome: 'withdraw', note: '', at },
  };
}

/**
 * The operation that decides on a refused one, naming all that was decided of it here before. To be called
 * within the transaction that stores it.
 */
export async function decisionRow(
  keep: KeepDatabase,
  refused: Pick<OutboxRow, 'id' | 'body'>,
  outcome: 'withdraw' | null,
  signer: Signer,
  seen: RecordState = {},
): Promise<NewRow> {
  const record = decisionOn(refused.id, refused.body);
  const earlier = await keep.outbox.where('record').equals(decisionKey(refused)).sortBy('n');
  return newRow({ ...record, fields: { outcome } }, seen, earlier, signer);
}
