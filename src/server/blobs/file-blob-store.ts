import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../protocol/messages.ts';
import type { Appended, BlobStore, OpenBlob, Part, Piece } from './blob-store.ts';
import { blobFolder } from './blob-folder.ts';
import { closing, createDisk, explaining, writeAll, type Disk, type Files } from './disk.ts';
import { bringBack, createSweep } from './sweep.ts';
import { takeOver } from './take-over.ts';
import { createTurns } from './turns.ts';

const realFiles: Files = { mkdir, open, readdir, rename, stat, unlink, utimes };
const headBytes = 16;
const blockBytes = 256 * 1024;

/**
 * Pictures in a folder. A file under `pictures` is whole and verified, at every moment and after any crash.
 * Several servers may share the folder.
 */
export async function openFileBlobStore(
  root: string,
  { files = realFiles, newId = randomUUID }: { files?: Files; newId?: () => string } = {},
): Promise<BlobStore> {
  const folder = blobFolder(root);
  const disk = createDisk(files);
  const alone = createTurns();
  const sweep = createSweep({ disk, folder, alone });
  const { pictures, parts, incoming, leaving, unnamed } = folder;
  for (const path of [pictures, parts, incoming, leaving, unnamed]) await disk.makeFolder(path);
  await bringBack({ disk, folder });

  function confirm(sha256: string): Promise<boolean> {
    const path = folder.pictureOf(sha256);
    return alone(path, async () => {
      if (!(await disk.look(path))) return false;
      await disk.remove(join(folder.unnamed, sha256));
      return true;
    });
  }

  async function append(piece: Piece): Promise<Appended> {
    const { device, sha256, offset, length, bytes } = piece;
    const path = folder.partOf(piece);
    if (await confirm(sha256)) {
      await disk.remove(path);
      return { is: 'held' };
    }
    const part = await disk.look(path);
    const size = part?.size ?? 0;
    if (size > length) {
      await disk.remove(path);
      return { is: 'wrong' };
    }
    if (size !== offset) return { is: 'elsewhere', offset: size };
    if (!part) await makeRoom(device);
    const handle = await disk.change(path);
    return closing(handle, async () => {
      await writeAll(handle, bytes, offset);
      const reached = offset + bytes.byteLength;
      if (reached < length) return { is: 'added', offset: reached };
      const isRight = await takeOver({ disk, folder, newId }, handle, sha256);
      if (isRight) await disk.remove(join(folder.unnamed, sha256));
      await disk.remove(path);
      return { is: isRight ? 'held' : 'wrong' };
    });
  }

  /** The oldest of a device's unfinished parts make room for a new one. */
  async function makeRoom(device: string): Promise<void> {
    const own = folder.partsOf(device);
    await disk.makeFolder(own);
    const names = await disk.names(own);
    if (names.length < limits.unfinishedPictures) return;
    const begun: { path: string; changedAt: number }[] = [];
    for (const path of names.map(name => join(own, name)))
      begun.push({ path, changedAt: (await disk.look(path))?.changedAt ?? 0 });
    begun.sort((one, other) => one.changedAt - other.changedAt);
    const surplus = begun.length - limits.unfinishedPictures + 1;
    for (const { path } of begun.slice(0, surplus)) await disk.remove(path);
  }

  async function findHeld(sha256s: readonly string[]): Promise<Set<string>> {
    const looks = sha256s.map(sha256 => disk.look(folder.pictureOf(sha256)));
    const found = await Promise.all(looks);
    return new Set(sha256s.filter((_, index) => found[index]));
  }

  async function openBlob(sha256: string): Promise<OpenBlob | undefined> {
    const path = folder.pictureOf(sha256);
    const first = await readBlock(disk, path, 0);
    if (!first) return undefined;
    const { size, bytes } = first;
    return { size, head: bytes.subarray(0, headBytes), bytes: bytesOf(disk, path, bytes) };
  }

  return {
    findHeld: sha256s => explaining(findHeld(sha256s)),
    confirm: sha256 => explaining(confirm(sha256)),
    offsetOf: async (part: Part) => (await explaining(disk.look(folder.partOf(part))))?.size ?? 0,
    append: piece => explaining(alone(folder.partOf(piece), () => append(piece))),
    open: sha256 => explaining(openBlob(sha256)),
    sweep: input => explaining(sweep(input)),
  };
}

/**
 * A file's bytes, read as they are wanted. The file is open for each block and no longer: whoever takes an
 * hour, or hangs up, holds nothing.
 */
function bytesOf(disk: Disk, path: string, first: Uint8Array): ReadableStream<Uint8Array> {
  let next: Uint8Array | undefined = first;
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const block = next ?? (await readBlock(disk, path, at))?.bytes;
        next = undefined;
        if (!block) throw new Error('the picture was swept while it was read');
        at += block.byteLength;
        if (block.byteLength === 0) controller.close();
        else controller.enqueue(block);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The file's size, and a block of it; empty at its end. Undefined if there is no file. */
async function readBlock(disk: Disk, path: string, at: number) {
  const handle = await disk.read(path);
  if (!handle) return undefined;
  return closing(handle, async () => {
    const { size } = await handle.stat();
    const block = new Uint8Array(Math.min(blockBytes, Math.max(0, size - at)));
    const { bytesRead } = await handle.read(block, 0, block.byteLength, at);
    return { size, bytes: block.subarray(0, bytesRead) };
  });
}
