import type { Board, LeavingResult } from '../board-service.ts';
import type { SyncApi } from '../api/sync-api.ts';
import type { KeepDatabase } from '../data/keep.ts';
import type { BatteryView } from '../device/battery.ts';
import type { Called } from './called.ts';
import type { Line, LineWorld } from './line.ts';

/** The part of the page that is used: whether somebody looks. */
export type PagePart = Pick<
  Document,
  'visibilityState' | 'addEventListener' | 'removeEventListener'
>;

export interface BoardWorld {
  api: SyncApi;
  keep: KeepDatabase;
  called: Called;
  battery: BatteryView;
  /** The sign-in of whoever is at the device. Throws `Problem` if nobody is. */
  token: () => string;
  openLine: (line: Pick<LineWorld, 'isBoard' | 'onTold' | 'onOpen'>) => Line;
  /** Tells home how the device stands. */
  tell: () => Promise<void>;
}

const leavingKey: [string, string] = ['leaving', 'last'];

/** What the last check before leaving came to. */
export async function readLeaving(keep: KeepDatabase): Promise<LeavingResult | undefined> {
  return (await keep.notes.get(leavingKey))?.body as LeavingResult | undefined;
}

/** Opens the board's services. */
export function createBoard(world: BoardWorld): Board {
  const { api, keep, called, battery, token, openLine, tell } = world;
  return {
    heard: called.last,
    arePicturesHeld: called.arePicturesHeld,
    call: (stream, pictures) => api.call(token(), { stream, pictures }),
    follow: ({ onDevices, onLive }) => {
      const line = openLine({
        isBoard: true,
        onTold: told => {
          if (told.is === 'devices') onDevices(told.devices);
        },
        onOpen: onLive,
      });
      line.review();
      return line.close;
    },
    readLeaving: () => readLeaving(keep),
    saveLeaving: async result => {
      const [kind, key] = leavingKey;
      await keep.notes.put({ kind, key, body: result });
      await tell();
    },
    fetchVersion: async () => (await api.fetchHealth()).version,
    readBattery: battery.read,
  };
}
