import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ProblemCode, RefusalCode } from '../domain/problem.ts';
import type { Role } from '../domain/records/member.ts';
import type { Territory } from '../domain/territory.ts';
import type { Operation } from '../protocol/operation.ts';
import type { Records } from './data/record-view.ts';

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
  /** Who is at the device now; undefined before the first enrolment. */
  active: ReadonlySignal<Person | undefined>;
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
  /** When everything waiting was delivered and everything readable was received, ms; undefined if never. */
  completedAt: number | undefined;
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
  /** This device's refused work, newest first. May be wrapped in a live query. */
  readOwn(): Promise<RefusedWork[]>;
  /** What home keeps apart in the streams the person at the device coordinates. Throws `Problem`. */
  fetchAll(): Promise<RefusedElsewhere[]>;
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
  account: Account;
  sync: Sync;
  attention: Attention;
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
