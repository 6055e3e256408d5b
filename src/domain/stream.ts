import { isIdPart } from './ids.ts';
import { isRegencyCode, isVillageCode } from './territory.ts';

/**
 * A stream is where a record lives and what rights are given on: one training, one region
 * (the libraries of a kabupaten), or the programme as a whole.
 */
export type StreamKind = 'training' | 'region' | 'programme';

/** A stream's name, taken apart. `id` is empty for the programme. */
export interface StreamName {
  kind: StreamKind;
  id: string;
}

/** The one stream that holds templates, settings and the people who may act everywhere. */
export const programmeStream = 'programme';

/** The stream of one training. */
export function trainingStream(training: string): string {
  return `training:${training}`;
}

/** The stream of one regency's libraries, by its code (`62.03`). */
export function regionStream(regency: string): string {
  return `region:${regency}`;
}

/** Takes a stream's name apart; undefined if it is not the name of a stream. */
export function readStream(name: string): StreamName | undefined {
  if (name === programmeStream) return { kind: 'programme', id: '' };
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const id = name.slice(colon + 1);
  if (kind === 'training' && isIdPart(id)) return { kind, id };
  if (kind === 'region' && isRegencyCode(id)) return { kind, id };
  return undefined;
}

/**
 * What a person may read: a whole stream, or for a village librarian the stream narrowed to her
 * village, `region:62.03/62.03.01.2001`.
 */
export function scopeOf(stream: string, village?: string): string {
  return village === undefined ? stream : `${stream}/${village}`;
}

/** Takes a scope apart; undefined if it is not one. */
export function readScope(scope: string): { stream: string; village?: string } | undefined {
  const slash = scope.indexOf('/');
  const stream = slash < 0 ? scope : scope.slice(0, slash);
  if (!readStream(stream)) return undefined;
  if (slash < 0) return { stream };
  const village = scope.slice(slash + 1);
  return isVillageCode(village) ? { stream, village } : undefined;
}

/** True if whoever may read `scope` may read a record of `stream` that belongs to `village` (if to any). */
export function isInScope(scope: string, stream: string, village: string | undefined): boolean {
  const read = readScope(scope);
  if (read?.stream !== stream) return false;
  return read.village === undefined || read.village === village;
}
