import { useEffect, useState } from 'preact/hooks';
import { dayAt, type Day } from '../../../domain/day.ts';
import type { Member } from '../../../domain/records/member.ts';
import { readStream, trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import type { Battery } from '../../board-service.ts';
import { readTrainingOverview, type TrainingOverview } from '../../parts/training-overview.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import {
  checkLeaving,
  leavingChecks,
  type LeavingCheck,
  type LeavingFacts,
} from './check-leaving.ts';

/** A check before leaving. */
export interface Leaving {
  overview: TrainingOverview | undefined;
  facts: LeavingFacts;
  results: ReturnType<typeof checkLeaving>;
  /** What is not in order. */
  open: readonly LeavingCheck[];
  /** When it was checked, ms. */
  at: number;
}

/** What had to be asked for. */
interface AskedFacts {
  at: number;
  homeVersion: string | undefined;
  battery: Battery | undefined;
}

/**
 * Checks this device when the screen opens and when `checkAgain` is called, and keeps what it came to for
 * the coordinator to see. `leaving` is undefined until everything was looked at.
 */
export function useLeaving(): { leaving: Leaving | undefined; checkAgain: () => void } {
  const { records, account, sync, device, updates, loadBoard, now } = useServices();
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState<AskedFacts>();
  const board = useLoaded(loadBoard);
  const person = account.active.value;

  const local = useLiveQuery(async () => {
    const today = dayAt(now());
    const overviews: TrainingOverview[] = [];
    for (const name of await records.readStreams()) {
      const stream = readStream(name);
      const overview =
        stream?.kind === 'training' ? await readTrainingOverview(records, stream.id) : undefined;
      if (overview) overviews.push(overview);
    }
    const overview = trainingAhead(overviews, today);
    if (!overview) return { overview, until: undefined };
    const view = await records.readRecord(trainingStream(overview.id), 'member', person?.id ?? '');
    return { overview, until: valuesOf<Member>(view).until };
  }, [records, person]);

  useEffect(() => {
    if (!board) return;
    let isGone = false;
    const ask = async () => {
      const battery = await board.readBattery();
      // Without a network nobody can say which version is the latest.
      const homeVersion = await board.fetchVersion().catch(() => undefined);
      if (!isGone) setAsked({ at: now(), homeVersion, battery });
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [board, turn]);

  const leaving = ((): Leaving | undefined => {
    if (!local || !asked) return undefined;
    const { overview, until } = local;
    const stream = overview && trainingStream(overview.id);
    const hasPlace = person?.scopes.some(({ id }) => id === stream) ?? false;
    const { completedAt } = sync.status.value;
    const facts: LeavingFacts = {
      training: overview && { endsOn: overview.training.endsOn, people: overview.people },
      place: hasPlace ? { until } : undefined,
      today: dayAt(asked.at),
      completeForMs: completedAt === undefined ? undefined : Math.abs(asked.at - completedAt),
      appVersion: __APP_VERSION__,
      homeVersion: asked.homeVersion,
      isUpdateReady: updates.isReady.value,
      isOfflineReady: updates.isOfflineReady.value,
      storage: device.storage.value,
      isClockWrong: device.isClockWrong.value,
      battery: asked.battery,
    };
    const results = checkLeaving(facts);
    const open = leavingChecks.filter(check => results[check] === 'open');
    return { overview, facts, results, open, at: asked.at };
  })();

  // What stands on the screen is what the coordinator sees.
  const said = leaving && JSON.stringify([leaving.at, leaving.overview?.id, leaving.open]);
  useEffect(() => {
    if (!board || !leaving?.overview) return;
    const { at, overview, open } = leaving;
    void board.saveLeaving({ at, training: overview.id, open: [...open] });
  }, [board, said]);

  return { leaving, checkAgain: () => setTurn(count => count + 1) };
}

/** The training one leaves for: one that runs or comes next, else the last that was. */
function trainingAhead(
  overviews: readonly TrainingOverview[],
  today: Day,
): TrainingOverview | undefined {
  const byDay = [...overviews].sort((one, other) =>
    (one.training.startsOn ?? '') < (other.training.startsOn ?? '') ? -1 : 1,
  );
  const lastDayOf = ({ training: { startsOn, endsOn } }: TrainingOverview) =>
    endsOn ?? startsOn ?? '';
  return byDay.find(overview => lastDayOf(overview) >= today) ?? byDay.at(-1);
}
