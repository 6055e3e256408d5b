import { useI18n } from '../../i18n/use-i18n.tsx';
import type { RowActions } from './AttendanceRow.tsx';
import { BlockOfRows } from './BlockOfRows.tsx';
import type { SheetRow } from './sheet-rows.ts';
import { firstOf } from './sheet-blocks.ts';
import { useGrowingCount } from './use-growing-count.ts';
import { useSteppedBlocks } from './use-stepped-blocks.ts';
import styles from './SheetList.module.css';

interface SheetListProps {
  rows: readonly SheetRow[];
  /** Ids of those to be seen. */
  inSight: ReadonlySet<string>;
  actions: RowActions | undefined;
}

/** The people of a sheet, one under another. */
export function SheetList({ rows, inSight, actions }: SheetListProps) {
  const { t } = useI18n();
  const { blocks, isBehind } = useSteppedBlocks(rows, inSight);
  const count = useGrowingCount(blocks.length);
  return (
    <section
      class={styles.list}
      aria-label={t('all.word.attendanceSheet')}
      aria-busy={isBehind || count < blocks.length}
      hidden={inSight.size === 0}
    >
      {blocks.slice(0, count).map(block => (
        <BlockOfRows key={firstOf(block)} block={block} actions={actions} t={t} />
      ))}
    </section>
  );
}
