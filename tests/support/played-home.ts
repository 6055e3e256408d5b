import { signal, type Signal } from '@preact/signals';
import type { Battery, Follower, LeavingResult } from '../../src/client/board-service.ts';
import type { Call, DevicesResponse, PictureTime } from '../../src/protocol/event-messages.ts';
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
import type { HistoryEntry, Receipt } from '../../src/protocol/messages.ts';

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
  /** What was called, in order. */
  calls: { stream: string; pictures: PictureTime }[];
  /** Who follows the devices live: what home tells at once goes there. */
  followers: Set<Follower>;
  /** The last call that this device heard. */
  heard: Signal<Call | undefined>;
  /** What was kept of checks before leaving, the last at the end. */
  leavings: LeavingResult[];
  /** The version that home has. */
  version: string | Problem;
  battery: Battery | undefined;
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
    calls: [],
    followers: new Set(),
    heard: signal<Call | undefined>(undefined),
    leavings: [],
    version: '0.0.0',
    battery: undefined,
  };
}

type Played = Pick<
  AppServices,
  'attention' | 'receipts' | 'pictures' | 'fetchHistory' | 'fetchActivity' | 'loadBoard'
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
    loadBoard: () =>
      Promise.resolve({
        heard: world().heard,
        arePicturesHeld: () => world().heard.value?.pictures === 'later',
        call: async (stream, pictures) => {
          world().calls.push({ stream, pictures });
          const devices = await answer(world().devices);
          const call = { id: `call-${world().calls.length}`, stream, at: devices.at, pictures };
          const here = devices.devices.filter(({ isHere }) => isHere === true);
          return { call, reached: here.map(({ id }) => id) };
        },
        follow: follower => {
          world().followers.add(follower);
          follower.onLive(true);
          return () => world().followers.delete(follower);
        },
        readLeaving: async () => {
          // A row that a live query watches, as in the real one.
          await keep.notes.get(['leaving', 'last']);
          return world().leavings.at(-1);
        },
        saveLeaving: async result => {
          world().leavings.push(result);
          await keep.notes.put({ kind: 'leaving', key: 'last', body: result });
        },
        fetchVersion: () => answer(world().version),
        readBattery: () => Promise.resolve(world().battery),
      }),
  };
}

const settled = ['played', 'settled'] as const;

async function answer<T>(given: T | Problem): Promise<T> {
  if (given instanceof Problem) throw given;
  return given;
}
