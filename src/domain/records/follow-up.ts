import type { RecordKind } from './kind.ts';
import { isInVillage, villageOfId } from './village-records.ts';

/** One line of a village’s follow-up plan (rencana tindak lanjut); the id is `<village>:<random>`. */
export const followUp: RecordKind = {
  name: 'followUp',
  version: 1,
  streams: ['region'],
  hasId: (id, stream) => isInVillage(id, stream),
  parentOf: villageOfId,
  villageOf: villageOfId,
};
