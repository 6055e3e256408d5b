import { mediaType } from '../../src/protocol/messages.ts';
import type { Chance } from './seed.ts';
import { createFaultyNetwork, type Faults, type Fetch } from './faulty-network.ts';

/** What goes wrong beyond `Faults`, as a share of requests. */
export interface RoughFaults extends Faults {
  /** Nothing ever comes, until the device gives up. */
  hangs: number;
  /** The answer begins, and then nothing comes any more. */
  stalls: number;
  /** The device hears that it failed; much later, after others, the request arrives all the same. */
  late: number;
  /** Home, or whatever stands before it, has no time: 429, 500, 502, 503. */
  refused: number;
  /** Largest body in bytes that a proxy on the way lets through, else 413. */
  widest: number;
}

export interface RoughNetwork {
  fetch: Fetch;
  /** Lets everything arrive that is still on its way, in any order. */
  deliverLate(): Promise<void>;
}

/**
 * A network that fails in every way. `giveUp` lets so much time pass on the device's timers that it gives up
 * whatever it waits for.
 */
export function createRoughNetwork(
  home: Fetch,
  chance: Chance,
  faults: () => RoughFaults,
  giveUp: () => void,
): RoughNetwork {
  const onTheWay: (() => Promise<void>)[] = [];
  const faulty = createFaultyNetwork(home, chance, faults);

  return {
    async fetch(path, init) {
      const { hangs, stalls, late, refused, widest } = faults();
      if (sizeOf(init?.body) > widest) return refusal(413);
      if (chance.happens(refused)) return refusal(chance.pick([429, 500, 502, 503]));
      if (chance.happens(hangs)) return hang(init?.signal, giveUp);
      if (chance.happens(late)) {
        const { signal: _signal, ...request } = init ?? {};
        onTheWay.push(async () => void (await (await home(path, request)).arrayBuffer()));
        throw new TypeError('Failed to fetch');
      }
      const response = await faulty(path, init);
      return chance.happens(stalls) ? stalled(response, chance, giveUp) : response;
    },
    async deliverLate() {
      while (onTheWay.length > 0) {
        const [arrive] = onTheWay.splice(chance.below(onTheWay.length), 1);
        await arrive?.();
      }
    },
  };
}

function sizeOf(body: RequestInit['body']): number {
  if (typeof body === 'string') return body.length;
  return body instanceof ArrayBuffer ? body.byteLength : 0;
}

/** Words of a proxy, or home's own. */
function refusal(status: number): Response {
  if (status !== 500) return new Response('<h1>Sorry</h1>', { status });
  const body = JSON.stringify({ title: 'x', status, code: 'unexpected', requestId: '1' });
  return new Response(body, { status, headers: { 'Content-Type': mediaType.problem } });
}

function hang(signal: AbortSignal | null | undefined, giveUp: () => void): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    giveUp();
  });
}

async function stalled(response: Response, chance: Chance, giveUp: () => void): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const first = whole.slice(0, chance.below(whole.length + 1));
  let isFirst = true;
  const body = new ReadableStream({
    pull(controller) {
      if (isFirst && first.length > 0) controller.enqueue(first);
      else return new Promise<void>(() => giveUp());
      isFirst = false;
      return undefined;
    },
  });
  const { status, headers } = response;
  // What cannot have a body cannot stall in it.
  return [204, 304].includes(status) ? response : new Response(body, { status, headers });
}
