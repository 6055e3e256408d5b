import type { Chance } from './seed.ts';

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** How often each thing goes wrong, as a share of requests. */
export interface Faults {
  /** The request never reaches home. */
  lost: number;
  /** Home does the work, but its answer never arrives. */
  unanswered: number;
  /** The request arrives twice; the device sees the second answer. */
  doubled: number;
  /** The answer breaks off somewhere in its body. */
  cut: number;
  /** A hotel's login page answers instead. */
  portal: number;
}

export const noFaults: Faults = { lost: 0, unanswered: 0, doubled: 0, cut: 0, portal: 0 };

/** A network between one device and home that fails as often as `faults` says, by `chance`. */
export function createFaultyNetwork(home: Fetch, chance: Chance, faults: () => Faults): Fetch {
  return async (path, init) => {
    const { lost, unanswered, doubled, cut, portal } = faults();
    if (chance.happens(portal)) return loginPage();
    if (chance.happens(lost)) throw new TypeError('Failed to fetch');
    if (chance.happens(doubled)) await (await home(path, init)).arrayBuffer();
    const response = await home(path, init);
    if (chance.happens(unanswered)) {
      await response.arrayBuffer();
      throw new TypeError('Failed to fetch');
    }
    return chance.happens(cut) ? cutShort(response, chance) : response;
  };
}

/** What a hotel's Wi-Fi says to somebody who has not typed the room number yet. */
export function loginPage(): Response {
  return new Response('<!doctype html><title>Welcome to Hotel Wi-Fi</title>', {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

async function cutShort(response: Response, chance: Chance): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const body = whole.slice(0, chance.below(whole.length + 1));
  return new Response(body, { status: response.status, headers: response.headers });
}
