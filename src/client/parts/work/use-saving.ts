import { Problem } from '../../../domain/problem.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useToast } from '../../ui/Toasts.tsx';

/** Does something that is saved on this device; true once it is. What stops it is said in words. */
export function useSaving(): (save: () => Promise<void>) => Promise<boolean> {
  const { t } = useI18n();
  const showToast = useToast();
  return async save => {
    try {
      await save();
      return true;
    } catch (error) {
      if (error instanceof Problem) {
        showToast({ text: t(`all.problem.${error.code}`) });
        return false;
      }
      showToast({ text: t('fasilitator.sheet.notSaved') });
      throw error;
    }
  };
}
