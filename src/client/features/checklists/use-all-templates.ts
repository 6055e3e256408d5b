import type { Subject } from '../../../domain/checklists/template.ts';
import { newestVersions } from '../../../domain/checklists/versions.ts';
import type { TemplateVersion } from '../../../domain/checklists/template.ts';
import { programmeStream, readScope, readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { readTemplates, type WrittenVersion } from '../../parts/checklist/read-templates.ts';
import { roleIn } from '../../parts/role-in.ts';

/** All templates as their coordinator sees them. */
export interface AllTemplates {
  written: readonly WrittenVersion[];
  newest: readonly TemplateVersion[];
  /** Where a version for such lists is to lie: everywhere that this person coordinates and such lists are ticked. */
  streamsFor: (subject: Subject) => string[];
}

/** Reads every version in the streams that the person at the device coordinates; undefined while it does. */
export function useAllTemplates(): AllTemplates | undefined {
  const { records, account } = useServices();
  const person = account.active.value;
  return useLiveQuery(async () => {
    const scoped = person?.scopes.flatMap(({ id }) => readScope(id)?.stream ?? []) ?? [];
    const known = [...new Set([...scoped, ...(await records.readStreams())])].sort();
    const streams = known.filter(stream => roleIn(person, stream) === 'koordinator');
    const written = await readTemplates(records, streams);
    return {
      written,
      newest: newestVersions(written),
      streamsFor: (subject: Subject) =>
        streams.filter(
          stream =>
            stream === programmeStream ||
            readStream(stream)?.kind === (subject === 'visit' ? 'region' : 'training'),
        ),
    };
  }, [records, person]);
}
