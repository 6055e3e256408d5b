import { Problem } from '../../domain/problem.ts';
import type { Timers } from '../api/deadline.ts';
import type { Listening, Told } from '../api/events.ts';

/** What keeping a line open needs of the world. */
export interface LineWorld {
  listen: (listening: Listening) => Promise<void>;
  /** The sign-in of whoever is at the device; undefined if nobody is. */
  token: () => string | undefined;
  /** True while the line is wanted: somebody looks, and there is a network. */
  isWanted: () => boolean;
  /** The last call that was heard. */
  heard: () => string | undefined;
  isBoard: boolean;
  onTold: (told: Told) => void;
  /** True while the line stands. */
  onOpen: (isOpen: boolean) => void;
  timers: Timers;
  /** 0 ≤ x < 1. */
  random: () => number;
}

/** A line to home that is opened again whenever it breaks (rule 13.2). */
export interface Line {
  /** Something changed: opens the line if it is wanted now, at once, and hangs up if it is not. */
  review: () => void;
  close: () => void;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** Home will say the same again for a while: it knows no such line, or has no right to give. */
const refusedWaitMs = 300_000;

/** Creates a line; nothing is opened before the first `review`. */
export function createLine(world: LineWorld): Line {
  const { timers, random } = world;
  let hangUp: AbortController | undefined;
  let callOff = () => {};
  let failures = 0;
  let isClosed = false;

  const isWanted = () => !isClosed && world.token() !== undefined && world.isWanted();

  async function open(): Promise<void> {
    callOff();
    const token = world.token();
    if (hangUp || token === undefined) return;
    const { signal } = (hangUp = new AbortController());
    let waitMs: number | undefined;
    try {
      await world.listen({
        token,
        isBoard: world.isBoard,
        heard: world.heard(),
        signal,
        onTold: told => {
          if (signal.aborted) return;
          if (told.is === 'hello') {
            failures = 0;
            world.onOpen(true);
          }
          world.onTold(told);
        },
      });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (isRefusal(failure)) waitMs = refusedWaitMs;
    } finally {
      if (hangUp?.signal === signal) {
        hangUp = undefined;
        world.onOpen(false);
      }
    }
    if (signal.aborted || !isWanted()) return;
    const bound = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
    failures += 1;
    callOff = timers.after(waitMs ?? bound * (0.5 + random() / 2), review);
  }

  function review(): void {
    if (isWanted()) {
      void open();
      return;
    }
    callOff();
    const open_ = hangUp;
    hangUp = undefined;
    if (!open_) return;
    open_.abort();
    world.onOpen(false);
  }

  return {
    review,
    close: () => {
      isClosed = true;
      review();
    },
  };
}

function isRefusal({ code }: Problem): boolean {
  return ['not-found', 'no-right', 'device-revoked', 'sign-in-needed'].includes(code);
}
