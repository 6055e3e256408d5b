import type { TemplateContent, TemplateVersion } from '../../../domain/checklists/template.ts';
import { isDeletedView, valuesOf, type Records } from '../../data/record-view.ts';

/** A version that a coordinator wrote, and where it lies. */
export interface WrittenVersion extends TemplateVersion {
  streams: readonly string[];
}

/** The versions that lie in these streams, each once. */
export async function readTemplates(
  records: Records,
  streams: readonly string[],
): Promise<WrittenVersion[]> {
  const found = new Map<string, WrittenVersion>();
  // One after another: Dexie loses its way when a live query opens several transactions at once.
  for (const stream of streams) {
    for (const view of await records.readShelf(stream, 'checklistTemplate')) {
      const { content } = valuesOf<{ content?: TemplateContent }>(view);
      if (!content || isDeletedView(view)) continue;
      const known = found.get(view.r);
      const at = known ? [...known.streams, stream] : [stream];
      found.set(view.r, { ref: view.r, content: known?.content ?? content, streams: at });
    }
  }
  return [...found.values()];
}
