import type { RecordKind } from './kind.ts';
import { isInVillage, villageOfId } from './village-records.ts';

/** One result of advocacy (hasil advokasi); the id is `<village>:<random>`. */
export const advocacy: RecordKind = {
  name: 'advocacy',
  version: 1,
  streams: ['region'],
  hasId: (id, stream) => isInVillage(id, stream),
  parentOf: villageOfId,
  villageOf: villageOfId,
};
