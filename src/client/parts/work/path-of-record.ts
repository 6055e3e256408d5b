import { readAttendanceId } from '../../../domain/ids.ts';
import { villageOfId } from '../../../domain/records/village-records.ts';
import { readStream } from '../../../domain/stream.ts';
import { isVillageCode } from '../../../domain/territory.ts';
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
  if (read?.kind === 'region') {
    const village = villageOfId(id);
    if (!isVillageCode(village)) return undefined;
    const [, day] = id.split(':');
    return day !== undefined && kind !== undefined && ofVisits.has(kind)
      ? laterPaths.visit(village, day)
      : paths.library(village);
  }
  if (read?.kind !== 'training') return undefined;
  if (kind === 'checklist') return laterPaths.checklist(read.id, id);
  if (kind === 'checklistItem')
    return laterPaths.checklist(read.id, id.slice(0, id.lastIndexOf(':')));
  if (kind === 'attendance') {
    const named = readAttendanceId(id);
    return named && paths.session(read.id, named.session, named.participant);
  }
  if (kind === 'participant') return paths.participants(read.id, id);
  return kind === 'session' ? paths.session(read.id, id) : paths.training(read.id);
}
