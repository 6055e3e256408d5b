import { Hono } from 'hono';
import { pino } from 'pino';
import { Problem } from '../../../src/domain/problem.ts';
import { blobPath, mediaType } from '../../../src/protocol/messages.ts';
import type { Caller } from '../../../src/server/accounts/sign-in.ts';
import { readToken, signToken } from '../../../src/server/accounts/tokens.ts';
import { openFileBlobStore } from '../../../src/server/blobs/file-blob-store.ts';
import { blobRoutes } from '../../../src/server/http/blob-routes.ts';
import type { Env } from '../../../src/server/http/env.ts';
import { problemResponse } from '../../../src/server/http/problem-response.ts';
import { logRequests } from '../../../src/server/http/request-log.ts';
import { notToBeKept, securityHeaders } from '../../../src/server/http/security-headers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createChance } from '../../support/seed.ts';
import { shaOf } from './blob-folder.ts';

const key = Buffer.alloc(32, 3);

/** The picture lane as the server has it, with rights and the queue of operations in the test's hand. */
export async function openBlobHome(root = temporaryFolder()) {
  const chance = createChance(9);
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { base: null },
    { write: line => logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const blobs = await openFileBlobStore(root);
  const hand = { waitMs: 0 };
  const readers = new Set<string>();
  const revoked = new Set<string>();
  const app = new Hono<Env>();
  app.use(logRequests({ log, clock: Date.now, newId: () => chance.uuid(), trustProxy: false }));
  app.use(securityHeaders({ trustProxy: false }));
  app.use('/sync/*', notToBeKept);
  app.route(
    '/',
    blobRoutes({
      blobs,
      serverId: 'home-1',
      waitMs: () => hand.waitMs,
      async identify(token): Promise<Caller> {
        const grant = token === undefined ? undefined : readToken(key, token);
        if (!grant) throw new Problem('sign-in-needed');
        return { ...grant, isRevoked: revoked.has(grant.device) };
      },
      mayRead: async ({ person }, sha256) => readers.has(`${person} ${sha256}`),
    }),
  );
  app.notFound(c => problemResponse(c, new Problem('not-found')));
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    log.error({ err: error }, 'bug');
    return problemResponse(c, new Problem('unexpected'));
  });

  const tokenOf = (device: string) =>
    signToken(key, { device, person: `person-${device}`, enrolledAt: 1 });
  const authOf = (device: string) => ({ Authorization: `Bearer ${tokenOf(device)}` });
  const ask = async (path: string, init: RequestInit) => app.request(path, init);
  return {
    root,
    blobs,
    app,
    logged,
    hand,
    revoked,
    /** Lets the person at a device read the records that name a picture. */
    letRead: (device: string, sha256: string) => readers.add(`person-${device} ${sha256}`),
    authOf,
    ask,
    head: (device: string, sha256: string) =>
      ask(blobPath(sha256), { method: 'HEAD', headers: authOf(device) }),
    get: (device: string, sha256: string) => ask(blobPath(sha256), { headers: authOf(device) }),
    patch: (
      device: string,
      sha256: string,
      place: { offset: number | string; length: number | string },
      body: BodyInit,
      headers: Record<string, string> = {},
    ) =>
      ask(blobPath(sha256), {
        method: 'PATCH',
        headers: {
          'Content-Type': mediaType.bytes,
          'Upload-Offset': String(place.offset),
          'Upload-Length': String(place.length),
          ...authOf(device),
          ...headers,
        },
        body,
        duplex: 'half',
      } as RequestInit),
  };
}

export type BlobHome = Awaited<ReturnType<typeof openBlobHome>>;

/** Brings a picture over HTTP as a device does: asks how far it is, then a piece at a time. */
export async function bringOver(
  home: BlobHome,
  device: string,
  bytes: Uint8Array<ArrayBuffer>,
  pieceBytes: number,
): Promise<number> {
  const sha256 = shaOf(bytes);
  const length = bytes.byteLength;
  const told = await home.head(device, sha256);
  if (told.status === 200) return 200;
  let offset = Number(told.headers.get('Upload-Offset'));
  for (;;) {
    const piece = bytes.slice(offset, offset + pieceBytes);
    const { status, headers } = await home.patch(device, sha256, { offset, length }, piece);
    if (status !== 204 && status !== 409 && status !== 429) return status;
    offset = Number(headers.get('Upload-Offset') ?? offset);
  }
}
