import { isIdPart } from '../ids.ts';
import type { RecordKind } from './kind.ts';
import { isVillage, villageOfId } from './village-records.ts';

/**
 * How a line of a village's follow-up plan stood at a visit; the id is `<village>:<day of the visit>:<line>`,
 * with the last part of the line's own id.
 */
export const followUpCheck: RecordKind = {
  name: 'followUpCheck',
  version: 1,
  streams: ['region'],
  hasId(id, stream) {
    const parts = id.split(':');
    return parts.length === 3 && parts.every(isIdPart) && isVillage(parts[0] ?? '', stream);
  },
  parentOf: villageOfId,
  villageOf: villageOfId,
};
