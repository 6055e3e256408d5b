/** The name of the precious database of an app whose databases begin with `databaseName`. */
export function keepName(databaseName: string): string {
  return `${databaseName}-keep`;
}

/**
 * All work of this device that is not proven to be home, a line of JSON for each operation, oldest
 * first. Reads the precious database by the browser's own means and depends on nothing else of ours, so
 * that it works when the app does not start. Gives an empty file if there is no such database.
 */
export async function exportUnsent(databaseName: string, databases: IDBFactory): Promise<Blob> {
  const keep = await openExisting(keepName(databaseName), databases);
  if (!keep) return new Blob([], { type: 'application/x-ndjson' });
  try {
    const reading = keep.transaction(['outbox', 'notes'], 'readonly');
    const [rows, present] = await Promise.all([
      settle<UnsentRow[]>(reading.objectStore('outbox').getAll()),
      settle<{ body?: { base?: string } } | undefined>(
        reading.objectStore('notes').get(['home', 'present']),
      ),
    ]);
    const proven = `sent ${present?.body?.base ?? ''}`;
    const lines = rows
      .filter(row => row.state !== proven)
      .map(row => `${JSON.stringify({ ...row.body, n: row.n })}\n`);
    return new Blob(lines, { type: 'application/x-ndjson' });
  } finally {
    keep.close();
  }
}

interface UnsentRow {
  n: number;
  state: string;
  body: object;
}

function openExisting(name: string, databases: IDBFactory): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = databases.open(name);
    let isNew = false;
    request.addEventListener('upgradeneeded', () => {
      // Nothing is there: leave nothing behind that the app would stumble over.
      isNew = true;
      request.transaction?.abort();
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => {
      if (isNew) resolve(undefined);
      else reject(request.error ?? new Error(`${name} cannot be opened`));
    });
  });
}

function settle<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as T));
    request.addEventListener('error', () => reject(request.error ?? new Error('Reading failed')));
  });
}
