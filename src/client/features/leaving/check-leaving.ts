import type { Day } from '../../../domain/day.ts';
import type { Battery } from '../../board-service.ts';

/** What has to be in order before the boat leaves, in the order in which it is put right. */
export const leavingChecks = [
  'signIn',
  'roster',
  'sync',
  'version',
  'offline',
  'storage',
  'space',
  'clock',
  'battery',
] as const;

export type LeavingCheck = (typeof leavingChecks)[number];

/** `unknown` where the browser does not tell: nobody is kept back for that. */
export type CheckState = 'good' | 'open' | 'unknown';

/** What a device knows of itself before leaving. */
export interface LeavingFacts {
  /** The training it leaves for; undefined if none is on board. */
  training: { endsOn: Day | undefined; people: number } | undefined;
  /** Whether somebody here has a place in that training, and its last day; undefined for no last day. */
  place: { until: Day | undefined } | undefined;
  today: Day;
  /** How long ago everything was last sent and received, ms; undefined if never. */
  completeForMs: number | undefined;
  appVersion: string;
  /** The version that home has; undefined if it could not be asked. */
  homeVersion: string | undefined;
  /** A new version waits to be used. */
  isUpdateReady: boolean;
  isOfflineReady: boolean;
  /** Whether the browser promised to keep the data, and bytes free; undefined where it does not tell. */
  storage: { isPersistent: boolean; free: number | undefined } | undefined;
  isClockWrong: boolean;
  battery: Battery | undefined;
}

/** Data of the same half day is the data one leaves with, ms. */
const mostStaleMs = 12 * 3_600_000;

/** Room for about a thousand photos of 250 kB, and what the browser wants for itself, bytes. Our own measure. */
export const leastFreeBytes = 300_000_000;

/** A tablet that is used all day should leave nearly full. Our own measure. */
const leastCharge = 0.8;

/** Checks a device. */
export function checkLeaving(facts: LeavingFacts): Record<LeavingCheck, CheckState> {
  const { training, place, storage, battery } = facts;
  const is = (isGood: boolean): CheckState => (isGood ? 'good' : 'open');
  const lastDay = training?.endsOn ?? facts.today;
  return {
    signIn: is(place !== undefined && (place.until === undefined || place.until >= lastDay)),
    roster: is(training !== undefined && training.people > 0),
    sync: is(facts.completeForMs !== undefined && facts.completeForMs < mostStaleMs),
    version: is(facts.homeVersion === facts.appVersion && !facts.isUpdateReady),
    offline: is(facts.isOfflineReady),
    storage: is(storage?.isPersistent === true),
    space: storage?.free === undefined ? 'unknown' : is(storage.free >= leastFreeBytes),
    clock: is(!facts.isClockWrong),
    battery:
      battery === undefined ? 'unknown' : is(battery.isCharging || battery.level >= leastCharge),
  };
}
