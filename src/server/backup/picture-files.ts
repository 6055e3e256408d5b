import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The pictures that lie whole in a data folder, each called by the hash of its bytes. */
export interface PictureFiles {
  /** Hashes of all that are there, in order. */
  list(): string[];
  /** Undefined for one that is gone, or whose bytes are not what it is called by. */
  read(sha256: string): Buffer | undefined;
  /** Puts a picture in its place, durably; one that is there already stays. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
}

/** The pictures of a data folder. */
export function openPictureFiles(dataDir: string): PictureFiles {
  const root = join(dataDir, 'blobs');
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
  const read = (sha256: string) => {
    if (!existsSync(pathOf(sha256))) return undefined;
    const bytes = readFileSync(pathOf(sha256));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  };
  return {
    list() {
      if (!existsSync(root)) return [];
      const shelves = readdirSync(root).filter(name => /^[0-9a-f]{2}$/.test(name));
      return shelves
        .flatMap(shelf => readdirSync(join(root, shelf)))
        .filter(name => /^[0-9a-f]{64}$/.test(name))
        .sort();
    },
    read,
    async put(sha256, bytes) {
      if (read(sha256)) return;
      const path = pathOf(sha256);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${randomUUID()}.part`;
      try {
        const handle = await open(unfinished, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
  };
}
