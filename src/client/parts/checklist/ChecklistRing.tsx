import type { ChecklistProgress } from '../../../domain/checklists/progress.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { ProgressRing } from '../../ui/ProgressRing.tsx';

/** How much of a checklist is settled. */
export function ChecklistRing({ progress }: { progress: ChecklistProgress }) {
  const { t } = useI18n();
  const { settled, total, isComplete } = progress;
  return (
    <ProgressRing
      label={t('checklist.list.progress', { done: settled, total })}
      value={total === 0 ? 0 : settled / total}
    >
      {isComplete ? <Icon shape={checkIcon} /> : settled}
    </ProgressRing>
  );
}
