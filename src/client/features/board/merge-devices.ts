import type { DeviceEntry } from '../../../protocol/event-messages.ts';

type Devices = ReadonlyMap<string, DeviceEntry>;

/** What came at once takes the place of what was known. */
export function withTold(known: Devices, told: readonly DeviceEntry[]): Devices {
  return new Map([...known, ...told.map(device => [device.id, device] as const)]);
}

/**
 * All devices, as home answered. One that said something after the answer was made stays as it is known,
 * and so does the very object of one in which nothing changed; who is not in the answer is gone.
 */
export function withAnswer(known: Devices, answer: readonly DeviceEntry[]): Devices {
  return new Map(
    answer.map(device => {
      const before = known.get(device.id);
      const isNewer = (before?.lastSeenAt ?? 0) > (device.lastSeenAt ?? 0);
      const isSame = before && JSON.stringify(before) === JSON.stringify(device);
      return [device.id, before && (isNewer || isSame) ? before : device];
    }),
  );
}
