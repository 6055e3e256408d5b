import { Problem } from '../../domain/problem.ts';
import { createBatchSize } from './batch.ts';
import { pullAll, purgeLost, type Pulled } from './pull.ts';
import { pushAll, tellStanding } from './push.ts';
import { checkReceipts } from './receipts.ts';
import type { LaneEnd, RoundWorld } from './round-world.ts';

/** Rounds of one device. */
export interface Engine {
  /**
   * One round: delivers everything, then fetches everything, then sends pictures. True if nothing was left
   * to do at its end: everything written has a verdict of the present base, and everything readable was
   * received. False if more was written meanwhile, or if nobody is enrolled. Throws the `Problem` that stopped it (`busy` if
   * home asked for some of it again); what was done until then stands. Throws what `turn` was aborted
   * with as soon as it is.
   */
  runRound(turn: AbortSignal): Promise<boolean>;
}

/** Most times that a round begins anew because home did. */
const mostBeginnings = 3;

/** Creates the engine. It holds nothing but the size of its batches: all else is in the databases. */
export function createEngine(world: RoundWorld): Engine {
  const batch = createBatchSize();

  async function pullForEverybody(checkTurn: () => void): Promise<Pulled> {
    let received = 0;
    let outcome: Pulled = 'complete';
    let refused: Problem | undefined;
    for (const person of world.people()) {
      try {
        const pulled = await pullAll(world, person, onRecords, checkTurn);
        if (pulled === 'anew') return 'anew';
        if (pulled === 'incomplete' || outcome === 'complete') outcome = pulled;
      } catch (failure) {
        // One person's lost sign-in does not keep the others from receiving.
        if (!(failure instanceof Problem) || failure.code !== 'sign-in-needed') throw failure;
        refused = failure;
      }
    }
    if (refused) throw refused;
    return outcome;

    function onRecords(count: number) {
      received += count;
      world.onPhase({ is: 'receiving', records: received });
    }
  }

  async function runRound(turn: AbortSignal): Promise<boolean> {
    const checkTurn = () => turn.throwIfAborted();
    if (world.people().length === 0) return false;
    let hasReopened = false;
    for (let beginnings = 0; beginnings < mostBeginnings;) {
      const pushed = await pushAll({ ...world, batch }, world.people(), checkTurn);
      const pulled = await pullForEverybody(checkTurn);
      if (pulled === 'anew') {
        beginnings += 1;
        continue;
      }
      await purgeLost(world);
      if (pulled !== 'incomplete') await showPresent();
      if (pulled === 'incomplete' || !pushed.isComplete) throw new Problem('busy');
      if (pulled === 'reopened' && !hasReopened) {
        hasReopened = true;
        continue;
      }
      if ((await world.outbox.count()).waiting > 0) return false;
      const ended = await sendTheRest(pushed.sent > 0, checkTurn);
      // Operations that were written while pictures were sent go first (rule 11.6), and so does what is
      // in doubt.
      if (ended === 'operations-wait') continue;
      return true;
    }
    throw new Problem('busy');
  }

  /** Once every operation is answered: receipts, pictures, receipts of those, and what is not needed any more. */
  async function sendTheRest(
    hasSent: boolean,
    checkTurn: () => void,
  ): Promise<'done' | 'operations-wait'> {
    const ask = (isForced: boolean) => checkReceipts(world, isForced, checkTurn);
    const first = await ask(hasSent);
    let lane: LaneEnd = { is: 'done', sent: 0 };
    if (!world.arePicturesHeld?.() && (await world.pictures.readWaiting()).length > 0) {
      const { sendPictures } = await world.loadLane();
      lane = await sendPictures(world, world.people(), checkTurn);
      if (lane.is === 'operations-wait') return 'operations-wait';
    }
    const last = lane.sent > 0 ? await ask(true) : first;
    if (last instanceof Problem) throw last;
    if ((await world.outbox.count()).waiting > 0) return 'operations-wait';
    if (last === 'proven') await world.base.noteCompleted(world.now());
    await world.clean();
    await tellStanding(world, world.people());
    return 'done';
  }

  /** A new base is shown once it is complete and everything was answered in it (rule 6.7). */
  async function showPresent(): Promise<void> {
    const present = await world.outbox.readPresent();
    if (present && !(await world.outbox.hasReopened())) await world.base.show(present.base);
  }

  return { runRound };
}
