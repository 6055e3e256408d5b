import { Problem } from '../../domain/problem.ts';
import type { Timers } from '../api/deadline.ts';
import type { SyncPhase } from '../app-services.ts';
import { createPatience } from './patience.ts';
import type { Engine } from './engine.ts';
import type { TakeTurn } from './turns.ts';

/** Why a round may be due. */
export type Trigger = 'start' | 'online' | 'visible' | 'write' | 'button';

const afterWriteMs = 3_000;
const restMs = 60_000;
const watchedRestMs = 5_000;

/** What the loop needs of the world. */
export interface ScheduleWorld {
  engine: Engine;
  takeTurn: TakeTurn;
  timers: Timers;
  random: () => number;
  /** The device's clock, ms: only for saying when the next try comes. */
  now: () => number;
  /** A clock that never jumps, ms. */
  monotonic: () => number;
  onPhase: (phase: SyncPhase) => void;
  /** Takes note of what must not happen and yet must not stop the loop. */
  reportBug: (failure: unknown) => void;
}

/** The loop that decides when to sync. */
export interface Schedule {
  trigger: (by: Trigger) => void;
  /** Asks home every few seconds until the returned function is called. */
  watch: () => () => void;
  /** Ends the loop for good, after the round under way. */
  stop: () => void;
}

/**
 * Starts no round by itself before the first trigger. One round at a time; afterwards the next is planned
 * for about a minute later, or, if it failed, after a random wait that doubles up to five minutes.
 */
export function createSchedule(world: ScheduleWorld): Schedule {
  const { engine, takeTurn, timers, random, monotonic, onPhase } = world;
  const patience = createPatience(random, monotonic);
  let planned: { at: number; callOff: () => void } | undefined;
  let isRunning = false;
  let isAskedAgain = false;
  /** Somebody pressed, or called, while a round was under way. */
  let isPressed = false;
  let isStopped = false;
  let watchers = 0;

  function plan(waitMs: number): void {
    if (isStopped) return;
    const at = monotonic() + waitMs;
    if (planned && planned.at <= at) return;
    planned?.callOff();
    planned = { at, callOff: timers.after(waitMs, () => void run()) };
  }

  async function run(): Promise<void> {
    planned?.callOff();
    planned = undefined;
    if (isStopped) return;
    if (isRunning) {
      isAskedAgain = true;
      return;
    }
    isRunning = true;
    isAskedAgain = false;
    isPressed = false;
    const failure = await takeTurn(async turn => {
      await engine.runRound(turn);
    }).then(
      () => undefined,
      (reason: unknown) => reason ?? 'unknown',
    );
    isRunning = false;
    if (failure === undefined) {
      patience.succeed();
      onPhase({ is: 'idle' });
      plan(isAskedAgain ? 0 : restMsNow());
    } else {
      giveUpFor(failure);
    }
  }

  function restMsNow(): number {
    return watchers > 0 ? watchedRestMs : restMs * (0.5 + random());
  }

  function giveUpFor(failure: unknown): void {
    if (!(failure instanceof Problem)) world.reportBug(failure);
    const { code, details } = failure instanceof Problem ? failure : new Problem('unexpected');
    const patient = patience.fail(details.retryAfterMs);
    // What a person wants is tried once, whatever became of the round before.
    const waitMs = isPressed ? 0 : patient;
    onPhase({ is: 'failed', problem: code, nextAt: world.now() + waitMs });
    planned?.callOff();
    planned = undefined;
    plan(waitMs);
  }

  return {
    trigger: by => {
      switch (by) {
        case 'button':
          if (isRunning) isPressed = true;
          void run();
          break;
        case 'write':
          plan(Math.max(afterWriteMs, patience.wholeWaitMs()));
          break;
        case 'start':
        case 'online':
        case 'visible':
          plan(patience.leastWaitMs());
          break;
      }
    },
    watch: () => {
      watchers += 1;
      plan(patience.leastWaitMs());
      let isWatching = true;
      return () => {
        if (isWatching) watchers -= 1;
        isWatching = false;
      };
    },
    stop: () => {
      isStopped = true;
      planned?.callOff();
    },
  };
}
