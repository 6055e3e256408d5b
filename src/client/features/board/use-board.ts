import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayAt } from '../../../domain/day.ts';
import type { BoardNote } from '../../../domain/records/board-note.ts';
import type { Member } from '../../../domain/records/member.ts';
import type { Call, DeviceEntry } from '../../../protocol/event-messages.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useAsked, type Asked } from '../../parts/use-asked.ts';
import type { Board } from '../../board-service.ts';
import { createRowMaker, type BoardRow, type Trainer } from './board-rows.ts';
import { withAnswer, withTold } from './merge-devices.ts';
import { createPace } from './pace.ts';
import { weightOf } from './weight.ts';

/** While changes come at once, everything is asked for again so often, ms; else as often as any list. */
const askLiveMs = 20_000;
const askMs = 5_000;

/** A call of yesterday says nothing of today: after so long the board stands as before any call, ms. */
const callLastsMs = 6 * 3_600_000;

/** The board of one training, as it is to be drawn by now. */
export interface LiveBoard {
  asked: Asked<unknown>;
  rows: readonly BoardRow[];
  /** Devices that one watches over and that nobody waits for here. */
  others: readonly DeviceEntry[];
  call: Call | undefined;
  /** What is left to come of all expected devices, bytes, and how long that will take if it goes on so, ms. */
  left: { bytes: number; peak: number; remainingMs: number | undefined };
  /** Whether changes come at once. */
  isLive: boolean;
  /** The services of calling; undefined until they are there. */
  board: Board | undefined;
  /** A call was made here. */
  noteCall: (call: Call) => void;
}

/** Follows the devices of a training: at once while the line stands, by asking while it does not. */
export function useBoard(stream: string): LiveBoard {
  const { receipts, records, account, loadBoard, now } = useServices();
  const [board, setBoard] = useState<Board>();
  const [isLive, setIsLive] = useState(false);
  const [devices, setDevices] = useState<ReadonlyMap<string, DeviceEntry>>(new Map());
  const [ownCall, setOwnCall] = useState<Call>();
  const [makeRows] = useState(createRowMaker);
  const [pace] = useState(createPace);
  const peaks = useRef<{ call: string | undefined; of: Map<string, number> }>({
    call: undefined,
    of: new Map(),
  });

  const person = account.active.value?.id;
  const asked = useAsked(() => receipts.fetchDevices(), [receipts, person], {
    now,
    // The line broke, or stands again: what came meanwhile is asked for at once.
    whenever: isLive,
    everyMs: isLive ? askLiveMs : askMs,
  });
  const local = useLiveQuery(async () => {
    // One after another: Dexie loses its way when a live query opens several transactions at once.
    const members = await records.readShelf(stream, 'member');
    const notes = await records.readShelf(stream, 'boardNote');
    return { members, notes };
  }, [records, stream]);

  useEffect(() => {
    let unfollow = () => {};
    let isGone = false;
    loadBoard().then(
      loaded => {
        if (isGone) return;
        setBoard(loaded);
        unfollow = loaded.follow({
          onDevices: told => setDevices(before => withTold(before, told)),
          onLive: setIsLive,
        });
      },
      () => {
        // Without a network there is nothing to follow; the list asks again by itself.
      },
    );
    return () => {
      isGone = true;
      unfollow();
    };
  }, [loadBoard, person]);

  const answer = asked.last?.value;
  useEffect(() => {
    if (answer) setDevices(before => withAnswer(before, answer.devices));
  }, [answer]);

  const told = answer?.calls?.find(call => call.stream === stream);
  const last = ownCall && ownCall.at >= (told?.at ?? 0) ? ownCall : told;
  const isOver = last !== undefined && (answer?.at ?? last.at) - last.at > callLastsMs;
  const call = isOver ? undefined : last;

  const { trainers, notes } = useMemo(() => {
    const today = dayAt(now());
    const known: Trainer[] = (local?.members ?? []).flatMap(view => {
      const { name, role, until } = valuesOf<Member>(view);
      const isTrainer = role !== undefined && role !== 'pengelola';
      const isPast = until !== undefined && until < today;
      const isKoordinator = role === 'koordinator';
      return isTrainer && !isPast ? [{ id: view.r, name: name ?? view.r, isKoordinator }] : [];
    });
    const said = (local?.notes ?? [])
      .filter(view => !isDeletedView(view))
      .map(view => [view.r, valuesOf<BoardNote>(view)] as const);
    return { trainers: known, notes: new Map(said) };
  }, [local]);

  const rows = useMemo(() => {
    if (peaks.current.call !== call?.id) {
      peaks.current = { call: call?.id, of: new Map() };
      pace.reset();
    }
    for (const [id, device] of devices) {
      const peak = peaks.current.of.get(id) ?? 0;
      peaks.current.of.set(id, Math.max(peak, weightOf(device)));
    }
    return makeRows({ devices, trainers, notes, call, peaks: peaks.current.of });
  }, [devices, trainers, notes, call]);

  const left = useMemo(() => {
    const waited = rows.flatMap(({ state, device }) =>
      device && state !== 'notExpected' && state !== 'writtenOff' ? [device] : [],
    );
    const bytes = waited.reduce((sum, device) => sum + weightOf(device), 0);
    const peak = waited.reduce((sum, { id }) => sum + (peaks.current.of.get(id) ?? 0), 0);
    pace.note(performance.now(), bytes);
    return { bytes, peak, remainingMs: pace.remainingMs() };
  }, [rows]);

  const others = useMemo(() => {
    const shown = new Set(rows.map(({ id }) => id));
    return [...devices.values()].filter(({ id }) => !shown.has(id));
  }, [rows, devices]);

  return { asked, rows, others, call, left, isLive, board, noteCall: setOwnCall };
}
