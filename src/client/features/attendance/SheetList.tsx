import { useI18n } from '../../i18n/use-i18n.tsx';
import type { RowActions } from './AttendanceRow.tsx';
import { SheetBlock } from './SheetBlock.tsx';
import type { SheetRow } from './sheet-rows.ts';
import { useGrowingCount } from './use-growing-count.ts';
import { useSteppedRows } from './use-stepped-rows.ts';
import styles from './SheetList.module.css';

/** A mark redraws one block and scrolling weighs blocks, however long the sheet. */
const rowsPerBlock = 5;

interface SheetListProps {
  rows: readonly SheetRow[];
  /** Ids of those to be seen. The others stay where they are, hidden: showing them again costs nothing. */
  inSight: ReadonlySet<string>;
  actions: RowActions | undefined;
}

/** The people of a sheet, one under another. */
export function SheetList({ rows, inSight, actions }: SheetListProps) {
  const { t } = useI18n();
  const drawn = useSteppedRows(rows);
  const count = useGrowingCount(Math.ceil(rows.length / rowsPerBlock));
  const blocks = Array.from({ length: count }, (_, at) =>
    drawn.slice(at * rowsPerBlock, (at + 1) * rowsPerBlock),
  );
  return (
    <section
      class={styles.list}
      aria-label={t('all.word.attendanceSheet')}
      hidden={inSight.size === 0}
    >
      {blocks.map((block, at) => (
        <SheetBlock key={at} rows={block} inSight={inSight} actions={actions} t={t} />
      ))}
    </section>
  );
}
