import { Hono } from 'hono';
import { enrolRequest, limits, paths } from '../../protocol/messages.ts';
import { enrol, type Enrolment } from '../accounts/enrolment.ts';
import { readBody } from './body.ts';
import type { Env } from './env.ts';

/** `/api/enrol`: a code for a token. */
export function accountRoutes(enrolment: Enrolment): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post(paths.enrol, async c => {
    const request = await readBody(c.req, enrolRequest, limits.bodyBytes);
    c.set('device', request.device.id);
    return c.json(await enrol(enrolment, request));
  });
  return routes;
}
