import type { Role } from '../../domain/records/member.ts';
import type { DeviceReport } from '../../protocol/messages.ts';
import type { Api } from '../api/api.ts';
import type { Base } from '../data/base.ts';
import type { Outbox } from '../data/outbox.ts';

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
  { is: 'sending'; sent: number; total: number } | { is: 'receiving'; records: number };

/** What a round needs of the world. */
export interface RoundWorld {
  api: Api;
  outbox: Outbox;
  base: Base;
  /** Everybody let in on this device, whoever is at it first. */
  people: () => readonly Credentials[];
  /** Home said what a person may read. */
  onScopes: (person: string, scopes: Credentials['scopes']) => Promise<void>;
  /** What the device tells of itself; the tokens are added. */
  reportDevice: () => Promise<Omit<DeviceReport, 'tokens'>>;
  /** Home's clock was seen: `homeNow` between `askedAt` and `answeredAt` of the device's. */
  measure: (seen: { homeNow: number; askedAt: number; answeredAt: number }) => void;
  /** Waits some ms before the next batch. */
  pause: (ms: number) => Promise<void>;
  onPhase: (phase: RoundPhase) => void;
  /** The device's clock, ms. */
  now: () => number;
}
