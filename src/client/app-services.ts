import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ProblemCode, RefusalCode } from '../domain/problem.ts';
import type { Picture } from '../domain/records/kind.ts';
import type { Role } from '../domain/records/member.ts';
import type { Decisions, ImportEdit } from '../domain/roster/import-edits.ts';
import type { PlanSummary } from '../domain/roster/summarise-plan.ts';
import type { Territory } from '../domain/territory.ts';
import type { ActivityQuery, ActivityResponse } from '../protocol/activity-messages.ts';
import type { DevicesResponse } from '../protocol/event-messages.ts';
import type {
  HistoryEntry,
  InviteRequest,
  InviteResponse,
  Receipt,
  ReceiptsResponse,
} from '../protocol/messages.ts';
import type { Operation } from '../protocol/operation.ts';
import type { PlanWanted, SheetHead, TableTrouble } from '../worker/roster-messages.ts';
import type { Board } from './board-service.ts';
import type { Drafts } from './data/drafts.ts';
import type { OwnEdits } from './data/own-edits.ts';
import type { Records } from './data/record-view.ts';
import type { Caller } from './device/caller.ts';
import type { PreparedPhoto } from './device/photos.ts';
import type { Location } from './device/locate.ts';
import type { OpenScanner } from './device/scanner.ts';

/** Somebody who was let in on this device. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  /** What the person may read, as home last said. */
  scopes: readonly { id: string; role: Role }[];
}

/** Who uses this device. Signing in needs the network once; afterwards nothing locks anybody out. */
export interface Account {
  people: ReadonlySignal<readonly Person[]>;
  /** Everybody whose name is known here beside the members of a stream. */
  known: ReadonlySignal<readonly { id: string; name: string }[]>;
  /** Who is at the device now; undefined before the first enrolment. */
  active: ReadonlySignal<Person | undefined>;
  /** A code that somebody brought and that has let nobody in yet; kept over restarts. Empty for none. */
  code: ReadonlySignal<string>;
  /** Keeps such a code, as it was typed. */
  keepCode: (code: string) => void;
  /** Lets somebody in with an invitation's code, typed in any case and with or without dashes. Throws `Problem`. */
  enrol(code: string): Promise<Person>;
  /** Hands the device to somebody who was let in before; works without a network. */
  switchTo(person: string): Promise<void>;
}

/** What the sync loop is doing. */
export type SyncPhase =
  | { is: 'idle' }
  /** Delivering: `sent` of `total` edits of this round have a verdict. */
  | { is: 'sending'; sent: number; total: number }
  | { is: 'receiving'; records: number }
  /** Sending pictures, after everything else: `sent` of `total` bytes of this round. */
  | { is: 'sending-pictures'; sent: number; total: number }
  /** The last try failed; the next comes by itself at `nextAt` (ms) or when a trigger comes first. */
  | { is: 'failed'; problem: ProblemCode; nextAt: number };

/** Everything a screen may say about delivery. */
export interface SyncStatus {
  phase: SyncPhase;
  /** Edits saved on this device that have no verdict of home's present epoch. */
  waiting: number;
  /** Edits that home keeps apart and that nobody has settled. */
  attention: number;
  /** Edits of this device that home has admitted, of those still kept here. */
  delivered: number;
  isOnline: boolean;
  /**
   * When a whole round last ended with everything delivered, everything readable received, and home's
   * counted receipts equal to what is kept here, ms; undefined if never.
   */
  completedAt: number | undefined;
  /** Pictures whose bytes home has not verified yet, and how many bytes they are. */
  pictures: { waiting: number; bytes: number };
}

export interface Sync {
  status: ReadonlySignal<SyncStatus>;
  /** Tries at once, whatever the backoff says. */
  syncNow: () => void;
  /** Asks home every few seconds until the returned function is called: for screens that watch others work. */
  watch(): () => void;
}

/** One refused operation of this device. */
export interface RefusedWork {
  n: number;
  operation: Operation;
  code: RefusalCode;
  /** When the verdict came, ms. */
  refusedAt: number;
}

/** Refused operations of the others, as home tells those who may see them. */
export interface RefusedElsewhere {
  id: string;
  code: RefusalCode;
  receivedAt: number;
  device: string;
  operation: Partial<Operation>;
}

export interface Attention {
  /** This device's refused work that is not settled, newest first. May be wrapped in a live query. */
  readOwn(): Promise<RefusedWork[]>;
  /** This device's refused work that was declined, with what was said, newest first. May be wrapped in a live query. */
  readDeclined(): Promise<DeclinedWork[]>;
  /** What home keeps apart in the streams the person at the device coordinates. Throws `Problem`. */
  fetchAll(): Promise<RefusedElsewhere[]>;
  /**
   * Lets a refused operation in or leaves it out for good. Saved here like any other work, and delivered
   * with it; so it needs no network. `null` takes back a decline (nothing let in can be put out again).
   */
  decide(
    refused: Pick<RefusedElsewhere, 'id' | 'operation'>,
    outcome: 'accept' | 'decline' | null,
    note?: string,
  ): Promise<void>;
  /** Takes one's own refused work back: it leaves the screens at once. */
  withdraw(n: number): Promise<void>;
  /** Undoes `withdraw`. */
  undoWithdraw(n: number): Promise<void>;
}

/** Work of this device that a coordinator left out for good. */
export interface DeclinedWork {
  n: number;
  operation: Operation;
  code: RefusalCode;
  note: string;
  /** When this device learnt of it, ms. */
  declinedAt: number;
}

/** What a device's own books and home's receipts say of one group of records. */
export interface GroupReceipt {
  stream: string;
  kind: string;
  /** What the ids of the group's records begin with: a session's id; empty if the kind has no groups. */
  group: string;
  /** As this device counts what it wrote: operations, different records, and how many have no verdict yet. */
  here: { operations: number; records: number; waiting: number; pictures: number };
  /** As home counts it; undefined as long as home has not said. */
  home: Receipt | undefined;
  /** True if both lists are the same to the last id, and every picture is verified. */
  isProven: boolean;
}

/** Counted receipts of this device, as home last gave them. */
export interface DeviceReceipts {
  /** When home gave them, home's clock, ms; undefined if it never did in this epoch. */
  at: number | undefined;
  /** The newest first. */
  groups: readonly GroupReceipt[];
}

export interface Receipts {
  /** This device's, as last fetched; fetched again by itself after every delivery. May be wrapped in a live query. */
  read(): Promise<DeviceReceipts>;
  /** All devices of the streams the person at the device coordinates. Throws `Problem`. */
  fetchDevices(): Promise<DevicesResponse>;
  /** What home holds of another device, for its coordinator. Throws `Problem`. */
  fetchOf(device: string): Promise<ReceiptsResponse>;
}

/** Pictures and signatures. */
export interface Pictures {
  /**
   * Keeps a picture's bytes durably and gives what a field says of it. The bytes go up after the operations.
   * Throws `Problem` `device-full` (nothing was kept; texts still go in) and `too-large`.
   */
  keep(bytes: ArrayBuffer, about: Pick<Picture, 'mime' | 'w' | 'h'>): Promise<Picture>;
  /** The bytes, from this device or else from home; undefined if neither has them now. */
  load(picture: Picture): Promise<ArrayBuffer | undefined>;
  /** `waiting`, `home` (verified there), or `unknown` for one that is not kept here. May be wrapped in a live query. */
  stateOf(sha256: string): Promise<'waiting' | 'home' | 'unknown'>;
}

/** An invitation that was made, and what for. Its code is known here alone. */
export interface MadeInvitation extends InviteResponse {
  request: InviteRequest;
  /** Who made it. */
  by: string;
}

/** Invitations for others, made in the name of whoever is at the device. */
export interface Invitations {
  /** The last one that was made, until the app is closed; never stored. */
  latest: Signal<MadeInvitation | undefined>;
  /** Makes one, which is then the latest. Needs the network. Throws `Problem`. */
  make(request: InviteRequest): Promise<void>;
}

/** Reads lists of people and plans their import, away from the page; holds the list that was read last. */
export interface RosterDesk {
  /** The sheets of a file, or of a text with separated cells; or why it is not read. */
  read(source: Blob | string): Promise<readonly SheetHead[] | TableTrouble>;
  /** What taking over a sheet comes to; `onProgress` is told how far it is, 0 to 1. */
  plan(wanted: PlanWanted, onProgress: (share: number) => void): Promise<PlanSummary>;
  /** All that the last plan would write, with what was decided; what is undecided is left out. */
  readEdits(decisions: Decisions): Promise<readonly ImportEdit[]>;
  /** Ends what is under way, for which nothing more is heard. */
  close(): void;
}

/** Settings of this device, kept over restarts. */
export interface Settings {
  language: ReadonlySignal<'id' | 'en'>;
  setLanguage: (language: 'id' | 'en') => void;
  theme: ReadonlySignal<'auto' | 'light' | 'dark' | 'sun'>;
  setTheme: (theme: 'auto' | 'light' | 'dark' | 'sun') => void;
}

export interface DeviceInfo {
  /** The id this device signs its work with. */
  id: string;
  /** Whether the browser promised to keep the data, and how many bytes are free; undefined where it does not tell. */
  storage: ReadonlySignal<{ isPersistent: boolean; free: number | undefined } | undefined>;
  /** Asks for lasting storage when it was not granted yet; call it after the first work was saved. */
  askToKeep(): Promise<void>;
  /** True when the device's clock disagrees with home's by more than two minutes, as last measured. */
  isClockWrong: ReadonlySignal<boolean>;
  /** The time as home's clock likely has it, ms: the device's own, put right by what was last measured. */
  likelyNow(): number;
  /** Where the device is. Throws an `Error` whose message is `denied`, `timeout` or `unavailable`. */
  locate(): Promise<Location>;
  /** All work of this device that is not proven to be home, as a file to hand over. */
  exportUnsent(): Promise<Blob>;
}

/** A new version of the app that waits for a good moment. */
export interface Updates {
  isReady: ReadonlySignal<boolean>;
  /** True once the app can start without a network. */
  isOfflineReady: ReadonlySignal<boolean>;
  /** Screens where an interruption would hurt hold updates back until the returned function is called. */
  holdBack(): () => void;
  isHeldBack: ReadonlySignal<boolean>;
  /** Switches to the new version and reloads. */
  apply(): Promise<void>;
}

/** All that screens may ask for. Built in main.tsx, handed down by context. */
export interface AppServices {
  records: Records;
  /** Half-written answers; fetched when a form is first opened. */
  loadDrafts: () => Promise<Drafts>;
  /** What was written on this device of late, and taking it back; fetched when first asked for. */
  loadOwnEdits: () => Promise<OwnEdits>;
  /** Calling names aloud; fetched when first asked for. */
  loadCaller: () => Promise<Caller>;
  account: Account;
  sync: Sync;
  attention: Attention;
  receipts: Receipts;
  /** Calling devices, hearing calls, and the check before leaving; fetched when first asked for. */
  loadBoard: () => Promise<Board>;
  pictures: Pictures;
  invitations: Invitations;
  /** Makes a file a photo to keep: upright, small, without what the camera wrote beside it. Throws an `Error` whose message is a `PhotoTrouble`. */
  preparePhoto: (file: Blob) => Promise<PreparedPhoto>;
  /** Where lists of people are read; fetched when first asked for. Close it when it is no longer needed. */
  openRosterDesk: () => Promise<RosterDesk>;
  /** Reads QR codes off the camera. Throws an `Error` whose message is a `CameraTrouble`. */
  openScanner: OpenScanner;
  /** Everything ever written of a record, as home tells it, the latest first. Throws `Problem`. */
  fetchHistory: (stream: string, kind: string, id: string) => Promise<HistoryEntry[]>;
  /** Who did what in a stream that this person coordinates, the latest first, by the page. Throws `Problem`. */
  fetchActivity: (stream: string, query: ActivityQuery) => Promise<ActivityResponse>;
  settings: Settings;
  device: DeviceInfo;
  updates: Updates;
  /** The province's villages; loaded when first asked for. */
  loadTerritory: () => Promise<Territory>;
  /** The clock, ms. */
  now: () => number;
  newId: () => string;
}

export const ServicesContext = createContext<AppServices | undefined>(undefined);

/** The app's services. Throws outside of the app. */
export function useServices(): AppServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices() outside of <ServicesContext.Provider>');
  return services;
}
