import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { isIdPart } from '../../domain/ids.ts';
import { Problem } from '../../domain/problem.ts';
import { activityRoute } from '../../protocol/activity-messages.ts';
import { packVerdicts, unpackOperations } from '../../protocol/lean-messages.ts';
import type { DevicesResponse } from '../../protocol/event-messages.ts';
import {
  leanVersion,
  limits,
  mediaType,
  paths,
  pullRequest,
  pushForms,
  pushRequest,
  type PushRequest,
  type PushResponse,
} from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { identify, type Caller } from '../accounts/sign-in.ts';
import type { Deliveries } from '../sync/deliveries.ts';
import { readActivity } from '../sync/activity.ts';
import { readAttention } from '../sync/attention.ts';
import { watchDevices } from '../sync/devices.ts';
import { readHistory } from '../sync/history.ts';
import { proveWhole } from '../sync/prove-whole.ts';
import { pull } from '../sync/pull.ts';
import { readReceipts, type FindHeldPictures } from '../sync/receipts.ts';
import type { Switchboard } from '../sync/switchboard.ts';
import { createAtOnce } from './at-once.ts';
import { bearerToken } from './bearer-token.ts';
import { readBody, readSizedBody } from './body.ts';
import type { Env } from './env.ts';
import { createPacker, packingFor, packText } from './packing.ts';
import { webStream } from './web-stream.ts';

export interface SyncRoutes {
  home: Home;
  deliveries: Deliveries;
  findHeldPictures: FindHeldPictures;
  switchboard: Switchboard;
}

/** About what a lean line leaves out, in bytes: what waits its turn takes as much room as any other. */
const leftOutBytes = 400;

/** `/sync/v1/*` but the pictures: who asks, what they ask, what the verbs answer. */
export function syncRoutes(parts: SyncRoutes): Hono<Env> {
  const { home, deliveries, findHeldPictures, switchboard } = parts;
  const routes = new Hono<Env>();
  const atOnce = createAtOnce();

  routes.post(paths.push, async c => {
    const caller = await callerOf(c);
    // Before its body is read: a storm of bodies that nobody will look at costs nothing.
    const announced = Number(c.req.header('Content-Length') ?? 0) || 0;
    deliveries.assertRoom({ device: caller.device, bytes: Math.min(announced, limits.pushBytes) });
    const { body, bytes } = await atOnce(caller.device, () =>
      readSizedBody(c.req, pushRequest, limits.pushBytes),
    );
    const receivedAt = c.get('receivedAt');
    const proof = await proveWhole(home, findHeldPictures, caller, body);
    if (body.proto !== leanVersion) {
      const answer = await deliveries.deliver(caller, body, { receivedAt, bytes, proof });
      return answerWith(c, { ...answer, protos: pushForms });
    }
    const size = bytes + body.ops.length * leftOutBytes;
    const came = { receivedAt, bytes: size, proof };
    const answer = await deliveries.deliver(caller, unpacked(body), came);
    return answerWith(c, lean(answer));
  });

  routes.post(paths.pull, async c => {
    const caller = await callerOf(c);
    const request = await readBody(c.req, pullRequest, limits.bodyBytes);
    return streamLines(c, await pull(home, caller, request));
  });

  routes.get(paths.attention, async c =>
    answerWith(c, await readAttention(home, await callerOf(c))),
  );

  routes.get(`${paths.history}/:stream/:kind/:id`, async c => {
    const caller = await callerOf(c);
    const { stream, kind, id } = c.req.param();
    return answerWith(c, await readHistory(home, caller, { stream, kind, record: id }));
  });

  routes.get(`${activityRoute}/:stream`, async c => {
    const caller = await callerOf(c);
    return answerWith(c, await readActivity(home, caller, c.req.param('stream'), c.req.query()));
  });

  routes.get(paths.receipts, async c => {
    const caller = await callerOf(c);
    const device = c.req.query('device') ?? caller.device;
    if (!isIdPart(device)) throw new Problem('bad-request');
    return answerWith(c, await readReceipts(home, findHeldPictures, caller, device));
  });

  routes.get(paths.devices, async c => {
    const watched = await watchDevices(home, await callerOf(c), switchboard);
    const devices = await watched.read();
    const calls = switchboard.callsIn(watched.streams);
    return answerWith(c, { at: home.clock(), devices, calls } satisfies DevicesResponse);
  });

  return routes;

  async function callerOf(c: Context<Env>): Promise<Caller> {
    const caller = await identify(home, bearerToken(c.req));
    c.set('device', caller.device);
    return caller;
  }

  /** Sends lines as they are made. If making them fails, the answer is cut, which its reader can tell. */
  function streamLines(c: Context<Env>, lines: AsyncGenerator<string>): Response {
    const headers = { 'Content-Type': mediaType.lines, Vary: 'Accept-Encoding' };
    const text = Readable.from(lines, { objectMode: false });
    text.on('error', home.reportBug);
    const packing = packingFor(c.req.header('Accept-Encoding'));
    if (!packing) return new Response(webStream(text), { headers });
    const packed = createPacker(packing);
    text.on('error', error => packed.destroy(error));
    packed.on('close', () => text.destroy());
    return new Response(webStream(text.pipe(packed)), {
      headers: { ...headers, 'Content-Encoding': packing },
    });
  }
}

/** The lines of a lean push as they were written. Throws `bad-request` if they are none (rule 5.8). */
function unpacked(request: PushRequest): PushRequest {
  const ops = unpackOperations(request.ops);
  if (!ops) throw new Problem('bad-request');
  return { ...request, ops };
}

/** An answer to a lean push: `lean` in place of `results`. */
function lean({ server, results, ...rest }: PushResponse): object {
  return { server, protos: pushForms, lean: packVerdicts(results), ...rest };
}

/** Answers in JSON, packed as the asker takes it. */
async function answerWith(c: Context<Env>, value: object): Promise<Response> {
  const { body, encoding } = await packText(
    JSON.stringify(value),
    packingFor(c.req.header('Accept-Encoding')),
  );
  return c.body(body, 200, {
    'Content-Type': mediaType.json,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  });
}
