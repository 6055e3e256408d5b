import type { ComponentChildren } from 'preact';
import type { SheetSummary } from '../../../domain/attendance-summary.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { sheetFilters, type SheetFilter } from './sheet-filter.ts';
import styles from './SheetBar.module.css';

interface SheetBarProps {
  summary: SheetSummary;
  filter: SheetFilter;
  onFilter: (filter: SheetFilter) => void;
  /** Marks all who are missing; left out where one only reads. */
  onAllPresent: (() => void) | undefined;
  /** When what is shown was last known to be complete; for those who watch. */
  freshness: ComponentChildren;
}

/** In reach of the thumb: how far the sheet is, all present, and who is in sight. */
export function SheetBar({ summary, filter, onFilter, onAllPresent, freshness }: SheetBarProps) {
  const { t } = useI18n();
  const { recorded, missing, byStatus } = summary;
  const counts = { all: recorded + missing, missing, exceptions: recorded - byStatus.hadir };
  return (
    <div class={styles.bar}>
      <div class={styles.summary}>
        <output class={styles.words}>
          <strong>{t('fasilitator.sheet.recorded', { done: recorded, total: counts.all })}</strong>
          <span class={styles.missing}>
            {missing === 0 ? t('all.session.complete') : t('all.session.missing', { n: missing })}
          </span>
          {freshness && <span class={styles.missing}>{freshness}</span>}
        </output>
        {onAllPresent && missing > 0 && (
          <Button kind="primary" icon={checkIcon} onPress={onAllPresent}>
            {t('fasilitator.sheet.allPresent')}
          </Button>
        )}
      </div>
      <SegmentedChoice
        label={t('fasilitator.sheet.filter')}
        labelHidden
        density="compact"
        choices={sheetFilters.map(value => ({
          value,
          label: t(`fasilitator.sheet.filter-${value}`, { n: counts[value] }),
        }))}
        value={filter}
        onChoose={onFilter}
      />
    </div>
  );
}
