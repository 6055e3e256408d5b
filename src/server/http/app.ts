import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Problem } from '../../domain/problem.ts';
import { paths, type HealthResponse } from '../../protocol/messages.ts';
import { createGuessLimit } from '../accounts/guess-limit.ts';
import type { Home } from '../accounts/home.ts';
import type { Keys } from '../accounts/keys.ts';
import type { Store } from '../store/store.ts';
import { createHomeOperations } from '../sync/home-operations.ts';
import { accountRoutes } from './account-routes.ts';
import type { Env } from './env.ts';
import { problemResponse } from './problem-response.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { clientFiles } from './static-files.ts';
import { syncRoutes } from './sync-routes.ts';

/** What the server is made of. */
export interface AppParts {
  store: Store;
  keys: Keys;
  /** Ms since 1970. */
  clock: () => number;
  /** A new random UUID, in lower case. */
  newId: () => string;
  log: Logger;
  version: string;
  /** The folder of the built client; without one, only the interface for devices is there. */
  clientFolder?: string | undefined;
  /** Whether a proxy stands in front whose headers can be believed. */
  trustProxy?: boolean;
}

/** The whole server but its socket: `app.request(path, init)` is all that a device needs of it. */
export function createApp(parts: AppParts): Hono<Env> {
  const { store, keys, clock, newId, log, version, clientFolder, trustProxy = false } = parts;
  const reportBug = (error: unknown) => log.error({ err: error }, 'bug');
  const home: Home = { store, keys, clock, newId, reportBug };
  const operations = createHomeOperations(home);
  const limit = createGuessLimit(clock);

  const app = new Hono<Env>();
  app.use(logRequests({ log, clock, newId, trustProxy }));
  app.use(securityHeaders({ trustProxy }));
  // Answers to devices are for nobody else, and not for later.
  app.use('/api/*', async (c, next) => (await next(), c.header('Cache-Control', 'no-store')));
  app.use('/sync/*', async (c, next) => (await next(), c.header('Cache-Control', 'no-store')));

  app.get(paths.health, async c => {
    const epoch = await store.readEpoch();
    return c.json({ status: 'ok', version, epoch, store: store.engine } satisfies HealthResponse);
  });
  app.route('/', accountRoutes({ home, admitMember: operations.admitMember, limit }));
  app.route(
    '/',
    syncRoutes(home, operations, async () => new Set()),
  );
  app.all('/api/*', () => nothingHere());
  app.all('/sync/*', () => nothingHere());
  if (clientFolder !== undefined) app.use(clientFiles(clientFolder));

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
