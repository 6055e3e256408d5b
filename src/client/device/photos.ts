import type { PhotoAnswer, PhotoTrouble } from '../../worker/photo-answer.ts';

/** A file that could not be made a photo; the message is the trouble. */
export class PhotoError extends Error {
  constructor(trouble: PhotoTrouble) {
    super(trouble);
    this.name = 'PhotoError';
  }
}

/** A photo as it is kept and sent. */
export interface PreparedPhoto {
  bytes: ArrayBuffer;
  mime: 'image/jpeg';
  w: number;
  h: number;
}

/** The worker's memory goes back to the phone when nobody takes photos for so long. */
const idleMs = 20_000;

let latest: Promise<unknown> = Promise.resolve();
let worker: Worker | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * Makes a file a photo to keep: upright, small, without what the camera wrote beside it. One at a time, so that
 * five of them take no more memory than one. Throws `PhotoError`.
 */
export function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  const turn = latest.then(() => prepareNow(file));
  latest = turn.catch(() => undefined);
  return turn;
}

function prepareNow(file: Blob): Promise<PreparedPhoto> {
  clearTimeout(idle);
  worker ??= new Worker(new URL('../../worker/shrink-photo.ts', import.meta.url), {
    type: 'module',
  });
  const asked = worker;
  return new Promise<PreparedPhoto>((resolve, reject) => {
    const done = new AbortController();
    const { signal } = done;
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<PhotoAnswer>) => {
        done.abort();
        if (data.ok) resolve({ bytes: data.bytes, mime: 'image/jpeg', w: data.w, h: data.h });
        else reject(new PhotoError(data.trouble));
      },
      { signal },
    );
    asked.addEventListener(
      'error',
      () => {
        done.abort();
        // Killed for its memory, or never fetched: the next photo begins with a new one.
        asked.terminate();
        if (worker === asked) worker = undefined;
        reject(new PhotoError('unreadable'));
      },
      { signal },
    );
    asked.postMessage(file);
  }).finally(() => {
    idle = setTimeout(() => {
      worker?.terminate();
      worker = undefined;
    }, idleMs);
  });
}
