import type { PushRequest, PushResponse } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import type { Caller } from '../accounts/sign-in.ts';
import type { HomeOperations } from '../admission/home-operations.ts';
import type { Proof } from './kept-report.ts';
import { createPusher, type PreparedPush } from './push.ts';
import { createWriteQueue } from './write-queue.ts';

/** The one door through which devices deliver: read at once, written in turn (rule 5.7). */
export interface Deliveries {
  /** Throws `busy` if a push of that size from that device would find no room now. */
  assertRoom(push: { device: string; bytes: number }): void;
  /**
   * Judges a push when its turn comes. `receivedAt` is home's clock at the request's first byte, `bytes`
   * its size unpacked, `proof` what home found if the device said that it is whole. Rejects with `busy`
   * and `server-full`.
   */
  deliver(
    caller: Caller,
    request: PushRequest,
    came: { receivedAt: number; bytes: number; proof?: Proof | undefined },
  ): Promise<PushResponse>;
  /** Has `listener` told of every push that was committed, by a device that spoke for itself. */
  follow(listener: (delivered: PushRequest) => void): void;
  /** How long what waits now will take, ms; so long pictures wait (rule 11.6). */
  waitMs(): number;
  /** Takes nothing new, and comes back when everybody who waits has an answer. */
  drain(): Promise<void>;
}

/** Opens the door. `monotonic` is a clock that never jumps, ms. */
export function createDeliveries(
  home: Home,
  operations: HomeOperations,
  monotonic: () => number,
): Deliveries {
  const pusher = createPusher(home, operations);
  const queue = createWriteQueue<PreparedPush, PushResponse>({
    commit: pusher.commit,
    clock: monotonic,
  });
  const listeners: ((delivered: PushRequest) => void)[] = [];
  return {
    follow: listener => void listeners.push(listener),
    assertRoom: push => queue.assertRoom(push),
    async deliver(caller, request, { receivedAt, bytes, proof }) {
      const prepared = await pusher.prepare(caller, request, { receivedAt, proof });
      const { device } = caller;
      const answer = await queue.enqueue({ device, bytes, request: prepared });
      if (prepared.own.has(request.device.id)) for (const listener of listeners) listener(request);
      return { ...answer, nextMs: queue.waitMs() };
    },
    waitMs: () => queue.waitMs(),
    drain: () => queue.drain(),
  };
}
