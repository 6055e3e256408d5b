import { readStream } from '../../../domain/stream.ts';
import { laterPaths } from '../../later-paths.ts';

/** The screen that tells who did what in a stream; undefined for one that has none. */
export function pathOfActivity(stream: string): string | undefined {
  const read = readStream(stream);
  if (read?.kind === 'training') return laterPaths.activity(read.id);
  return read?.kind === 'region' ? laterPaths.activityOfRegion(read.id) : undefined;
}
