import { programmeStream } from '../../domain/stream.ts';
import { Problem } from '../../domain/problem.ts';
import type { DeviceEntry } from '../../protocol/event-messages.ts';
import type { Home } from '../accounts/home.ts';
import { findRevoked } from '../accounts/revocation.ts';
import { coordinatedStreams, readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredDevice, StoredEnrolment } from '../store/store.ts';
import { readKeptReport, type KeptReport } from './kept-report.ts';

/** Who is connected, as far as whoever tells of devices needs to know. */
export interface Presence {
  isHere(device: string): boolean;
  /** Bytes of pictures that came from it since it last reported. */
  arrived(device: string): number;
}

const nobodyHere: Presence = { isHere: () => false, arrived: () => 0 };

/** The devices that somebody watches over. */
export interface WatchedDevices {
  /** The streams that the caller coordinates. */
  streams: ReadonlySet<string>;
  /**
   * Those devices as they stand now; only the ones in `ids`, if given. Costs what is held per device and
   * nothing by what lies in the streams (rule 13.5).
   */
  read(ids?: ReadonlySet<string>): Promise<DeviceEntry[]>;
  /** True for a device that was there when this was found. */
  knows(device: string): boolean;
  /** The devices on which somebody was let in who has a place in that stream. */
  devicesOf(stream: string): Set<string>;
}

/**
 * The devices of everybody who has a place in what the caller coordinates; all of them for the
 * programme's koordinator. Who that is stands as it was found now. Throws `device-revoked`, and
 * `not-found` for somebody who coordinates nothing.
 */
export async function watchDevices(
  { store, clock }: Home,
  caller: Caller,
  presence: Presence = nobodyHere,
): Promise<WatchedDevices> {
  assertMayRead(caller);
  const streams = new Set(coordinatedStreams(await readScopes(store, caller.person, clock())));
  if (streams.size === 0) throw new Problem('not-found');
  const all = await store.readDevices();
  const ids = all.map(({ id }) => id);
  const enrolments = await store.findEnrolledOn(ids);
  const members = await store.findMemberOperations(enrolments.map(({ person }) => person));
  const isOurs = new Set(
    members.filter(({ stream }) => streams.has(stream)).map(({ record }) => record),
  );
  const revoked = await findRevoked(store, ids);
  const byDevice = new Map<string, StoredEnrolment[]>();
  for (const enrolment of enrolments)
    byDevice.set(enrolment.device, [...(byDevice.get(enrolment.device) ?? []), enrolment]);

  function entryOf(device: StoredDevice, epoch: string): DeviceEntry {
    const { id, name, lastSeenAt, held } = device;
    // One that had to take a new id is still its people's.
    const kept = readKeptReport(device.report);
    const names = [id, ...(kept?.report.formerly ?? [])];
    return {
      id,
      name,
      lastSeenAt,
      people: names
        .flatMap(one => byDevice.get(one) ?? [])
        .map(({ person, name: called, role }) => ({ id: person, name: called, role })),
      isRevoked: names.some(one => revoked.has(one)),
      report: kept?.report ?? null,
      held: held.reduce((sum, [from, to]) => sum + to - from + 1, 0),
      isHere: names.some(one => presence.isHere(one)),
      arrived: names.reduce((sum, one) => sum + presence.arrived(one), 0),
      proof: proofIn(kept, epoch),
    };
  }

  const isSeen = ({ people }: DeviceEntry) =>
    streams.has(programmeStream) || people.some(({ id }) => isOurs.has(id));
  let first: StoredDevice[] | undefined = all;
  const known = new Set(ids);
  return {
    streams,
    knows: device => known.has(device),
    devicesOf: stream => {
      const people = new Set(
        members.filter(member => member.stream === stream).map(({ record }) => record),
      );
      const theirs = enrolments.filter(({ person }) => people.has(person));
      return new Set(theirs.map(({ device }) => device));
    },
    read: async wanted => {
      const devices = first ?? (await store.readDevices());
      first = undefined;
      const epoch = await store.readEpoch();
      return devices
        .filter(({ id }) => wanted?.has(id) ?? true)
        .map(device => entryOf(device, epoch))
        .filter(isSeen);
    },
  };
}

/** A proof counts in the epoch in which home counted. */
function proofIn(kept: KeptReport | undefined, epoch: string): DeviceEntry['proof'] {
  if (!kept?.proof || kept.proof.epoch !== epoch) return null;
  const { at, operations, pictures, code } = kept.proof;
  return { at, operations, pictures, code };
}
