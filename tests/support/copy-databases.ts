/**
 * Copies every database of a device, as an image of its disk would: afterwards `to` is a device that goes by
 * the same id, holds the same work and counts on from the same number.
 */
export async function copyDatabases(from: string, to: string): Promise<void> {
  const all = await indexedDB.databases();
  for (const { name = '', version = 1 } of all) {
    if (name.startsWith(`${from}-`)) await copyOne(name, to + name.slice(from.length), version);
  }
}

async function copyOne(from: string, to: string, version: number): Promise<void> {
  const source = await done(indexedDB.open(from));
  const names = [...source.objectStoreNames];
  const shapes = names.length > 0 ? shapesOf(source.transaction(names), names) : [];
  const opening = indexedDB.open(to, version);
  opening.onupgradeneeded = () => {
    for (const make of shapes) make(opening.result);
  };
  const target = await done(opening);
  for (const name of names) {
    const store = source.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const writing = target.transaction(name, 'readwrite');
    const into = writing.objectStore(name);
    values.forEach((value, index) => {
      if (into.keyPath === null) into.put(value, keys[index]);
      else into.put(value);
    });
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error ?? new Error('not copied'));
    });
  }
  source.close();
  target.close();
}

/** How each table is made again, with its indexes. */
function shapesOf(reading: IDBTransaction, names: readonly string[]) {
  return names.map(name => {
    const store = reading.objectStore(name);
    const { keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].map(index => store.index(index));
    const shapes = indexes.map(({ name: called, keyPath: path, unique, multiEntry }) => ({
      called,
      path,
      options: { unique, multiEntry },
    }));
    return (into: IDBDatabase) => {
      const made = into.createObjectStore(name, { keyPath, autoIncrement });
      for (const { called, path, options } of shapes) made.createIndex(called, path, options);
    };
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
