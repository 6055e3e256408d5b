import { liveQuery } from 'dexie';
import type { KeepDatabase } from './keep.ts';
import { readLastCounter } from './last-counter.ts';

/** Under which names this device goes. */
export interface Identity {
  /** The id it signs its work with. */
  id: string;
  /** Ids it had before, oldest first (rule 6.12). */
  formerly: readonly string[];
  /** The first counter that may have been given under the present id. */
  since: number;
}

/** The id of this device, which changes when another turns out to go by the same. */
export interface DeviceId {
  /** As last seen by this tab. What signs work reads it beside the outbox, see `readDeviceId`. */
  current: () => string;
  read: () => Promise<Identity>;
  /** Takes a new id, unless somebody did since `asked` was read. */
  renew: (asked: string) => Promise<void>;
  /** Stops following. */
  close: () => void;
}

const idKey: [string, string] = ['device', 'id'];
const formerKey: [string, string] = ['device', 'former'];

/** The id to sign with; to be read within the transaction that stores what is signed. */
export async function readDeviceId(keep: KeepDatabase): Promise<string | undefined> {
  return (await keep.notes.get(idKey))?.body as string | undefined;
}

/** The names of this device; to be read within the reader's own transaction. */
export async function readIdentity(keep: KeepDatabase): Promise<Identity> {
  const [id, former] = await keep.notes.bulkGet([idKey, formerKey]);
  const { formerly, since } = (former?.body ?? { formerly: [], since: 1 }) as Omit<Identity, 'id'>;
  return { id: (id?.body as string | undefined) ?? '', formerly, since };
}

/**
 * Opens the id of this device, made when the outbox is first opened. It lies beside the outbox, so it is
 * gone only together with it: no other outbox ever counts under the same name, unless the whole device
 * was copied.
 */
export async function openDeviceId(keep: KeepDatabase, newId: () => string): Promise<DeviceId> {
  let current = await keep.transaction('rw', keep.notes, async () => {
    const held = await readDeviceId(keep);
    if (held !== undefined) return held;
    const id = newId();
    await putId(id);
    return id;
  });
  const putCurrent = (id: string) => {
    current = id;
  };
  const following = liveQuery(() => readDeviceId(keep)).subscribe({
    next: id => putCurrent(id ?? current),
  });

  function putId(id: string) {
    return keep.notes.put({ kind: idKey[0], key: idKey[1], body: id });
  }

  return {
    current: () => current,
    read: () => keep.transaction('r', keep.notes, () => readIdentity(keep)),
    renew: async asked => {
      const id = newId();
      const isTaken = await keep.transaction('rw', keep.outbox, keep.notes, async () => {
        const { id: held, formerly } = await readIdentity(keep);
        if (held !== asked) return false;
        const body = { formerly: [...formerly, held], since: (await readLastCounter(keep)) + 1 };
        await keep.notes.put({ kind: formerKey[0], key: formerKey[1], body });
        await putId(id);
        return true;
      });
      if (isTaken) putCurrent(id);
    },
    close: () => following.unsubscribe(),
  };
}
