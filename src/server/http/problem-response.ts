import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { mediaType } from '../../protocol/messages.ts';
import type { Env } from './env.ts';

/** The one place where problems become statuses. Those only a device sees have none of their own. */
const statuses: Record<ProblemCode, ContentfulStatusCode> = {
  'bad-request': 400,
  'sign-in-needed': 401,
  'device-revoked': 403,
  'no-right': 403,
  'code-unknown': 404,
  'not-found': 404,
  'code-used': 409,
  'wrong-offset': 409,
  'code-expired': 410,
  'epoch-changed': 410,
  'too-large': 413,
  'unsupported-media': 415,
  'village-unknown': 422,
  'wrong-bytes': 422,
  'upgrade-needed': 426,
  'too-many-tries': 429,
  busy: 429,
  unexpected: 500,
  offline: 500,
  timeout: 500,
  'foreign-answer': 500,
  'device-full': 500,
  'server-full': 507,
};

/** The problem as RFC 9457 has it: status, title, our code and figures, and the id it has in the log. */
export function problemResponse(c: Context<Env>, { code, details }: Problem): Response {
  const status = statuses[code];
  const { retryAfterMs } = details;
  if (retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  const body = { title: STATUS_CODES[status], status, code, ...details };
  return c.body(JSON.stringify({ ...body, requestId: c.get('requestId') }), status, {
    'Content-Type': mediaType.problem,
  });
}
