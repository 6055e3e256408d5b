import { outcomes, type Outcome } from '../../../domain/records/decision.ts';
import { programmeStream, readStream } from '../../../domain/stream.ts';
import type { RefusedElsewhere } from '../../app-services.ts';
import type { Delivery, Records } from '../../data/record-view.ts';
import { readWork } from '../../parts/work/read-work.ts';

/** What was decided of a refused operation, as far as this device knows. */
export interface Decided {
  outcome: Outcome;
  delivery: Delivery;
}

/** The decisions on these, by id; without those of which nothing is decided. May be wrapped in a live query. */
export async function readDecisions(
  records: Records,
  refused: readonly Pick<RefusedElsewhere, 'id' | 'operation'>[],
): Promise<Map<string, Decided>> {
  const decisions = new Map<string, Decided>();
  for (const { id, operation } of refused) {
    const view = await records.readRecord(streamOfDecision(operation), 'decision', id);
    // What anybody says can be heard; a withdrawal counts from the author alone (rule 4.13).
    const heads = view?.state['outcome']?.h ?? [];
    const { by } = readWork(operation);
    const counting = heads.find(
      head => head.v !== null && (head.v !== 'withdraw' || head.by === by),
    );
    const outcome = outcomes.find(one => one === counting?.v);
    if (view && outcome) decisions.set(id, { outcome, delivery: view.delivery });
  }
  return decisions;
}

/** A decision lives in the stream of what it decides on, in the programme if that names none (rule 4.13). */
function streamOfDecision(operation: RefusedElsewhere['operation']): string {
  const { stream = '' } = readWork(operation);
  return readStream(stream) ? stream : programmeStream;
}
