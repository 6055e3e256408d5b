import type { RosterWorker } from '../../src/client/device/roster-desk.ts';
import { createRosterDesk } from '../../src/worker/roster-desk.ts';
import type { RosterAnswer } from '../../src/worker/roster-messages.ts';

/** The worker that reads lists, in the same thread: what it does is real, only where it runs is not. */
export function startPlayedWorker(): RosterWorker {
  const desk = createRosterDesk((data: RosterAnswer) => {
    worker.onmessage?.(new MessageEvent('message', { data }));
  });
  const worker: RosterWorker = {
    // A file of happy-dom cannot be cloned as a browser's can.
    postMessage: asked => void desk(asked.ask === 'read' ? asked : structuredClone(asked)),
    onmessage: null,
    onerror: null,
    terminate: () => {},
  };
  return worker;
}
