import type { Device } from '../../domain/records/device.ts';
import { programmeStream } from '../../domain/stream.ts';
import type { StoreReader } from '../store/store.ts';
import { valuesIn } from './scopes.ts';

/** Which of these devices are shut out (rule 4.15). */
export async function findRevoked(
  store: StoreReader,
  devices: Iterable<string>,
): Promise<Set<string>> {
  const keys = [...new Set(devices)].map(record => ({
    stream: programmeStream,
    kind: 'device',
    record,
  }));
  const records = await store.findRecords(keys);
  const revoked = records.filter(record => valuesIn<Device>(record).revoked === true);
  return new Set(revoked.map(({ record }) => record));
}
