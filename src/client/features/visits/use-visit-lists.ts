import { readChecklistId } from '../../../domain/checklists/checklist-id.ts';
import { templateOfRef } from '../../../domain/checklists/template.ts';
import { offeredVersions } from '../../../domain/checklists/versions.ts';
import { programmeStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { readTemplates } from '../../parts/checklist/read-templates.ts';
import { streamOf } from './use-village.ts';

/** The templates of the lists that are ticked at a visit: those offered, and those begun. Undefined while they are read. */
export function useVisitLists(village: string, day: string): string[] | undefined {
  const { records } = useServices();
  return useLiveQuery(async () => {
    const stream = streamOf(village);
    const written = await readTemplates(records, [stream, programmeStream]);
    const begun = await records.readShelf(stream, 'checklist', village);
    const ofVisit = begun.flatMap(({ r }) => {
      const named = readChecklistId(r);
      return named?.village === village && named.subject === day ? [named.template] : [];
    });
    const offered = offeredVersions(written, 'visit').map(({ ref }) => templateOfRef(ref));
    return [...new Set([...offered, ...ofVisit])];
  }, [records, village, day]);
}
