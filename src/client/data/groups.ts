import { receiptGroup } from '../../protocol/receipt.ts';
import { readRecordKey, type KeepDatabase, type OutboxRow } from './keep.ts';

/** Records that are counted together (rule 10.1): stream, kind, and what their ids begin with. */
export interface Group {
  stream: string;
  kind: string;
  group: string;
}

/** One key for a group. The bar is in none of its parts. */
export function groupKey({ stream, kind, group }: Group): string {
  return `${stream}|${kind}|${group}`;
}

/** What a group's key was made of. */
export function readGroupKey(key: string): Group {
  const { stream, kind, id: group } = readRecordKey(key);
  return { stream, kind, group };
}

/** The group in which an operation on a record is counted. */
export function groupOf(recordKey: string): string {
  const { stream, kind, id } = readRecordKey(recordKey);
  return groupKey({ stream, kind, group: receiptGroup(kind, id) });
}

/** All operations of a group; in whatever transaction there is. */
export async function readGroup(keep: KeepDatabase, key: string): Promise<OutboxRow[]> {
  const rows = await keep.outbox.where('record').startsWith(key).toArray();
  // `62.03.01.2001` is also the beginning of `62.03.01.2001-2`, and an empty group that of everything.
  return rows.filter(row => groupOf(row.record) === key);
}

const serialKey: [string, string] = ['books', 'serial'];

/**
 * Notes that the groups of these operations stand otherwise than when home's receipt was last compared.
 * To be called within the transaction that changes them. The number of each note rises with every
 * change, so that a comparison that took a while knows whether it still holds.
 */
export async function markUnproven(
  keep: KeepDatabase,
  changed: Iterable<Pick<OutboxRow, 'record'>>,
): Promise<void> {
  const keys = new Set<string>();
  for (const { record } of changed) keys.add(groupOf(record));
  if (keys.size > 0) await markGroups(keep, keys);
}

/** The same, of groups by their keys. */
export async function markGroups(keep: KeepDatabase, keys: Iterable<string>): Promise<void> {
  const serial = ((await keep.notes.get(serialKey))?.body as number | undefined) ?? 0;
  const body = serial + 1;
  await keep.notes.bulkPut([
    { kind: serialKey[0], key: serialKey[1], body },
    ...[...keys].map(key => ({ kind: 'unproven', key, body })),
  ]);
}
