import { Hono, type Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { Problem } from '../../domain/problem.ts';
import { callRequest, type Call, type CallResponse } from '../../protocol/event-messages.ts';
import { limits, paths } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { assertMayRead, identify, type Caller } from '../accounts/sign-in.ts';
import { watchDevices, type WatchedDevices } from '../sync/devices.ts';
import type { Switchboard } from '../sync/switchboard.ts';
import { bearerToken } from './bearer-token.ts';
import { readBody } from './body.ts';
import type { Env } from './env.ts';

/** How often things are done on a stream, ms. */
export interface EventTimes {
  /** Something is said so often, if only a comment: what lies between ends what is silent for long. */
  keepAliveMs: number;
  /** The reader's right is looked at again. */
  recheckMs: number;
  /** Changes are gathered for so long before they are told. */
  gatherMs: number;
}

const usualTimes: EventTimes = { keepAliveMs: 15_000, recheckMs: 10_000, gatherMs: 250 };

interface EventRoutes {
  home: Home;
  switchboard: Switchboard;
  times?: EventTimes | undefined;
}

/** `/sync/v1/events` and `/sync/v1/calls`: what is told at once (section 13). */
export function eventRoutes({ home, switchboard, times = usualTimes }: EventRoutes): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get(paths.events, async c => {
    const caller = await callerOf(c);
    assertMayRead(caller);
    const isBoard = c.req.query('board') === '1';
    // Refused before the first event, with a status of its own.
    const watched = isBoard ? await watchDevices(home, caller, switchboard) : undefined;
    const heard = c.req.header('Last-Event-ID');
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(
      c,
      stream => converse(stream, { token: bearerToken(c.req), caller, watched, heard }),
      async error => home.reportBug(error),
    );
  });

  routes.post(paths.calls, async c => {
    const caller = await callerOf(c);
    const asked = await readBody(c.req, callRequest, limits.bodyBytes);
    const watched = await watchDevices(home, caller, switchboard);
    if (!watched.streams.has(asked.stream)) throw new Problem('no-right');
    const called = switchboard.call(asked, watched.devicesOf(asked.stream));
    return c.json(called satisfies CallResponse);
  });

  return routes;

  async function callerOf(c: Context<Env>): Promise<Caller> {
    const caller = await identify(home, bearerToken(c.req));
    c.set('device', caller.device);
    return caller;
  }

  /** Speaks until the reader is gone, loses the right, or the server ends. */
  async function converse(
    stream: SSEStreamingApi,
    { token, caller, ...from }: Conversation,
  ): Promise<void> {
    let { watched } = from;
    const calls: Call[] = [];
    const changed = new Set<string>();
    let isEnded = false;
    let areRightsStale = false;
    let wake = () => {};
    const end = () => {
      isEnded = true;
      wake();
    };
    const hangUp = [
      switchboard.connect(
        caller.device,
        {
          tell: call => {
            calls.push(call);
            wake();
          },
          end,
        },
        from.heard,
      ),
      switchboard.follow(stir => {
        if (stir === 'rights') areRightsStale = true;
        else if (watched) changed.add(stir.device);
        else return;
        wake();
      }),
    ];
    stream.onAbort(end);

    let [toldAt, checkedAt, spokenAt] = [-Infinity, performance.now(), performance.now()];
    const say = async (event: string, data: object, id?: string) => {
      spokenAt = performance.now();
      await stream.writeSSE({ event, data: JSON.stringify(data), ...(id !== undefined && { id }) });
    };
    try {
      await say('hello', { at: home.clock() });
      while (!isEnded) {
        for (const call of calls.splice(0)) await say('call', call, call.id);
        const now = performance.now();
        // Somebody came in on a device that was not there before.
        const isAnyNew = [...changed].some(id => watched?.knows(id) === false);
        if (isAnyNew) areRightsStale = true;
        if (areRightsStale || now - checkedAt >= times.recheckMs) {
          [areRightsStale, checkedAt] = [false, now];
          watched = await recheck(token, watched);
        }
        if (watched && changed.size > 0 && now - toldAt >= times.gatherMs) {
          const ids = new Set(changed);
          changed.clear();
          toldAt = now;
          const devices = await watched.read(ids);
          if (devices.length > 0) await say('devices', { devices });
        }
        if (now - spokenAt >= times.keepAliveMs) {
          spokenAt = now;
          await stream.write(':\n\n');
        }
        if (isEnded || calls.length > 0 || areRightsStale) continue;
        const next = Math.min(
          checkedAt + times.recheckMs,
          spokenAt + times.keepAliveMs,
          changed.size > 0 ? toldAt + times.gatherMs : Infinity,
        );
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, Math.max(1, next - performance.now()));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      await say('end', { code: failure.code });
    } finally {
      for (const one of hangUp) one();
    }
  }

  /** Throws the `Problem` that ends the stream. */
  async function recheck(
    token: string | undefined,
    watched: WatchedDevices | undefined,
  ): Promise<WatchedDevices | undefined> {
    const caller = await identify(home, token);
    assertMayRead(caller);
    return watched && watchDevices(home, caller, switchboard);
  }
}

interface Conversation {
  token: string | undefined;
  caller: Caller;
  /** The devices that a board's reader watches over; undefined for a device that only waits for calls. */
  watched: WatchedDevices | undefined;
  /** The last call that the device heard. */
  heard: string | undefined;
}
