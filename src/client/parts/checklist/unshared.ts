import type { Subject } from '../../../domain/checklists/template.ts';
import { newestVersions } from '../../../domain/checklists/versions.ts';
import type { WrittenVersion } from './read-templates.ts';

/** A version that a stream lacks, so that who reads that stream alone does not know it. */
export interface Unshared {
  stream: string;
  version: WrittenVersion;
}

/** The newest versions of lists about such things that do not lie in all of these streams. */
export function unsharedIn(
  streams: readonly string[],
  subjects: readonly Subject[],
  written: readonly WrittenVersion[],
): Unshared[] {
  const newest = newestVersions(written).flatMap(
    ({ ref }) => written.find(version => version.ref === ref) ?? [],
  );
  return streams.flatMap(stream =>
    newest
      .filter(({ content, streams: at }) => subjects.includes(content.for) && !at.includes(stream))
      .map(version => ({ stream, version })),
  );
}
