import { Problem } from '../../domain/problem.ts';
import { isIdPart, isRecordId } from '../../domain/ids.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import { isInScope } from '../../domain/stream.ts';
import type { HistoryResponse } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { RecordKey } from '../store/store.ts';
import { historyEntryOf } from './history-entry.ts';

/**
 * Everything ever written of a record, the refused included, the latest first (rule 10.2). Throws
 * `device-revoked`, and `not-found` for what the caller may not read: whether it exists is not told.
 */
export async function readHistory(
  { store, clock }: Home,
  caller: Caller,
  key: RecordKey,
): Promise<HistoryResponse> {
  assertMayRead(caller);
  if (!isIdPart(key.kind) || !isRecordId(key.record)) throw new Problem('not-found');
  const village = kindNamed(key.kind)?.villageOf(key.record);
  const scopes = await readScopes(store, caller.person, clock());
  if (!scopes.some(({ id }) => isInScope(id, key.stream, village))) throw new Problem('not-found');
  const operations = await store.findOperationsOf([key]);
  if (operations.length === 0) throw new Problem('not-found');
  const entries = operations.map(historyEntryOf);
  return { entries: entries.sort((a, b) => b.stamp - a.stamp || (a.id < b.id ? 1 : -1)) };
}
