import { useMemo } from 'preact/hooks';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import { useServices } from '../../app-services.ts';
import { disputedFields, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { draftPrefix } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/** What in a section wants a look, besides what is still empty. */
export interface SectionMarks {
  id: string;
  /** Questions whose answer is refused, or whose typed text is no answer yet. */
  toCheck: string[];
  /** Questions on which people disagree. */
  differing: string[];
  /** True if a trainer wrote something about it. */
  hasNote: boolean;
}

/** The marks of every section, in the order of the form. */
export function useSectionMarks(book: LibraryBook): SectionMarks[] {
  const { records, loadDrafts } = useServices();
  const { village, stream, isBegun, view, progress } = book;
  const drafts = useLoaded(loadDrafts);
  const typed = useLiveQuery(
    async () => drafts && (await drafts.read(draftPrefix(village))),
    [drafts, village],
  );
  const reviews = useLiveQuery(
    async () => (isBegun ? [] : records.readShelf(stream, 'libraryReview', village)),
    [records, stream, village, isBegun],
  );

  return useMemo(() => {
    const disputed = new Set(view ? disputedFields(view) : []);
    const noted = new Set(
      (reviews ?? [])
        .filter(review => valuesOf<{ note?: string }>(review).note !== undefined)
        .map(({ r }) => r),
    );
    return libraryProfile.sections.map(({ id, fields }) => {
      const issues = progress.sections.find(section => section.id === id)?.issues ?? [];
      const refused = new Set(
        issues.filter(({ level }) => level === 'refused').map(({ key }) => key),
      );
      const keys = fields.map(({ key }) => key);
      return {
        id,
        toCheck: keys.filter(key => refused.has(key) || typed?.[key] !== undefined),
        differing: keys.filter(key => disputed.has(key)),
        hasNote: noted.has(`${village}:${id}`),
      };
    });
  }, [view, progress, typed, reviews, village]);
}
