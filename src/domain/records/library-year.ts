import type { RecordKind } from './kind.ts';
import { isInVillage, villageOfId } from './village-records.ts';

/** The figures of an earlier year of a profile; the id is `<village>:<year>`. */
export const libraryYear: RecordKind = {
  name: 'libraryYear',
  version: 1,
  streams: ['region'],
  hasId: (id, stream) => isInVillage(id, stream, year => /^\d{4}$/.test(year)),
  parentOf: villageOfId,
  villageOf: villageOfId,
};
