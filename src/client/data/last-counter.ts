import type { KeepDatabase } from './keep.ts';

const cleanedToKey: [string, string] = ['books', 'cleaned-to'];

async function readCleanedTo(keep: KeepDatabase): Promise<number> {
  return ((await keep.notes.get(cleanedToKey))?.body as number | undefined) ?? 0;
}

/** The highest counter that was given, as far as can be seen; in whatever transaction there is. */
export async function readLastCounter(keep: KeepDatabase): Promise<number> {
  const [last = 0] = await keep.outbox.orderBy('n').reverse().limit(1).primaryKeys();
  return Math.max(last, await readCleanedTo(keep));
}

/** Notes that this one was cleaned away; to be called within the transaction that does it. */
export async function noteCleanedTo(keep: KeepDatabase, counter: number): Promise<void> {
  const body = Math.max(counter, await readCleanedTo(keep));
  await keep.notes.put({ kind: cleanedToKey[0], key: cleanedToKey[1], body });
}
