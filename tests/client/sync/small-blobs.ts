import { createHash } from 'node:crypto';
import { paths } from '../../../src/protocol/messages.ts';

/** Pictures at a home in memory: parts by device, and wholes by their hash (rules 11.1, 11.2). */
export function createSmallBlobs() {
  const parts = new Map<string, Uint8Array>();
  const blobs = {
    /** Wholes, by hash. */
    held: new Map<string, Uint8Array>(),
    /** Spoils the bytes of a piece on their way in. */
    spoil: (piece: Uint8Array): Uint8Array => piece,

    /** What was brought of a picture by the bearer of a token. */
    partOf: (token: string, sha256: string): Uint8Array | undefined =>
      parts.get(`${token} ${sha256}`),

    isAsked: (path: string) => path.startsWith(`${paths.blobs}/`),

    answer: async (
      token: string,
      path: string,
      init: RequestInit | undefined,
      server: string,
    ): Promise<Response> => {
      const sha256 = path.slice(paths.blobs.length + 1);
      const key = `${token} ${sha256}`;
      const part = parts.get(key) ?? new Uint8Array();
      const say = (status: number, offset?: number, body: Uint8Array<ArrayBuffer> | null = null) =>
        new Response(body, {
          status,
          headers: {
            'Jukung-Server': server,
            ...(offset === undefined ? {} : { 'Upload-Offset': String(offset) }),
          },
        });
      const held = blobs.held.get(sha256);
      if (init?.method === 'HEAD') return held ? say(200) : say(404, part.length);
      if (init?.method !== 'PATCH') return held ? say(200, undefined, held.slice()) : say(404);
      if (held) return say(201);

      const headers = new Headers(init.headers);
      if (Number(headers.get('Upload-Offset')) !== part.length) return say(409, part.length);
      const bytes = blobs.spoil(new Uint8Array(await new Response(init.body).arrayBuffer()));
      const whole = new Uint8Array(part.length + bytes.length);
      whole.set(part);
      whole.set(bytes, part.length);
      if (whole.length < Number(headers.get('Upload-Length'))) {
        parts.set(key, whole);
        return say(204, whole.length);
      }
      parts.delete(key);
      if (createHash('sha256').update(whole).digest('hex') !== sha256) return say(422);
      blobs.held.set(sha256, whole);
      return say(201);
    },
  };
  return blobs;
}
