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

let latest: Promise<unknown> = Promise.resolve();

/**
 * Makes a file a photo to keep: upright, small, without what the camera wrote beside it. One at a time, so that
 * five of them take no more memory than one. Throws `PhotoError`.
 */
export function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  const turn = latest.then(() => prepareNow(file));
  latest = turn.catch(() => undefined);
  return turn;
}

/** Each has a worker of its own: only a worker's end gives back at once what it drew with. */
function prepareNow(file: Blob): Promise<PreparedPhoto> {
  const worker = new Worker(new URL('../../worker/shrink-photo.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise<PreparedPhoto>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PhotoAnswer>) => {
      if (data.ok) resolve({ bytes: data.bytes, mime: 'image/jpeg', w: data.w, h: data.h });
      else reject(new PhotoError(data.trouble));
    };
    // Killed for its memory, or never fetched.
    worker.onerror = () => reject(new PhotoError('unreadable'));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
