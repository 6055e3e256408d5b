import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../../domain/problem.ts';
import { useServices } from '../../app-services.ts';
import { begunPrefix } from '../../parts/begun-prefix.ts';
import { begunAnswersPrefix, begunProfile, draftPrefix } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/**
 * Takes what was begun on this device before anybody was let in over into a librarian's own profile, once.
 * Written as by somebody who saw nothing of what is there: where others answered otherwise, both answers
 * stand side by side. Only when it is saved does it leave its first place. Once that happened here, tells which
 * village was chosen there.
 */
export function useBegunMove({
  village,
  stream,
  isBegun,
  isRead,
}: LibraryBook): { chosen: string | undefined } | undefined {
  const { records, loadDrafts, account } = useServices();
  const [moved, setMoved] = useState<{ chosen: string | undefined }>();
  const isOwn = account.active.value?.role === 'pengelola' && !isBegun;

  useEffect(() => {
    if (!isOwn || !isRead) return;
    let isGone = false;

    async function move(): Promise<void> {
      const drafts = await loadDrafts();
      const { kode_wilayah: chosen, ...fields } = await drafts.read(begunAnswersPrefix);
      // Half-typed answers come along too, before their first place is cleared.
      const typed = await drafts.read(draftPrefix(begunProfile));
      const isAnswered = Object.keys(fields).length > 0;
      if (!isAnswered && Object.keys(typed).length === 0) return;
      if (isAnswered)
        await records.write([{ stream, t: 'library', r: village, fields, seen: undefined }]);
      for (const [key, body] of Object.entries(typed))
        await drafts.put(draftPrefix(village) + key, body);
      await drafts.clear(begunPrefix);
      if (!isGone) setMoved({ chosen: typeof chosen === 'string' ? chosen : undefined });
    }

    move().catch((failure: unknown) => {
      // A full device keeps it where it is: the next visit tries again.
      if (!(failure instanceof Problem)) throw failure;
    });
    return () => {
      isGone = true;
    };
  }, [isOwn, isRead, stream, village]);

  return moved;
}
