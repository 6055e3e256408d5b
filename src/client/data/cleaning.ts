import { groupOf } from './groups.ts';
import { stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';
import { noteCleanedTo } from './last-counter.ts';
import { readPresent } from './outbox.ts';

/** How long what was sent is kept here, for the day on which home comes back from a backup, ms. */
export const keptSentMs = 60 * 86_400_000;

/** Rows read at once while looking for old ones. */
const pageSize = 300;

/** What is left of operations that were cleaned away: enough to go on comparing receipts. */
export interface Cleaned {
  /** Ids, by the device id they were written under. */
  ids: Record<string, string[]>;
  /** Different records they are about. */
  records: string[];
}

/**
 * Removes operations that home admitted in the present base, whose receipt is proven, and whose verdict is
 * older than `olderThanMs`: oldest first, at most `most`. Their ids are kept. Costs one row where there
 * is nothing to do. Gives how many were removed.
 */
export async function cleanSent(
  keep: KeepDatabase,
  now: number,
  { olderThanMs, most }: { olderThanMs: number; most: number },
): Promise<number> {
  const { outbox, notes } = keep;
  const isOld = (row: OutboxRow, base: string) =>
    row.verdicts.some(said => said.base === base && said.at <= now - olderThanMs);

  const present = await readPresent(keep);
  if (!present) return 0;
  const { base } = present;
  const oldest = await sentIn(base).first();
  if (!oldest || !isOld(oldest, base)) return 0;

  return keep.transaction('rw', outbox, notes, async () => {
    if ((await readPresent(keep))?.base !== base) return 0;
    const proven = await readProven(base);
    const old: OutboxRow[] = [];
    for (let offset = 0; old.length < most && offset < most * 2; offset += pageSize) {
      const page = await sentIn(base).offset(offset).limit(pageSize).toArray();
      const found = page.filter(row => isOld(row, base));
      old.push(...found.filter(row => proven.has(groupOf(row.record))));
      if (page.length < pageSize || found.length === 0) break;
    }
    const removed = old.slice(0, most);
    if (removed.length === 0) return 0;
    await noteCleaned(removed);
    await noteCleanedTo(keep, Math.max(...removed.map(row => row.n)));
    await outbox.bulkDelete(removed.map(row => row.n));
    return removed.length;
  });

  function sentIn(base: string) {
    return outbox.where('state').equals(stateOf('sent', base));
  }

  async function readProven(base: string): Promise<Set<string>> {
    const groups = await notes.where('kind').equals('proven').toArray();
    const unproven = await notes.where('kind').equals('unproven').toArray();
    const proven = groups.filter(({ body }) => (body as { base: string }).base === base);
    const keys = new Set(proven.map(({ key }) => key));
    for (const { key } of unproven) keys.delete(key);
    return keys;
  }

  async function noteCleaned(rows: readonly OutboxRow[]): Promise<void> {
    const groups = new Map<string, OutboxRow[]>();
    for (const row of rows) {
      const key = groupOf(row.record);
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const [key, removed] of groups) {
      const cleaned = await readCleaned(keep, key);
      const ids = { ...cleaned.ids };
      for (const { id, body } of removed) ids[body.dev] = [...(ids[body.dev] ?? []), id];
      const records = [...new Set([...cleaned.records, ...removed.map(row => row.record)])];
      await notes.put({ kind: 'cleaned', key, body: { ids, records } satisfies Cleaned });
    }
  }
}

/** What was cleaned away of a group; in whatever transaction there is. */
export async function readCleaned(keep: KeepDatabase, group: string): Promise<Cleaned> {
  const body = (await keep.notes.get(['cleaned', group]))?.body as Cleaned | undefined;
  return body ?? { ids: {}, records: [] };
}
