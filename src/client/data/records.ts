import { Dexie } from 'dexie';
import type { CacheDatabase } from './cache.ts';
import { recordKey, shelfPrefix, type KeepDatabase, type OutboxRow } from './keep.ts';
import type { WriterWorld } from './new-row.ts';
import { overlayRecords } from './overlay.ts';
import { readPresent } from './outbox.ts';
import type { RecordView, Records } from './record-view.ts';
import { readHeld, readRows, readRowsBelow, shelfKey, shelfOf } from './shelves.ts';
import { readBase } from './shown-base.ts';
import { createWriter } from './writer.ts';

/** Opens reading and writing of records on this device. */
export function createRecords(
  keep: KeepDatabase,
  cache: CacheDatabase,
  world: WriterWorld,
): Records {
  async function readShelf(stream: string, kind: string, parent?: string): Promise<RecordView[]> {
    // The base first: an operation that is delivered in between is then laid over the older base.
    const held = await readBase(cache, base =>
      parent === undefined
        ? readRowsBelow(cache, base, shelfKey(stream, kind, ''))
        : readRows(cache, base, shelfKey(stream, kind, parent)),
    );
    const prefix = shelfPrefix(stream, kind, parent ?? '');
    const { rows, base } = await readOutbox(keep, () =>
      keep.outbox.where('record').startsWith(prefix).toArray(),
    );
    return overlayRecords({ stream, kind }, held.records, rows, held, base);
  }

  async function readRecord(stream: string, kind: string, id: string) {
    const held = await readBase(cache, async base => {
      const record = await readHeld(cache, base, shelfOf(stream, kind, id), id);
      return record ? [{ records: { [id]: record } }] : [];
    });
    const { rows, base } = await readOutbox(keep, () =>
      keep.outbox
        .where('record')
        .equals(recordKey(stream, kind, id))
        .toArray(),
    );
    return overlayRecords({ stream, kind }, held.records, rows, held, base)[0];
  }

  async function readStreams(): Promise<string[]> {
    const { base } = await readBase(cache, () => Promise.resolve([]));
    const written = await skipThrough(async after => {
      const [key] = await keep.outbox.where('record').above(after).limit(1).keys();
      return key as string | undefined;
    });
    const held = await skipThrough(async after => {
      if (base === undefined) return undefined;
      const [key] = await cache.shelves
        .where(':id')
        .between([base, after, Dexie.minKey], [base, [], Dexie.minKey])
        .limit(1)
        .primaryKeys();
      return key?.[1];
    });
    return [...new Set([...held, ...written])].sort();
  }

  return { readShelf, readRecord, readStreams, write: createWriter(keep, cache, world) };
}

/** Rows of the outbox, and the base whose verdicts hold. */
function readOutbox(keep: KeepDatabase, read: () => PromiseLike<OutboxRow[]>) {
  return keep.transaction('r', keep.outbox, keep.notes, async () => {
    const present = await readPresent(keep);
    return { rows: await read(), base: present?.base };
  });
}

/** The streams of a sorted index whose keys begin with them, found by leaping from one to the next. */
async function skipThrough(next: (after: string) => Promise<string | undefined>) {
  const streams: string[] = [];
  for (let key = await next(''); key !== undefined;) {
    const stream = key.slice(0, key.indexOf('|'));
    streams.push(stream);
    key = await next(`${stream}|\uffff`);
  }
  return streams;
}
