import { Problem } from '../../domain/problem.ts';
import { mostPictureBytes } from '../../domain/records/kind.ts';
import { blobPath, mediaType } from '../../protocol/messages.ts';
import { createHttp, reach, type Exchange, type Network } from './http.ts';
import { problemOf } from './problem-of.ts';

/** By whose right pictures are sent or asked for, and of which server. */
export interface BlobAccess {
  token: string;
  home: string;
}

/** A piece of a picture on its way up. */
export interface Piece {
  sha256: string;
  offset: number;
  /** Bytes of the whole. */
  total: number;
  bytes: ArrayBuffer;
}

/** What home says of a piece. */
export type PieceAnswer =
  /** Taken, or not wanted here: home has the whole up to `offset` now. */
  | { is: 'at'; offset: number }
  /** Home holds the whole, verified. */
  | { is: 'held' }
  /** The whole is not what it is called by, or too large: home dropped it. */
  | { is: 'refused' }
  /** Somebody on the way takes no piece of that size. */
  | { is: 'too-large' };

/** The bytes of pictures at home. Every call throws `Problem` and nothing else of its own. */
export interface Blobs {
  /** Whether home holds a picture verified, or how many bytes of it this device has brought. */
  ask(access: BlobAccess, sha256: string): Promise<'held' | number>;
  /** Sends one piece. */
  send(access: BlobAccess, piece: Piece): Promise<PieceAnswer>;
  /** A picture's bytes, not checked; undefined if home has none to show. */
  fetch(access: BlobAccess, sha256: string): Promise<ArrayBuffer | undefined>;
}

/** Every answer about bytes says whose it is: a hotel's portal answers 200 to anything (rule 6.9). */
const serverHeader = 'Jukung-Server';

/** Opens the lane of pictures. */
export function createBlobs(network: Network): Blobs {
  const { exchange } = createHttp(network);

  /** Asks, and has answers with these statuses taken if they are home's own; any other is a problem. */
  async function ask<T>(
    { token, home }: BlobAccess,
    question: Omit<Exchange, 'token'>,
    statuses: Record<number, (response: Response) => T | Promise<T>>,
  ): Promise<T> {
    const { answer } = await exchange({ ...question, token }, async (response, deadline) => {
      const take = statuses[response.status];
      const isHomes = response.headers.get(serverHeader) === home;
      if (take && isHomes) return reach(deadline, async () => take(response));
      const problem = problemOf(response, await reach(deadline, () => response.text()));
      throw response.ok || take ? asForeign(problem) : problem;
    });
    return answer;
  }

  return {
    ask: (access, sha256) =>
      ask<'held' | number>(
        access,
        { path: blobPath(sha256), method: 'HEAD', headers: {}, bytes: 0 },
        { 200: () => 'held', 404: response => offsetOf(response) ?? 0 },
      ),

    send: async (access, { sha256, offset, total, bytes }) => {
      const headers = {
        'Content-Type': mediaType.bytes,
        'Upload-Offset': String(offset),
        'Upload-Length': String(total),
      };
      const path = blobPath(sha256);
      const size = bytes.byteLength;
      const at = (response: Response): PieceAnswer => {
        const now = offsetOf(response);
        if (now === undefined) throw new Problem('foreign-answer');
        return { is: 'at', offset: now };
      };
      try {
        return await ask<PieceAnswer>(
          access,
          { path, method: 'PATCH', headers, body: bytes, bytes: size },
          {
            201: () => ({ is: 'held' }),
            204: at,
            409: at,
            413: () => ({ is: 'refused' }),
            422: () => ({ is: 'refused' }),
          },
        );
      } catch (failure) {
        if (failure instanceof Problem && failure.code === 'too-large') return { is: 'too-large' };
        throw failure;
      }
    },

    fetch: (access, sha256) =>
      ask<ArrayBuffer | undefined>(
        access,
        { path: blobPath(sha256), method: 'GET', headers: {}, bytes: 0, mayBeKept: true },
        { 200: readPicture, 404: () => undefined },
      ),
  };
}

/** What home alone can say counts for nothing from anybody else; a proxy's refusal does. */
function asForeign(problem: Problem): Problem {
  return problem.code === 'too-large' || problem.code === 'busy'
    ? problem
    : new Problem('foreign-answer', {}, problem);
}

function offsetOf(response: Response): number | undefined {
  const offset = response.headers.get('Upload-Offset');
  return offset !== null && /^\d{1,10}$/.test(offset) ? Number(offset) : undefined;
}

async function readPicture(response: Response): Promise<ArrayBuffer | undefined> {
  const bytes = await response.arrayBuffer();
  return bytes.byteLength <= mostPictureBytes ? bytes : undefined;
}
