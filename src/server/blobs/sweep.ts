import { join } from 'node:path';
import type { Sweep, Swept } from './blob-store.ts';
import { isSha256, type BlobFolder } from './blob-folder.ts';
import { closing, type Disk } from './disk.ts';

/** Rule 11.5. */
const keptMs = 30 * 24 * 3_600_000;
/** A copy is verified within seconds; one this old was left by a server that was killed. */
const copyKeptMs = 24 * 3_600_000;
/** Files looked at in one call, but for the rest of the folder that was begun. */
const mostLooks = 1000;
/** Names asked for at once. */
const mostAsked = 500;

export interface SweepParts {
  disk: Disk;
  folder: BlobFolder;
  /** Runs `work` while nobody else works on that part or picture. */
  alone: <T>(path: string, work: () => Promise<T>) => Promise<T>;
}

/** Brings back what a server that was killed had put out of reach; the next sweep judges it again. */
export async function bringBack({ disk, folder }: Pick<SweepParts, 'disk' | 'folder'>) {
  for (const sha256 of await disk.names(folder.leaving))
    if (isSha256(sha256)) await disk.move(join(folder.leaving, sha256), folder.pictureOf(sha256));
}

/** A sweep that goes through all folders, a few a call, and then begins anew. */
export function createSweep({ disk, folder, alone }: SweepParts) {
  /** Folders that are still to be looked at in this round. */
  let ahead: { path: string; isDevice: boolean }[] = [];

  return async ({ isNamed, now }: Sweep): Promise<Swept> => {
    const swept: Swept = { pictures: 0, parts: 0 };
    if (ahead.length === 0) ahead = await plan();
    await sweepCopies();
    const marks = new Set(await disk.names(folder.unnamed));
    for (let looks = 0; looks < mostLooks;) {
      const next = ahead.shift();
      if (!next) break;
      const names = (await disk.names(next.path)).filter(isSha256);
      looks += names.length;
      if (next.isDevice) {
        for (const name of names) swept.parts += await sweepPart(join(next.path, name));
      } else {
        for (let from = 0; from < names.length; from += mostAsked)
          swept.pictures += await sweepPictures(names.slice(from, from + mostAsked));
      }
    }
    return swept;

    async function sweepPictures(sha256s: readonly string[]): Promise<number> {
      const named = await isNamed(sha256s);
      let removed = 0;
      for (const sha256 of sha256s) {
        if (!named.has(sha256)) removed += await sweepPicture(sha256);
        else if (marks.has(sha256)) await disk.remove(join(folder.unnamed, sha256));
      }
      return removed;
    }

    function sweepPicture(sha256: string): Promise<number> {
      return alone(folder.pictureOf(sha256), async () => {
        const marked = await disk.look(join(folder.unnamed, sha256));
        if (!marked) await mark(sha256);
        else if (marked.changedAt + keptMs <= now) return letGo(sha256);
        return 0;
      });
    }

    /**
     * Whoever was told that a picture is held had named it before. So once it is out of reach, one more
     * question finds every name that somebody relies on.
     */
    async function letGo(sha256: string): Promise<number> {
      const away = join(folder.leaving, sha256);
      await disk.move(folder.pictureOf(sha256), away);
      let isNeeded = true;
      try {
        isNeeded = (await isNamed([sha256])).has(sha256);
      } finally {
        if (isNeeded) await disk.move(away, folder.pictureOf(sha256));
      }
      await disk.remove(join(folder.unnamed, sha256));
      return !isNeeded && (await disk.remove(away)) ? 1 : 0;
    }

    async function mark(sha256: string): Promise<void> {
      const path = join(folder.unnamed, sha256);
      const handle = await disk.change(path);
      await closing(handle, () => disk.setTime(path, now));
    }

    function sweepPart(path: string): Promise<number> {
      return alone(path, async () => {
        const part = await disk.look(path);
        return part && part.changedAt + keptMs <= now && (await disk.remove(path)) ? 1 : 0;
      });
    }

    async function sweepCopies(): Promise<void> {
      for (const name of await disk.names(folder.incoming)) {
        const copy = await disk.look(join(folder.incoming, name));
        if (copy && copy.changedAt + copyKeptMs <= now)
          await disk.remove(join(folder.incoming, name));
      }
    }
  };

  async function plan() {
    const list = async (path: string, isDevice: boolean) =>
      (await disk.names(path)).map(name => ({ path: join(path, name), isDevice }));
    return [...(await list(folder.pictures, false)), ...(await list(folder.parts, true))];
  }
}
