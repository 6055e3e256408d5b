import { Hono } from 'hono';
import { enrolRequest, inviteRequest, limits, paths } from '../../protocol/messages.ts';
import { enrol, type Enrolment } from '../accounts/enrolment.ts';
import { inviteAs, type Inviting } from '../accounts/inviting.ts';
import { identify } from '../accounts/sign-in.ts';
import { bearerToken } from './bearer-token.ts';
import { readBody } from './body.ts';
import type { Env } from './env.ts';

/** `/api/enrol`: a code for a token. `/api/invitations`: a code for somebody else. */
export function accountRoutes(enrolment: Enrolment, inviting: Inviting): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post(paths.enrol, async c => {
    const request = await readBody(c.req, enrolRequest, limits.bodyBytes);
    c.set('device', request.device.id);
    return c.json(await enrol(enrolment, request));
  });
  routes.post(paths.invitations, async c => {
    const caller = await identify(inviting.home, bearerToken(c.req));
    c.set('device', caller.device);
    const request = await readBody(c.req, inviteRequest, limits.bodyBytes);
    return c.json(await inviteAs(inviting, caller, request));
  });
  return routes;
}
