import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { paths } from '../../protocol/messages.ts';
import type { Env } from './env.ts';

/**
 * An address as far as it is ours to name: what follows tells whose record or picture was asked for, and
 * anything else might hold what somebody typed.
 */
function nameOf(path: string): string {
  const isNamed = (name: string) => path === name || path.startsWith(`${name}/`);
  return Object.values(paths).find(isNamed) ?? '(page)';
}

export interface RequestLog {
  log: Logger;
  clock: () => number;
  newId: () => string;
  trustProxy: boolean;
}

/**
 * Gives each request its id and the moment it came, and writes one line when it is answered. The line
 * holds no name, body, code, token, query or value of a record.
 */
export function logRequests({ log, clock, newId, trustProxy }: RequestLog): MiddlewareHandler<Env> {
  return async (c, next) => {
    const receivedAt = clock();
    const startedAt = performance.now();
    const given = trustProxy ? c.req.header('X-Request-Id') : undefined;
    const id = given && /^[\w-]{1,64}$/.test(given) ? given : newId();
    c.set('receivedAt', receivedAt);
    c.set('requestId', id);
    await next();
    c.header('X-Request-Id', id);
    const ms = Math.round(performance.now() - startedAt);
    const path = nameOf(c.req.path);
    const { status } = c.res;
    const level = status >= 500 ? 'error' : 'info';
    log[level]({ id, method: c.req.method, path, status, ms, device: c.get('device') });
  };
}
