import { programmeStream } from '../../domain/stream.ts';
import { Problem } from '../../domain/problem.ts';
import type { DeviceEntry, DevicesResponse } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { findRevoked } from '../accounts/revocation.ts';
import { coordinatedStreams, readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';

/**
 * The devices of everybody who has a place in what the caller coordinates; all of them for the
 * programme's koordinator. Throws `device-revoked`, and `not-found` for somebody who coordinates nothing.
 */
export async function readDevices(
  { store, clock }: Home,
  caller: Caller,
): Promise<DevicesResponse> {
  assertMayRead(caller);
  const streams = new Set(coordinatedStreams(await readScopes(store, caller.person, clock())));
  if (streams.size === 0) throw new Problem('not-found');
  const devices = await store.readDevices();
  const ids = devices.map(({ id }) => id);
  const reports = new Map(devices.map(({ id, report }) => [id, readReport(report)]));
  const enrolments = await store.findEnrolledOn(ids);
  const members = await store.findMemberOperations(enrolments.map(({ person }) => person));
  const isOurs = new Set(
    members.filter(({ stream }) => streams.has(stream)).map(({ record }) => record),
  );
  const revoked = await findRevoked(store, ids);

  const entries = devices.map(({ id, name, lastSeenAt }): DeviceEntry => {
    // One that had to take a new id is still its people's.
    const known = reports.get(id);
    const names = [id, ...(known?.formerly ?? [])];
    const people = enrolments.filter(({ device }) => names.includes(device));
    return {
      id,
      name,
      lastSeenAt,
      people: people.map(({ person, name: called, role }) => ({
        id: person,
        name: called,
        role,
      })),
      isRevoked: names.some(one => revoked.has(one)),
      report: known ?? null,
    };
  });
  const isSeen = ({ people }: DeviceEntry) =>
    streams.has(programmeStream) || people.some(({ id }) => isOurs.has(id));
  return { at: clock(), devices: entries.filter(isSeen) };
}

function readReport(text: string | null) {
  if (text === null) return undefined;
  return JSON.parse(text) as NonNullable<DeviceEntry['report']> & { formerly?: string[] };
}
