import type { BoardNote } from '../../../domain/records/board-note.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { useToast } from '../../ui/Toasts.tsx';

/** What is to be said of a device; an empty note is none. */
export interface Correction {
  state: BoardNote['state'] | undefined;
  note: string;
}

/** Corrects the board of a training: an ordinary edit, saved here at once, which can be undone. */
export function useCorrection(
  stream: string,
): (id: string, correction: Correction, done?: string) => Promise<void> {
  const { records } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const isSaved = useSaving();

  async function set(id: string, { state, note }: Correction): Promise<Correction> {
    const seen = await records.readRecord(stream, 'boardNote', id);
    const before = valuesOf<BoardNote>(seen);
    const fields = {
      ...(before.state !== state && { state: state ?? null }),
      ...((before.note ?? '') !== note && { note: note === '' ? null : note }),
    };
    if (Object.keys(fields).length > 0)
      await records.write([{ stream, t: 'boardNote', r: id, fields, seen }]);
    return { state: before.state, note: before.note ?? '' };
  }

  return async (id, correction, done = t('koordinator.board.changed')) => {
    let before: Correction | undefined;
    const saved = await isSaved(async () => {
      before = await set(id, correction);
    });
    if (!saved || !before) return;
    const earlier = before;
    showToast({
      text: done,
      action: {
        label: t('all.action.undo'),
        onPress: () => void isSaved(async () => void (await set(id, earlier))),
      },
    });
  };
}
