import { useI18n } from '../i18n/use-i18n.tsx';
import { Mark } from '../ui/Mark.tsx';
import { toneOfStatus, type ShownStatus } from './attendance-words.ts';

interface StatusMarkProps {
  status: ShownStatus;
  /** Default 'medium'. */
  size?: 'small' | 'medium';
}

/** The letter of the official sheet on a tile of its colour. The word stands beside it. */
export function StatusMark({ status, size = 'medium' }: StatusMarkProps) {
  const { t } = useI18n();
  return (
    <Mark sign={t(`all.attendanceLetter.${status}`)} tone={toneOfStatus[status]} size={size} />
  );
}
