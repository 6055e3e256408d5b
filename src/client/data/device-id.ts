import type { KeepDatabase } from './keep.ts';

/**
 * The id this device signs its work with, made when the outbox is first opened. It lies beside the
 * outbox, so it is gone only together with it: no other outbox ever counts under the same name.
 */
export function openDeviceId(keep: KeepDatabase, newId: () => string): Promise<string> {
  return keep.transaction('rw', keep.notes, async () => {
    const note = await keep.notes.get(['device', 'id']);
    if (typeof note?.body === 'string') return note.body;
    const id = newId();
    await keep.notes.add({ kind: 'device', key: 'id', body: id });
    return id;
  });
}
