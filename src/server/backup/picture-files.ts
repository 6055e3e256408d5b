import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { blobFolder, isSha256 } from '../blobs/blob-folder.ts';
import { picturesRoot } from '../data-folder.ts';
import { sync } from './sync.ts';

/** The pictures that lie whole in a data folder, each called by the hash of its bytes. */
export interface PictureFiles {
  /** Hashes of all that are there, in order. */
  list(): string[];
  /** Undefined for one that is gone, or whose bytes are not what it is called by. */
  read(sha256: string): Buffer | undefined;
  /** Puts a picture in its place, durably; one that is there already stays. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
}

/** The pictures of a data folder, beside a server that goes on taking and giving them. */
export function openPictureFiles(dataDir: string): PictureFiles {
  const folder = blobFolder(picturesRoot(dataDir));
  const read = (sha256: string) => {
    const path = folder.pictureOf(sha256);
    if (!existsSync(path)) return undefined;
    const bytes = readFileSync(path);
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  };
  return {
    list() {
      if (!existsSync(folder.pictures)) return [];
      const shelves = readdirSync(folder.pictures).sort();
      return shelves.flatMap(shelf =>
        readdirSync(join(folder.pictures, shelf)).filter(isSha256).sort(),
      );
    },
    read,
    async put(sha256, bytes) {
      if (read(sha256)) return;
      const shelf = folder.shelfOf(sha256);
      for (const path of [folder.incoming, shelf])
        await mkdir(path, { recursive: true, mode: 0o700 });
      const incoming = join(folder.incoming, randomUUID());
      try {
        const handle = await open(incoming, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(incoming, folder.pictureOf(sha256));
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
      await sync(shelf);
    },
  };
}
