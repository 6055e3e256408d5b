import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { begunAnswersPrefix, begunPrefix } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/**
 * Takes what was begun on this device before anybody was let in over into a librarian's own profile, once.
 * Written as by somebody who saw nothing of what is there: where others answered otherwise, both answers
 * stand side by side. Only when it is saved does it leave its first place. True after that happened here.
 */
export function useBegunMove({ village, stream, isBegun, isRead }: LibraryBook): boolean {
  const { records, loadDrafts, account } = useServices();
  const [hasMoved, setHasMoved] = useState(false);
  const isOwn = account.active.value?.role === 'pengelola' && !isBegun;

  useEffect(() => {
    if (!isOwn || !isRead) return;
    let isGone = false;

    async function move(): Promise<void> {
      const drafts = await loadDrafts();
      const { kode_wilayah: _, ...fields } = await drafts.read(begunAnswersPrefix);
      if (Object.keys(fields).length === 0) return;
      await records.write([{ stream, t: 'library', r: village, fields, seen: undefined }]);
      await drafts.clear(begunPrefix);
      if (!isGone) setHasMoved(true);
    }

    // A full device keeps it where it is: the next visit tries again.
    move().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [isOwn, isRead, stream, village]);

  return hasMoved;
}
