import { Hono, type MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { Problem } from '../../domain/problem.ts';
import type { Territory } from '../../domain/territory.ts';
import { paths, type HealthResponse } from '../../protocol/messages.ts';
import { createGuessLimit } from '../accounts/guess-limit.ts';
import type { Home } from '../accounts/home.ts';
import { identify } from '../accounts/sign-in.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Deliveries } from '../sync/deliveries.ts';
import type { HomeOperations } from '../admission/home-operations.ts';
import { mayReadPicture } from '../sync/pictures.ts';
import { createSwitchboard, type Switchboard } from '../sync/switchboard.ts';
import { accountRoutes } from './account-routes.ts';
import { blobRoutes } from './blob-routes.ts';
import type { Env } from './env.ts';
import { eventRoutes, type EventTimes } from './event-routes.ts';
import { problemResponse } from './problem-response.ts';
import { logRequests } from './request-log.ts';
import { notToBeKept, securityHeaders } from './security-headers.ts';
import { syncRoutes } from './sync-routes.ts';

/** What the server is made of. */
export interface AppParts {
  home: Home;
  operations: HomeOperations;
  deliveries: Deliveries;
  blobs: BlobStore;
  log: Logger;
  version: string;
  /** The places that there are. */
  loadTerritory: () => Promise<Territory>;
  /** The built client; without one, only the interface for devices is there. */
  clientFiles?: MiddlewareHandler<Env> | undefined;
  /** Whether a proxy stands in front whose headers can be believed. */
  trustProxy?: boolean;
  /** Who is connected; ended by whoever ends the server. */
  switchboard?: Switchboard;
  /** How often things are done on a stream of events. */
  eventTimes?: EventTimes;
}

/** The whole server but its socket: `app.request(path, init)` is all that a device needs of it. */
export function createApp(parts: AppParts): Hono<Env> {
  const { home, operations, deliveries, blobs, log, version, trustProxy = false } = parts;
  const { store, clock, newId } = home;
  const limit = createGuessLimit(clock);

  const app = new Hono<Env>();
  app.use(logRequests({ log, clock, newId, trustProxy }));
  app.use(securityHeaders({ trustProxy }));
  app.use('/api/*', notToBeKept);
  app.use('/sync/*', notToBeKept);

  app.get(paths.health, async c => {
    const epoch = await store.readEpoch();
    return c.json({ status: 'ok', version, epoch, store: store.engine } satisfies HealthResponse);
  });
  app.route(
    '/',
    accountRoutes(
      { home, admitMember: operations.admitMember, limit },
      { home, loadTerritory: parts.loadTerritory },
    ),
  );
  const findHeldPictures = (sha256s: readonly string[]) => blobs.findHeld(sha256s);
  const switchboard = parts.switchboard ?? createSwitchboard(home);
  deliveries.follow(delivered => switchboard.noteDelivery(delivered));
  app.route('/', syncRoutes({ home, deliveries, findHeldPictures, switchboard }));
  app.route('/', eventRoutes({ home, switchboard, times: parts.eventTimes }));
  app.route(
    '/',
    blobRoutes({
      blobs,
      serverId: store.serverId,
      identify: token => identify(home, token),
      mayRead: (caller, sha256) => mayReadPicture(home, caller, sha256),
      waitMs: () => deliveries.waitMs(),
      onBytes: (device, bytes) => switchboard.noteBytes(device, bytes),
    }),
  );
  app.all('/api/*', () => nothingHere());
  app.all('/sync/*', () => nothingHere());
  if (parts.clientFiles) app.use(parts.clientFiles);

  app.notFound(c => problemResponse(c, new Problem('not-found')));
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    log.error({ err: error, id: c.get('requestId') }, 'bug');
    return problemResponse(c, new Problem('unexpected'));
  });
  return app;
}

function nothingHere(): never {
  throw new Problem('not-found');
}
