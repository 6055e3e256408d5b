import type { RecordKind } from './kind.ts';
import { isInVillage, villageOfId } from './village-records.ts';

/** What a trainer who looked over a section of a profile says of it; the id is `<village>:<section>`. */
export const libraryReview: RecordKind = {
  name: 'libraryReview',
  version: 1,
  streams: ['region'],
  hasId: (id, stream) => isInVillage(id, stream),
  parentOf: villageOfId,
  villageOf: villageOfId,
};
