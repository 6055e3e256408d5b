import { actsEverywhere } from '../../domain/access.ts';
import { dayAt } from '../../domain/day.ts';
import type { Member, Role } from '../../domain/records/member.ts';
import { programmeStream, readScope, scopeOf } from '../../domain/stream.ts';
import { shownValue, type RecordState } from '../../protocol/merge.ts';
import type { StoredRecord, StoreReader } from '../store/store.ts';

/** What a person may read, and as what. */
export interface Scope {
  id: string;
  role: Role;
}

/**
 * What a person may read now, in order: by what their `member` records say at present, without grace
 * (rule 8.1). Whoever acts everywhere reads every stream there is.
 */
export async function readScopes(
  store: StoreReader,
  person: string,
  now: number,
): Promise<Scope[]> {
  const roles = new Map<string, Role>();
  for (const record of await store.findMemberships(person)) {
    const { role, village, until } = valuesIn<Member>(record);
    if (!role || (until && dayAt(now) > until)) continue;
    if (role !== 'pengelola') roles.set(record.stream, role);
    else if (village) roles.set(scopeOf(record.stream, village), role);
  }
  const everywhere = roles.get(programmeStream);
  if (everywhere && actsEverywhere(everywhere)) {
    for (const stream of (await store.readHeads()).keys()) roles.set(stream, everywhere);
  }
  return [...roles].map(([id, role]) => ({ id, role })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The streams whose refused work such scopes let somebody see: where they coordinate. */
export function coordinatedStreams(scopes: readonly Scope[]): string[] {
  return scopes
    .filter(({ role }) => role === 'koordinator')
    .map(({ id }) => readScope(id)?.stream ?? id);
}

/** What a record shows. Everything admitted passed its kind's schemas. */
export function valuesIn<T extends object>(record: StoredRecord): T {
  const state = JSON.parse(record.state) as RecordState;
  const shown: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(state)) shown[field] = shownValue(value);
  return shown as T;
}
