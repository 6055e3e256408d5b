import type { Role } from '../../domain/records/member.ts';
import type { DeviceReport, Resolution } from '../../protocol/messages.ts';
import type { SyncApi } from '../api/sync-api.ts';
import type { Base } from '../data/base.ts';
import type { Counters } from '../data/counters.ts';
import type { DeviceId } from '../data/device-id.ts';
import type { Given } from '../data/given.ts';
import type { Outbox, Present } from '../data/outbox.ts';
import type { PictureStore } from '../data/picture-store.ts';
import type { ReceiptBook } from '../data/receipt-book.ts';

/** Somebody's right to deliver and to read, as far as this device holds it. */
export interface Credentials {
  person: string;
  token: string;
  /** The server that let the person in. */
  home: string;
  scopes: readonly { id: string; role: Role }[];
}

/** How far a round has come. */
export type RoundPhase =
  | { is: 'sending'; sent: number; total: number }
  | { is: 'receiving'; records: number }
  | { is: 'sending-pictures'; sent: number; total: number };

/** What a round needs of the world. */
export interface RoundWorld {
  api: SyncApi;
  outbox: Outbox;
  base: Base;
  device: DeviceId;
  counters: Counters;
  given: Given;
  receipts: ReceiptBook;
  pictures: PictureStore;
  /** Sends pictures; fetched when there are any. */
  loadLane: () => Promise<PictureLane>;
  /** Takes over what became of refused operations. */
  settle: (asked: Present, resolved: readonly Resolution[]) => Promise<void>;
  /** Removes what need not be kept any more, if anything. */
  clean: () => Promise<void>;
  /** Everybody let in on this device, whoever is at it first. */
  people: () => readonly Credentials[];
  /** Home said what a person may read. */
  onScopes: (person: string, scopes: Credentials['scopes']) => Promise<void>;
  /** Takes over what home says people are called, by their ids. */
  onNames: (names: Readonly<Record<string, string>>) => Promise<void>;
  /** How the device stood when it last told home, in this start of the app, and when that was. */
  told: { waiting?: string; whole?: string | undefined; at?: number };
  /** What the device may say when all of it is home (rule 13.6); undefined while it may not. */
  readWhole?: () => Promise<DeviceReport['whole']>;
  /** True once a call was heard: somebody looks at the board. */
  isCalled?: () => boolean;
  /** True while a call asked to send pictures later (rule 13.4). */
  arePicturesHeld?: () => boolean;
  /** What the device tells of itself; its names, its tokens and what is gone are added. */
  reportDevice: () => Promise<Omit<DeviceReport, 'id' | 'formerly' | 'tokens' | 'gone'>>;
  /** Home's clock was seen: `homeNow` between `askedAt` and `answeredAt` of the device's. */
  measure: (seen: { homeNow: number; askedAt: number; answeredAt: number }) => void;
  /** Waits some ms before the next batch. */
  pause: (ms: number) => Promise<void>;
  onPhase: (phase: RoundPhase) => void;
  /** The device's clock, ms. */
  now: () => number;
}

/** How sending pictures ended; `sent` of them are verified now. */
export interface LaneEnd {
  is: 'done' | 'operations-wait';
  sent: number;
}

/** The lane of pictures, a part of the app that is fetched when there are any. */
export interface PictureLane {
  /**
   * Sends what home has not verified, one after the other, each from where it stood, until there is no
   * more or operations wait (rule 11.6). Throws the `Problem` that stopped it; what home took stays there.
   */
  sendPictures: (
    world: RoundWorld,
    people: readonly Credentials[],
    checkTurn: () => void,
  ) => Promise<LaneEnd>;
  /** A picture's bytes from home, not checked; undefined if home has none to show. */
  fetchPicture: (
    people: readonly Credentials[],
    sha256: string,
  ) => Promise<ArrayBuffer | undefined>;
}
