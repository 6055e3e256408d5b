import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobFolder } from './blob-folder.ts';
import { closing, writeAll, type Disk } from './disk.ts';

const blockBytes = 256 * 1024;

/**
 * Takes a part over as the picture of that hash, and says whether it is that. What is hashed is a copy that
 * nobody else has: a late piece may still be written to the part. The copy is durable before it takes its
 * name, and the name before this comes back.
 */
export async function takeOver(
  { disk, folder, newId }: { disk: Disk; folder: BlobFolder; newId: () => string },
  part: FileHandle,
  sha256: string,
): Promise<boolean> {
  const incoming = join(folder.incoming, newId());
  try {
    const copy = await disk.create(incoming);
    const hash = await closing(copy, () => copyHashing(part, copy));
    if (hash !== sha256) {
      await disk.remove(incoming);
      return false;
    }
    await disk.makeFolder(folder.shelfOf(sha256));
    await disk.move(incoming, folder.pictureOf(sha256));
    await disk.syncFolder(folder.shelfOf(sha256));
    return true;
  } catch (error) {
    // Room is short now: not to be left to the sweep. What is the matter is said by `error`.
    await disk.remove(incoming).catch(() => false);
    throw error;
  }
}

async function copyHashing(from: FileHandle, to: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const block = Buffer.alloc(blockBytes);
  for (let at = 0; ;) {
    const { bytesRead } = await from.read(block, 0, blockBytes, at);
    if (bytesRead === 0) break;
    const read = block.subarray(0, bytesRead);
    hash.update(read);
    await writeAll(to, read, at);
    at += bytesRead;
  }
  await to.sync();
  return hash.digest('hex');
}
