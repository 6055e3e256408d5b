import type { RecordKey, StoredOperation, StoreReader } from '../store/store.ts';

/**
 * What was refused as `forbidden` by people whose right these operations might change; and, as that may
 * hold changes of other people's rights, theirs too.
 */
export async function findWaiting(
  store: StoreReader,
  operations: readonly Pick<RecordKey, 'kind' | 'record'>[],
): Promise<StoredOperation[]> {
  const seen = new Set<string>();
  const waiting: StoredOperation[] = [];
  for (let next = membersIn(operations); next.length > 0;) {
    for (const person of next) seen.add(person);
    const found = await store.findForbidden(next);
    waiting.push(...found);
    next = membersIn(found).filter(person => !seen.has(person));
  }
  return waiting;
}

/** The people whose rights operations are about. */
function membersIn(operations: readonly Pick<RecordKey, 'kind' | 'record'>[]): string[] {
  return [
    ...new Set(operations.filter(({ kind }) => kind === 'member').map(({ record }) => record)),
  ];
}
