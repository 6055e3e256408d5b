import { Hono, type Context, type HonoRequest } from 'hono';
import { Problem } from '../../domain/problem.ts';
import { mostPictureBytes } from '../../domain/records/kind.ts';
import { blobPath, limits, mediaType } from '../../protocol/messages.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import { isSha256 } from '../blobs/blob-folder.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { pictureTypeOf } from '../blobs/picture-type.ts';
import { createAtOnce } from './at-once.ts';
import { bearerToken } from './bearer-token.ts';
import { readPiece } from './body.ts';
import type { Env } from './env.ts';

export interface BlobRoutes {
  blobs: BlobStore;
  /** Names this server, so that a portal's answer is not taken for home's (rule 6.9). */
  serverId: string;
  /** Who shows this token. Throws `sign-in-needed`. */
  identify: (token: string | undefined) => Promise<Caller>;
  /** True if the caller may read a record that names the picture, now or earlier (rule 11.4). */
  mayRead: (caller: Caller, sha256: string) => Promise<boolean>;
  /** How long operations will be waiting, ms; 0 if none are (rule 11.6). */
  waitMs: () => number;
  /** So many bytes of a picture came from a device. */
  onBytes?: (device: string, bytes: number) => void;
}

const uploadOffset = 'Upload-Offset';
const uploadLength = 'Upload-Length';
const leastRetryMs = 1000;

/** `/sync/v1/blobs/<hash>`: HEAD asks how far a picture has come, PATCH brings a piece, GET has it. */
export function blobRoutes(parts: BlobRoutes): Hono<Env> {
  const { blobs, serverId, identify, mayRead, waitMs, onBytes } = parts;
  const routes = new Hono<Env>();
  const path = blobPath(':sha');
  const atOnce = createAtOnce();

  routes.use(path, async (c, next) => {
    c.header('Jukung-Server', serverId);
    c.header('Cache-Control', 'no-store');
    await next();
  });

  // Hono hands a HEAD to the same place.
  routes.get(path, async c => {
    const caller = await callerOf(c);
    const sha256 = shaOf(c.req);
    return c.req.method === 'HEAD' ? tell(c, caller, sha256) : give(c, caller, sha256);
  });

  routes.patch(path, async c => {
    const caller = await callerOf(c);
    const part = { device: caller.device, sha256: shaOf(c.req) };
    const { offset, length } = readPlace(c.req);
    const ms = waitMs();
    if (ms > 0) throw new Problem('busy', { retryAfterMs: Math.max(ms, leastRetryMs) });
    return atOnce(caller.device, async () => {
      const bytes = await readPiece(c.req, Math.min(limits.pieceBytes, length - offset));
      const appended = await blobs.append({ ...part, offset, length, bytes });
      if (appended.is === 'added' || appended.is === 'held')
        onBytes?.(caller.device, bytes.byteLength);
      switch (appended.is) {
        case 'added':
          c.header(uploadOffset, String(appended.offset));
          return c.body(null, 204);
        case 'held':
          c.header(uploadOffset, String(length));
          return c.body(null, 201);
        case 'elsewhere':
          c.header(uploadOffset, String(appended.offset));
          throw new Problem('wrong-offset');
        case 'wrong':
          throw new Problem('wrong-bytes');
      }
    });
  });

  return routes;

  async function callerOf(c: Context<Env>): Promise<Caller> {
    const caller = await identify(bearerToken(c.req));
    c.set('device', caller.device);
    return caller;
  }

  async function tell(c: Context<Env>, { device }: Caller, sha256: string): Promise<Response> {
    if (await blobs.confirm(sha256)) return c.body(null, 200);
    c.header(uploadOffset, String(await blobs.offsetOf({ device, sha256 })));
    throw new Problem('not-found');
  }

  async function give(c: Context<Env>, caller: Caller, sha256: string): Promise<Response> {
    assertMayRead(caller);
    if (!(await mayRead(caller, sha256))) throw new Problem('not-found');
    const blob = await blobs.open(sha256);
    if (!blob) throw new Problem('not-found');
    return c.body(blob.bytes, 200, {
      'Content-Type': pictureTypeOf(blob.head) ?? mediaType.bytes,
      'Content-Length': String(blob.size),
      'Content-Disposition': 'inline',
      // The address is the content. Somebody else on the same device may not read the same.
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Authorization',
      // Opened by itself, whatever it may be, it does nothing.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  }
}

function shaOf(request: HonoRequest): string {
  const sha256 = request.param('sha') ?? '';
  if (!isSha256(sha256)) throw new Problem('not-found');
  return sha256;
}

/** Where a piece belongs, as its headers say. */
function readPlace(request: HonoRequest): { offset: number; length: number } {
  const offset = readCount(request.header(uploadOffset));
  const length = readCount(request.header(uploadLength));
  if (length === 0 || offset > length) throw new Problem('bad-request');
  if (length > mostPictureBytes) throw new Problem('too-large');
  return { offset, length };
}

function readCount(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new Problem('bad-request');
  return Number(text);
}
