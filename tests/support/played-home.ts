import type {
  AppServices,
  DeclinedWork,
  DeviceReceipts,
  RefusedElsewhere,
  RefusedWork,
} from '../../src/client/app-services.ts';
import type { KeepDatabase } from '../../src/client/data/keep.ts';
import type { Records } from '../../src/client/data/record-view.ts';
import { Problem } from '../../src/domain/problem.ts';
import { programmeStream } from '../../src/domain/stream.ts';
import type { ActivityQuery, ActivityResponse } from '../../src/protocol/activity-messages.ts';
import type { DevicesResponse, HistoryEntry, Receipt } from '../../src/protocol/messages.ts';

/** What a test says that home would answer; a `Problem` is thrown instead. */
export interface PlayedHome {
  own: RefusedWork[];
  /** Numbers of own work that was taken back. */
  withdrawn: Set<number>;
  declined: DeclinedWork[];
  elsewhere: RefusedElsewhere[] | Problem;
  receipts: DeviceReceipts;
  devices: DevicesResponse | Problem;
  /** What home holds of each other device. */
  receiptsOf: Record<string, Receipt[]>;
  history: HistoryEntry[] | Problem;
  /** What home answers about who did what in a stream. */
  onActivity: (stream: string, query: ActivityQuery) => Promise<ActivityResponse>;
  /** How often the devices were asked for. */
  devicesAsked: number;
}

/** A home that has nothing to say. */
export function emptyHome(): PlayedHome {
  return {
    own: [],
    withdrawn: new Set(),
    declined: [],
    elsewhere: [],
    receipts: { at: undefined, groups: [] },
    devices: { at: 0, devices: [] },
    receiptsOf: {},
    history: [],
    onActivity: () => Promise.resolve({ entries: [], next: null, left: 0 }),
    devicesAsked: 0,
  };
}

type Played = Pick<
  AppServices,
  'attention' | 'receipts' | 'pictures' | 'fetchHistory' | 'fetchActivity'
>;

/** The services that speak of refused work, proof and pictures, as a test says that home answers. */
export function playHome(
  world: () => PlayedHome,
  keep: KeepDatabase,
  records: Pick<Records, 'readRecord'>,
  write: Records['write'],
): Played {
  async function settle(change: () => void): Promise<void> {
    await write([]);
    change();
    await keep.notes.put({ kind: settled[0], key: settled[1], body: world().withdrawn.size });
  }

  return {
    attention: {
      async readOwn() {
        // A row that a live query watches, so that taking back is seen as in the real one.
        await keep.notes.get(settled);
        return world().own.filter(({ n }) => !world().withdrawn.has(n));
      },
      readDeclined: () => Promise.resolve(world().declined),
      fetchAll: () => answer(world().elsewhere),
      decide: async ({ id, operation }, outcome, note) => {
        const place = operation.stream ?? programmeStream;
        const seen = await records.readRecord(place, 'decision', id);
        const fields = { outcome, ...(note !== undefined && { note }) };
        await write([{ stream: place, t: 'decision', r: id, fields, seen }]);
      },
      withdraw: n => settle(() => world().withdrawn.add(n)),
      undoWithdraw: n => settle(() => world().withdrawn.delete(n)),
    },
    receipts: {
      read: () => Promise.resolve(world().receipts),
      fetchDevices: () => {
        world().devicesAsked += 1;
        return answer(world().devices);
      },
      fetchOf: async device => ({
        device,
        epoch: 'e1',
        at: 0,
        receipts: world().receiptsOf[device] ?? [],
      }),
    },
    pictures: {
      keep: () => Promise.reject(new Problem('device-full')),
      load: () => Promise.resolve(undefined),
      stateOf: () => Promise.resolve('unknown'),
    },
    fetchHistory: () => answer(world().history),
    fetchActivity: (stream, query) => world().onActivity(stream, query),
  };
}

const settled = ['played', 'settled'] as const;

async function answer<T>(given: T | Problem): Promise<T> {
  if (given instanceof Problem) throw given;
  return given;
}
