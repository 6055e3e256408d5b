import type { ReadonlySignal } from '@preact/signals';
import type { Call, CallResponse, DeviceEntry, PictureTime } from '../protocol/event-messages.ts';
import type { DeviceReport } from '../protocol/messages.ts';

/** What a check before leaving came to. */
export type LeavingResult = NonNullable<DeviceReport['leaving']>;

/** The battery as the browser tells of it. */
export interface Battery {
  /** Charge, 0 to 1. */
  level: number;
  isCharging: boolean;
}

/** Who follows the devices live. */
export interface Follower {
  /** Devices as they stand now, only those that changed. */
  onDevices: (told: readonly DeviceEntry[]) => void;
  /** Whether changes come at once; while they do not, one has to ask. */
  onLive: (isLive: boolean) => void;
}

/** Calling the devices, hearing calls, and the check before leaving: fetched when first asked for. */
export interface Board {
  /** The last call that this device heard, in this start of the app. */
  heard: ReadonlySignal<Call | undefined>;
  /** True while a call asks to send pictures later. */
  arePicturesHeld: () => boolean;
  /** Calls every device of a stream. Throws `Problem`. */
  call: (stream: string, pictures: PictureTime) => Promise<CallResponse>;
  /** Follows the devices that one watches over until the returned function is called. */
  follow: (follower: Follower) => () => void;
  /** The last check before leaving; undefined if there was none. May be wrapped in a live query. */
  readLeaving: () => Promise<LeavingResult | undefined>;
  /** Keeps what a check came to, and tells home of it when there is a network. */
  saveLeaving: (result: LeavingResult) => Promise<void>;
  /** The version that home has. Throws `Problem`. */
  fetchVersion: () => Promise<string>;
  /** Undefined where the browser does not tell. */
  readBattery: () => Promise<Battery | undefined>;
}
