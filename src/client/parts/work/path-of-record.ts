import { readAttendanceId } from '../../../domain/ids.ts';
import { readStream } from '../../../domain/stream.ts';
import { laterPaths } from '../../later-paths.ts';
import { paths } from '../../paths.ts';
import type { ReadableWork } from './read-work.ts';

/** Kinds whose ids begin with the village and the day of a visit. */
const ofVisits = new Set(['visit', 'checklist', 'checklistItem', 'followUpCheck']);

/** The screen on which a record is seen and put right; undefined if there is none. */
export function pathOfRecord({
  stream = '',
  kind,
  id = '',
}: Pick<ReadableWork, 'stream' | 'kind' | 'id'>): string | undefined {
  const read = readStream(stream);
  const [village = '', day = ''] = id.split(':');
  if (read?.kind === 'region' && kind !== undefined && ofVisits.has(kind))
    return laterPaths.visit(village, day);
  if (read?.kind !== 'training') return undefined;
  if (kind === 'checklist') return laterPaths.checklist(read.id, id);
  if (kind === 'checklistItem')
    return laterPaths.checklist(read.id, id.slice(0, id.lastIndexOf(':')));
  if (kind === 'attendance') {
    const named = readAttendanceId(id);
    return named && paths.session(read.id, named.session, named.participant);
  }
  return kind === 'session' ? paths.session(read.id, id) : paths.training(read.id);
}
