import { regionStream } from '../../../domain/stream.ts';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { begunPrefix } from '../../parts/begun-prefix.ts';

/** In the address, instead of a village's code: a profile that was begun before anybody was let in. */
export const begunProfile = 'draft';

/** Where lies what is being typed of a village's profile. */
export function draftPrefix(village: string): string {
  return village === begunProfile ? `${begunPrefix}typed|` : `library|${village}|`;
}

/** Where the answers of a begun profile lie. */
export const begunAnswersPrefix = `${begunPrefix}answer|`;

/** Where lies what is being typed of the records of one kind that a village's profile has several of. */
export function recordDraftPrefix(kind: string, village: string): string {
  return `${kind}|${village}|`;
}

/** The stream of a village's profile. */
export function streamOfVillage(village: string): string {
  return regionStream(regencyOfVillage(village));
}
