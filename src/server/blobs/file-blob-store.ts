import { randomUUID } from 'node:crypto';
import {
  mkdir,
  open,
  readdir,
  rename,
  stat,
  unlink,
  utimes,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../protocol/messages.ts';
import type { Appended, BlobStore, OpenBlob, Part, Piece } from './blob-store.ts';
import { blobFolder } from './blob-folder.ts';
import { closing, createDisk, explaining, writeAll, type Files } from './disk.ts';
import { bringBack, createSweep } from './sweep.ts';
import { takeOver } from './take-over.ts';
import { createTurns } from './turns.ts';

const realFiles: Files = { mkdir, open, readdir, rename, stat, unlink, utimes };
const headBytes = 16;
const blockBytes = 64 * 1024;

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
    const handle = await disk.read(folder.pictureOf(sha256));
    if (!handle) return undefined;
    try {
      const { size } = await handle.stat();
      const head = new Uint8Array(headBytes);
      const { bytesRead } = await handle.read(head, 0, headBytes, 0);
      return { size, head: head.subarray(0, bytesRead), bytes: bytesOf(handle) };
    } catch (error) {
      await handle.close();
      throw error;
    }
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

/** A file's bytes, read as they are wanted; the file is closed at the end, or when nobody wants more. */
function bytesOf(handle: FileHandle): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const block = new Uint8Array(blockBytes);
          const { bytesRead } = await handle.read(block, 0, blockBytes, at);
          at += bytesRead;
          if (bytesRead > 0) return controller.enqueue(block.subarray(0, bytesRead));
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close().catch(() => {});
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  );
}
