import type { Decisions, ImportEdit } from '../../domain/roster/import-edits.ts';
import type { PlanSummary } from '../../domain/roster/summarise-plan.ts';
import type {
  PlanWanted,
  RosterAnswer,
  RosterAsk,
  SheetHead,
  TableTrouble,
} from '../../worker/roster-messages.ts';

/** The part of a worker that is used. */
export interface RosterWorker {
  postMessage(asked: RosterAsk): void;
  onmessage: ((event: MessageEvent<RosterAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** See `RosterDesk`. One question at a time; the next waits for its turn. */
export function openRosterDesk(startWorker: () => RosterWorker = start) {
  let worker: RosterWorker | undefined;
  let latest: Promise<unknown> = Promise.resolve();

  function ask(asked: RosterAsk, onProgress: (share: number) => void): Promise<RosterAnswer> {
    const turn = latest.then(() => askNow(asked, onProgress));
    latest = turn.catch(() => undefined);
    return turn;
  }

  function askNow(asked: RosterAsk, onProgress: (share: number) => void): Promise<RosterAnswer> {
    const asking = (worker ??= startWorker());
    return new Promise((resolve, reject) => {
      asking.onmessage = ({ data }) => {
        if (data.is !== 'progress') resolve(data);
        else if (data.total > 0) onProgress(data.done / data.total);
      };
      asking.onerror = event => {
        // Killed for its memory, or never fetched: the next question begins with a new one.
        asking.terminate();
        if (worker === asking) worker = undefined;
        reject(new Error(`The list could not be read: ${event.message}`));
      };
      asking.postMessage(asked);
    });
  }

  return {
    async read(source: Blob | string): Promise<readonly SheetHead[] | TableTrouble> {
      const answer = await ask({ ask: 'read', source }, () => {});
      if (answer.is === 'read') return answer.sheets;
      return answer.is === 'trouble' ? answer.trouble : 'broken';
    },
    async plan(wanted: PlanWanted, onProgress: (share: number) => void): Promise<PlanSummary> {
      const answer = await ask({ ask: 'plan', ...wanted }, onProgress);
      if (answer.is !== 'plan') throw new Error(`The list was not planned but: ${answer.is}`);
      return answer.summary;
    },
    async readEdits(decisions: Decisions): Promise<readonly ImportEdit[]> {
      const answer = await ask({ ask: 'edits', decisions }, () => {});
      if (answer.is !== 'edits') throw new Error(`The list gave no edits but: ${answer.is}`);
      return answer.edits;
    },
    close(): void {
      worker?.terminate();
      worker = undefined;
    },
  };
}

function start(): RosterWorker {
  return new Worker(new URL('../../worker/read-roster.ts', import.meta.url), { type: 'module' });
}
