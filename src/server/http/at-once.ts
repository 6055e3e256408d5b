import { Problem } from '../../domain/problem.ts';

/** Bodies that are read at one time: each takes memory while it does. */
const mostAtOnce = 64;
/** Of one device, so that one whose connections hang leaves room for the others. */
const mostOfOneDevice = 4;
const retryAfterMs = 1000;

/**
 * Runs work that takes memory, only so much of it at once: a storm costs no more than that. The work over
 * it is not begun; the call rejects with `Problem` `busy`.
 */
export function createAtOnce(): <T>(device: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  let all = 0;
  return async (device, work) => {
    const own = running.get(device) ?? 0;
    if (all >= mostAtOnce || own >= mostOfOneDevice) throw new Problem('busy', { retryAfterMs });
    all += 1;
    running.set(device, own + 1);
    try {
      return await work();
    } finally {
      all -= 1;
      const left = (running.get(device) ?? 1) - 1;
      if (left > 0) running.set(device, left);
      else running.delete(device);
    }
  };
}
