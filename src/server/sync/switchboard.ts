import type { Call, PictureTime } from '../../protocol/event-messages.ts';
import { limits, type PushRequest } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import type { Presence } from './devices.ts';

/** One stream of events that a device has open. */
export interface Line {
  tell(call: Call): void;
  end(): void;
}

/** What a board is told: that this device stands otherwise now, or that rights may be others. */
export type Stir = { device: string } | 'rights';

/**
 * Who is connected to this process, and what they are to be told at once (rule 13.2): nothing of it is kept,
 * and all of it is bounded by the number of devices.
 */
export interface Switchboard extends Presence {
  /**
   * A device's line stands until the returned function is called. It is told of a call of the last ten
   * minutes unless it names that call as the last it heard (rule 13.4).
   */
  connect(device: string, line: Line, heard: string | undefined): () => void;
  /** Has `listener` told what stirs, until the returned function is called. */
  follow(listener: (stir: Stir) => void): () => void;
  /** Calls these devices; `reached` are those that are connected. The same call anew is the one that stands. */
  call(
    asked: { stream: string; pictures: PictureTime },
    devices: ReadonlySet<string>,
  ): { call: Call; reached: string[] };
  /** The last call in each of these streams. */
  callsIn(streams: ReadonlySet<string>): Call[];
  noteDelivery(delivered: PushRequest): void;
  noteBytes(device: string, bytes: number): void;
  /** Ends every line. */
  close(): void;
}

/** A device that connects so long after a call is told of it all the same, ms. */
const callLastsMs = 600_000;
/** The same call within this is one call: several coordinators press at once, ms. */
const sameCallMs = 2_000;
/** What changes rights, or who is watched over. */
const kindsOfRights = new Set(['member', 'device']);

/** Opens an empty switchboard. */
export function createSwitchboard({ clock, newId }: Pick<Home, 'clock' | 'newId'>): Switchboard {
  const lines = new Map<string, Line[]>();
  const arrived = new Map<string, number>();
  const calls = new Map<string, { call: Call; devices: ReadonlySet<string> }>();
  const listeners = new Set<(stir: Stir) => void>();

  const stir = (what: Stir) => {
    for (const listener of listeners) listener(what);
  };

  return {
    isHere: device => lines.has(device),
    arrived: device => arrived.get(device) ?? 0,

    connect: (device, line, heard) => {
      const open = lines.get(device) ?? [];
      if (open.length === 0) stir({ device });
      lines.set(device, [...open, line]);
      if (open.length >= limits.eventStreams) open[0]?.end();
      for (const { call, devices } of calls.values()) {
        const isFresh = clock() - call.at < callLastsMs;
        if (isFresh && devices.has(device) && call.id !== heard) line.tell(call);
      }
      return () => {
        const left = (lines.get(device) ?? []).filter(other => other !== line);
        if (left.length > 0) lines.set(device, left);
        else if (lines.delete(device)) stir({ device });
      };
    },

    follow: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    call: (asked, devices) => {
      const last = calls.get(asked.stream)?.call;
      const isSame = last?.pictures === asked.pictures && clock() - last.at < sameCallMs;
      const call: Call = last && isSame ? last : { id: newId(), at: clock(), ...asked };
      calls.set(asked.stream, { call, devices });
      const reached = [...devices].filter(device => lines.has(device));
      if (!isSame) {
        for (const device of reached) for (const line of lines.get(device) ?? []) line.tell(call);
      }
      return { call, reached };
    },

    callsIn: streams =>
      [...calls].flatMap(([stream, { call }]) => (streams.has(stream) ? [call] : [])),

    noteDelivery: ({ device, ops }) => {
      arrived.delete(device.id);
      const kinds = ops.map(line => (line as { t?: unknown } | null)?.t);
      if (kinds.some(kind => typeof kind === 'string' && kindsOfRights.has(kind))) stir('rights');
      stir({ device: device.id });
    },

    noteBytes: (device, bytes) => {
      arrived.set(device, (arrived.get(device) ?? 0) + bytes);
      stir({ device });
    },

    close: () => {
      for (const line of [...lines.values()].flat()) line.end();
    },
  };
}
