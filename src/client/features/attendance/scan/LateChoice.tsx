import type { TimeOfDay } from '../../../../domain/day.ts';
import type { AttendanceMark } from '../../../../domain/records/attendance.ts';
import { useI18n } from '../../../i18n/use-i18n.tsx';
import { markWords } from '../../../parts/attendance-words.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import type { LateRule } from './mark-at.ts';

interface LateChoiceProps {
  rule: LateRule;
  onChoose: (rule: LateRule) => void;
  /** Undefined for a session that knows no late. */
  startsAt: TimeOfDay | undefined;
  /** What somebody who comes now would get by the rule `late`. */
  mark: AttendanceMark;
}

/** What is recorded of those who come after the beginning. */
export function LateChoice({ rule, onChoose, startsAt, mark }: LateChoiceProps) {
  const { t, format } = useI18n();
  if (startsAt === undefined) return null;
  return (
    <SegmentedChoice
      label={t('scan.late.question', { time: format.timeOfDay(startsAt) })}
      choices={[
        { value: 'present', label: t('scan.late.present') },
        {
          value: 'late',
          label:
            mark.status === 'terlambat'
              ? t('scan.late.lateNow', { mark: markWords(t, mark) })
              : t('scan.late.late'),
        },
      ]}
      value={rule}
      onChoose={onChoose}
    />
  );
}
