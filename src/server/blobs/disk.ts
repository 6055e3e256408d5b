import { constants } from 'node:fs';
import type {
  FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '../../domain/problem.ts';

/** What is asked of the file system, as `node:fs/promises` has it. */
export interface Files {
  mkdir: typeof mkdir;
  open: typeof open;
  readdir: typeof readdir;
  rename: typeof rename;
  stat: typeof stat;
  unlink: typeof unlink;
  utimes: typeof utimes;
}

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_RDWR } = constants;
const ownOnly = 0o600;

/** The few things that keeping bytes needs, in words that say whether there was something. */
export function createDisk(files: Files) {
  const disk = {
    /** A file to read; undefined if there is none. Links are not followed. */
    read: (path: string) => unlessMissing(files.open(path, O_RDONLY | O_NOFOLLOW)),
    /** A file to read and write, made if it is not there, in a folder that is. */
    change: (path: string) => files.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, ownOnly),
    /** A new file; rejects with `EEXIST` if it is there. */
    create: (path: string) => files.open(path, O_RDWR | O_CREAT | O_EXCL, ownOnly),
    /** Size and time of a file; undefined if there is none. */
    look: async (path: string) => {
      const found = await unlessMissing(files.stat(path));
      return found?.isFile() ? { size: found.size, changedAt: found.mtimeMs } : undefined;
    },
    /** True if there was something to remove. */
    remove: (path: string) => isThere(files.unlink(path)),
    /** True if there was something to move. What lies at `to` is replaced. */
    move: (from: string, to: string) => isThere(files.rename(from, to)),
    /** The names in a folder; none if there is no folder. */
    names: async (folder: string) => (await unlessMissing(files.readdir(folder))) ?? [],
    setTime: (path: string, ms: number) => files.utimes(path, ms / 1000, ms / 1000),
    async makeFolder(folder: string) {
      const made = await files.mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await disk.syncFolder(dirname(made));
    },
    /** Makes the names in a folder durable. */
    async syncFolder(folder: string) {
      const handle = await files.open(folder, O_RDONLY);
      await closing(handle, () => handle.sync());
    },
  };
  return disk;
}

export type Disk = ReturnType<typeof createDisk>;

/** Works with a file and closes it, whatever comes of it. */
export async function closing<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await handle.close();
  }
}

/** Writes all of it; a disk may take less at once than it is given. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const rest = bytes.byteLength - done;
    done += (await handle.write(bytes, done, rest, at + done)).bytesWritten;
  }
}

/** Says what a disk said in the words of the catalogue. */
export async function explaining<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Problem('server-full', {}, error);
    if (code === 'EMFILE' || code === 'ENFILE')
      throw new Problem('busy', { retryAfterMs: 2000 }, error);
    throw error;
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const isThere = async (work: Promise<void>): Promise<boolean> =>
  (await unlessMissing(work.then(() => true))) ?? false;

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;
