import { isIdPart } from '../ids.ts';
import type { StreamName } from '../stream.ts';
import { isVillageCode, regencyOfVillage } from '../territory.ts';

/** The village that a record's id begins with. */
export function villageOfId(id: string): string {
  return id.split(':', 1)[0] ?? '';
}

/** True if the id begins with a village of the stream's regency and has so many parts, the last one good for `isLast`. */
export function isInVillage(
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
