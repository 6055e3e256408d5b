import { isIdPart } from '../ids.ts';
import type { StreamName } from '../stream.ts';
import { isVillageCode, regencyOfVillage } from '../territory.ts';
import type { RecordKind } from './kind.ts';

/** A kind whose records belong to a village: the id is `<village>:<last>`, with a last part that is good for `isLast`. */
export function kindOfVillage(name: string, isLast?: (part: string) => boolean): RecordKind {
  return {
    name,
    version: 1,
    streams: ['region'],
    hasId: (id, stream) => isInVillage(id, stream, isLast),
    parentOf: villageOfId,
    villageOf: villageOfId,
  };
}

/** The village that a record's id begins with. */
export function villageOfId(id: string): string {
  return id.split(':', 1)[0] ?? '';
}

/** True if the id begins with a village of the stream's regency and has so many parts, the last one good for `isLast`. */
function isInVillage(
  id: string,
  stream: StreamName,
  isLast: (part: string) => boolean = isIdPart,
): boolean {
  const [village = '', last = '', ...rest] = id.split(':');
  return isVillage(village, stream) && isLast(last) && rest.length === 0;
}

/** True for the code of a village of the stream's regency. Whether it exists is a finding. */
export function isVillage(code: string, stream: StreamName): boolean {
  return isVillageCode(code) && regencyOfVillage(code) === stream.id;
}
