import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { Hono, type Context } from 'hono';
import { isIdPart } from '../../domain/ids.ts';
import { Problem } from '../../domain/problem.ts';
import { limits, mediaType, paths, pullRequest, pushRequest } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { identify, type Caller } from '../accounts/sign-in.ts';
import type { Deliveries } from '../sync/deliveries.ts';
import { readAttention } from '../sync/attention.ts';
import { readDevices } from '../sync/devices.ts';
import { readHistory } from '../sync/history.ts';
import { pull } from '../sync/pull.ts';
import { readReceipts, type FindHeldPictures } from '../sync/receipts.ts';
import { bearerToken } from './bearer-token.ts';
import { readBody, readSizedBody } from './body.ts';
import type { Env } from './env.ts';

export interface SyncRoutes {
  home: Home;
  deliveries: Deliveries;
  findHeldPictures: FindHeldPictures;
}

/** `/sync/v1/*` but the pictures: who asks, what they ask, what the verbs answer. */
export function syncRoutes({ home, deliveries, findHeldPictures }: SyncRoutes): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post(paths.push, async c => {
    const caller = await callerOf(c);
    // Before its body is read: a storm of bodies that nobody will look at costs nothing.
    const announced = Number(c.req.header('Content-Length') ?? 0) || 0;
    deliveries.assertRoom({ device: caller.device, bytes: Math.min(announced, limits.pushBytes) });
    const { body, bytes } = await readSizedBody(c.req, pushRequest, limits.pushBytes);
    const receivedAt = c.get('receivedAt');
    return c.json(await deliveries.deliver(caller, body, { receivedAt, bytes }));
  });

  routes.post(paths.pull, async c => {
    const caller = await callerOf(c);
    const request = await readBody(c.req, pullRequest, limits.bodyBytes);
    return streamLines(c, await pull(home, caller, request));
  });

  routes.get(paths.attention, async c => c.json(await readAttention(home, await callerOf(c))));

  routes.get(`${paths.history}/:stream/:kind/:id`, async c => {
    const caller = await callerOf(c);
    const { stream, kind, id } = c.req.param();
    return c.json(await readHistory(home, caller, { stream, kind, record: id }));
  });

  routes.get(paths.receipts, async c => {
    const caller = await callerOf(c);
    const device = c.req.query('device') ?? caller.device;
    if (!isIdPart(device)) throw new Problem('bad-request');
    return c.json(await readReceipts(home, findHeldPictures, caller, device));
  });

  routes.get(paths.devices, async c => c.json(await readDevices(home, await callerOf(c))));

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
    if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? ''))
      return new Response(Readable.toWeb(text) as ReadableStream, { headers });
    const packed = createGzip({ flush: constants.Z_SYNC_FLUSH });
    text.on('error', error => packed.destroy(error));
    packed.on('close', () => text.destroy());
    return new Response(Readable.toWeb(text.pipe(packed)) as ReadableStream, {
      headers: { ...headers, 'Content-Encoding': 'gzip' },
    });
  }
}
