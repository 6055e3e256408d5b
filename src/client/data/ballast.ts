import { Problem } from '../../domain/problem.ts';
import type { KeepDatabase } from './keep.ts';

/** When the disk is full, what was sent is kept for so long only, ms. */
const pressedMs = 7 * 86_400_000;

/** Room held back for the hour when the disk is full: some thousand edits. */
const ballastBytes = 512 * 1024;

const ballastKey: [string, string] = ['ballast', 'ballast'];

/**
 * Runs a write. If the device is full, gives the ballast up and runs it again; then gives up copies of
 * what home is proven to hold. Throws `Problem` `device-full` if that was not enough: then nothing was
 * written. `write` must do all its work in one transaction; `now` is the device's clock, ms.
 */
export async function withRoom<T>(
  keep: KeepDatabase,
  now: number,
  write: () => PromiseLike<T>,
): Promise<T> {
  const ways = [
    () => keep.notes.delete(ballastKey),
    async () => {
      const { cleanSent } = await import('./cleaning.ts');
      await cleanSent(keep, now, { olderThanMs: pressedMs, most: 2_000 });
    },
  ];
  for (const makeRoom of ways) {
    try {
      return await write();
    } catch (failure) {
      if (!isQuotaExceeded(failure)) throw failure;
    }
    // Even that may fail where nothing can be written at all; then the next try says so.
    await Promise.resolve(makeRoom()).catch(() => {});
  }
  return withoutRoom(write);
}

/** The same without making room: for what may be refused when the device is full. */
export async function withoutRoom<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (failure) {
    throw isQuotaExceeded(failure) ? new Problem('device-full', {}, failure) : failure;
  }
}

/** Takes ballast on, if there is none and there is room. Never fails. */
export async function takeBallast(keep: KeepDatabase): Promise<void> {
  try {
    if (await keep.notes.get(ballastKey)) return;
    const [kind, key] = ballastKey;
    await keep.notes.put({ kind, key, body: noise(ballastBytes) });
  } catch {
    // No room, or no database: whoever writes next will say so.
  }
}

/** Bytes that no database can press together. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 0x9e3779b9;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state;
  }
  return bytes;
}

/** Browsers and Dexie wrap the reason in each other's errors. */
function isQuotaExceeded(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const { name, inner, cause } = failure as { name?: unknown; inner?: unknown; cause?: unknown };
  if (name === 'QuotaExceededError') return true;
  const { failures } = failure as { failures?: unknown };
  return [inner, cause, ...(Array.isArray(failures) ? failures : [])].some(isQuotaExceeded);
}
