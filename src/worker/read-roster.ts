/** Reads an office's list of people and plans its import, away from the page. */
import { createRosterDesk } from './roster-desk.ts';
import type { RosterAnswer, RosterAsk } from './roster-messages.ts';

const ask = createRosterDesk((answer: RosterAnswer) => postMessage(answer));

addEventListener('message', ({ data }: MessageEvent<RosterAsk>) => {
  // What is thrown here is a bug, and reaches the page as the worker's error.
  ask(data).catch((failure: unknown) => setTimeout(() => Promise.reject(failure)));
});
