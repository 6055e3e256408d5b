import type { Records, RecordView } from '../../src/client/data/record-view.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';

/** How long each write took, ms. */
export interface WriteTimes {
  ours: number[];
  bare: number[];
}

/**
 * Sets each of the records anew, one write each, in turns with a bare put of a row as large into an
 * IndexedDB store without any index, as durable. Both end with the transaction's `complete`.
 */
export async function timeWrites(
  records: Records,
  sheets: readonly RecordView[],
  person: string,
): Promise<WriteTimes> {
  const database = await openBare(`bare-${crypto.randomUUID()}`);
  const times: WriteTimes = { ours: [], bare: [] };
  for (const [index, seen] of sheets.entries()) {
    const { stream, t, r } = seen;
    const fields: Record<string, JsonValue> = { mark: { status: 'izin' } };
    const ours = () => records.write([{ stream, t, r, fields, seen }]);
    const bare = () => putBare(database, rowLike(seen, fields, person));
    for (const isOurs of index % 2 === 0 ? [true, false] : [false, true]) {
      const startedAt = performance.now();
      await (isOurs ? ours() : bare());
      times[isOurs ? 'ours' : 'bare'].push(performance.now() - startedAt);
    }
  }
  const { name } = database;
  database.close();
  indexedDB.deleteDatabase(name);
  return times;
}

/** A row as the outbox stores it. */
function rowLike({ stream, t, r }: RecordView, f: Record<string, JsonValue>, by: string): object {
  const id = crypto.randomUUID();
  const dev = crypto.randomUUID();
  const p = { mark: [crypto.randomUUID()] };
  const clock = { wall: Date.now(), off: 0, clk: 1 };
  return {
    id,
    person: by,
    state: 'pending',
    record: `${stream}|${t}|${r}`,
    body: { v: 1, id, dev, by, stream, t, r, sv: 1, f, p, ...clock },
    verdicts: [],
  };
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('rows', { autoIncrement: true }),
    );
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
}

function putBare(database: IDBDatabase, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(row);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}
