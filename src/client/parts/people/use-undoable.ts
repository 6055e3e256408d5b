import { useServices } from '../../app-services.ts';
import type { Change } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useSaving } from '../work/use-saving.ts';
import { takeBack } from './take-back.ts';

/**
 * Writes edits, says so, and offers the way back; true once they are saved. `undo` where taking back is more
 * than showing again what was there.
 */
export function useUndoable(): (
  words: string,
  changes: readonly Change[],
  undo?: () => Promise<void>,
) => Promise<boolean> {
  const { records, device } = useServices();
  const { t } = useI18n();
  const saving = useSaving();
  const showToast = useToast();

  return async (words, changes, undo) => {
    if (!(await saving(() => records.write(changes)))) return false;
    const goBack = undo ?? (async () => void (await takeBack(records, changes)));
    showToast({
      text: t('people.change.saved', { what: words }),
      action: {
        label: t('all.action.undo'),
        onPress: () =>
          void saving(goBack).then(isDone => {
            if (isDone) showToast({ text: t('people.change.undone') });
          }),
      },
    });
    void device.askToKeep();
    return true;
  };
}
