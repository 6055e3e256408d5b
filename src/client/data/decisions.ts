import { programmeStream, readStream } from '../../domain/stream.ts';
import { decision } from '../../domain/records/decision.ts';
import type { Operation } from '../../protocol/operation.ts';
import { recordKey, type OutboxRow } from './keep.ts';

/** The record in which it is decided what becomes of a refused operation (rule 4.13). */
export function decisionOn(
  id: string,
  { stream }: Partial<Pick<Operation, 'stream'>>,
): { stream: string; t: string; r: string } {
  const isReadable = stream !== undefined && readStream(stream) !== undefined;
  return { stream: isReadable ? stream : programmeStream, t: decision.name, r: id };
}

/** The same, as the key that its operations share in the outbox. */
export function decisionKey({ id, body }: Pick<OutboxRow, 'id' | 'body'>): string {
  const { stream, t, r } = decisionOn(id, body);
  return recordKey(stream, t, r);
}
