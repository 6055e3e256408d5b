import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useStable } from '../../parts/use-stable.ts';
import type { RowActions } from './AttendanceRow.tsx';
import { BlockOfRows } from './BlockOfRows.tsx';
import { readSheetKey } from './sheet-keys.ts';
import type { SheetRow } from './sheet-rows.ts';
import { firstOf } from './sheet-blocks.ts';
import { useGrowingCount } from './use-growing-count.ts';
import { useSwipe } from './use-swipe.ts';
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
  const list = useRef<HTMLElement>(null);
  const personOf = (id: string | undefined) => rows.find(({ person }) => person.id === id)?.person;

  useSwipe(
    list,
    actions &&
      ((row, direction) => {
        const person = personOf(row);
        if (!person) return;
        if (direction === 'forward') actions.onMark(person, { status: 'hadir' });
        else actions.onOpen(person);
      }),
  );

  // On a laptop: letters mark the row in focus and go on to the next, arrows move.
  const press = useStable((event: KeyboardEvent) => {
    const key = actions && readSheetKey(event);
    const row = (event.target as Element).closest<HTMLElement>('[data-row]');
    const person = personOf(row?.dataset['row']);
    if (!actions || !key || !row || !person) return;
    event.preventDefault();
    if (key.does === 'mark') actions.onMark(person, { status: key.status });
    if (key.does === 'clear') actions.onMark(person, null);
    // Whoever is late has minutes to be said: they are asked for here.
    if (key.does === 'mark' && key.status === 'terlambat') actions.onOpen(person);
    else if (key.does !== 'clear') focusRow(list.current, row, key.does === 'move' ? key.by : 1);
  });
  // With nothing in focus, as after marking all at once, an arrow leads into the list.
  const enter = useStable((event: KeyboardEvent) => {
    if (!actions || event.target !== document.body || readSheetKey(event)?.does !== 'move') return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[data-row]:not([hidden]) button')?.focus();
  });
  useLayoutEffect(() => {
    const element = list.current;
    element?.addEventListener('keydown', press);
    document.addEventListener('keydown', enter);
    return () => {
      element?.removeEventListener('keydown', press);
      document.removeEventListener('keydown', enter);
    };
  }, [press, enter]);

  return (
    <section
      class={styles.list}
      aria-label={t('all.word.attendanceSheet')}
      aria-busy={isBehind || count < blocks.length}
      hidden={inSight.size === 0}
      ref={list}
      data-swipes={actions !== undefined}
    >
      {blocks.slice(0, count).map(block => (
        <BlockOfRows key={firstOf(block)} block={block} actions={actions} t={t} />
      ))}
    </section>
  );
}

/** Brings the row that is so many rows further into focus; at the ends it stays. */
function focusRow(list: HTMLElement | null, from: HTMLElement, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]:not([hidden])') ?? [])];
  rows[rows.indexOf(from) + by]?.querySelector('button')?.focus();
}
