import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { summariseSheet } from '../../../domain/attendance-summary.ts';
import type { AttendanceMark } from '../../../domain/records/attendance.ts';
import { searchText } from '../../../domain/search-text.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useDeferred } from '../../parts/use-deferred.ts';
import { useStable } from '../../parts/use-stable.ts';
import { Banner } from '../../ui/Banner.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { rowsInSight, type SheetFilter } from './sheet-filter.ts';
import type { MarkEdit, SheetPerson, SheetRow } from './sheet-rows.ts';
import { SheetBar } from './SheetBar.tsx';
import { SheetList } from './SheetList.tsx';
import { StateSheet } from './StateSheet.tsx';
import type { Marking } from './use-marking.ts';
import { useSheetEdits } from './use-sheet-edits.ts';
import { WalkIn } from './WalkIn.tsx';
import styles from './SheetScreen.module.css';

interface SheetScreenProps {
  frame: Pick<ComponentProps<typeof Screen>, 'title' | 'detail' | 'back'>;
  rows: readonly SheetRow[];
  save: Marking['save'];
  /** Where everything ever written of a line stands. */
  historyOf: (record: string) => string;
  /** Where people who came without being on the list are added. */
  place: { stream: string; session: string };
  /** Where everything known of somebody stands. */
  personHref: (participant: string) => string;
  /** The ways to other means than the list itself. */
  tools: ComponentChildren;
  /** Whose line is opened when the sheet is; undefined for nobody's. */
  first: string | undefined;
  notHeld: string | undefined;
  canMark: boolean;
  isWatching: boolean;
  /** Stands in place of the sheet while there is none; the screen around it stays the same one. */
  instead: ComponentChildren;
}

/** The sheet with everything that can be done on it. */
export function SheetScreen({
  frame,
  rows,
  save,
  historyOf,
  place,
  personHref,
  tools,
  first,
  notHeld,
  canMark,
  isWatching,
  instead,
}: SheetScreenProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const searched = useDeferred(searchText(typed));
  const [filter, setFilter] = useState<SheetFilter>('all');
  const [opened, setOpened] = useState<SheetPerson>();
  const kept = useRef(new Set<string>());
  const { edit, markAllPresent } = useSheetEdits(rows, save);

  const summary = useMemo(
    () => summariseSheet(rows.flatMap(row => (row.mark || row.isExpected ? [row.mark] : []))),
    [rows],
  );
  const inSight = useMemo(
    () => rowsInSight(rows, filter, searched, kept.current),
    [rows, filter, searched],
  );

  const onTap = useStable((person: SheetPerson) => {
    const row = rows.find(one => one.person.id === person.id);
    if (row?.mark) setOpened(person);
    else edit(person, { mark: { status: 'hadir' } });
  });
  const onMark = useStable((person: SheetPerson, mark: AttendanceMark | null) =>
    edit(person, { mark }),
  );
  const actions = useMemo(
    () => (canMark ? { onTap, onOpen: setOpened, onMark, onSettle: onMark } : undefined),
    [canMark, onTap, onMark],
  );

  function choose(next: SheetFilter) {
    kept.current = new Set();
    setFilter(next);
  }

  function search(text: string) {
    kept.current = new Set();
    setTyped(text);
  }

  // Whoever came to put one line right finds it open, once it is there.
  const hasOpened = useRef(false);
  useEffect(() => {
    const row = rows.find(({ person }) => person.entry.ids.some(id => id === first));
    if (hasOpened.current || !row || !canMark) return;
    hasOpened.current = true;
    setOpened(row.person);
  }, [rows, first, canMark]);

  const openedRow = opened && rows.find(row => row.person.id === opened.id);
  if (instead) return <Screen {...frame}>{instead}</Screen>;
  return (
    <Screen
      {...frame}
      bottom={
        <SheetBar
          summary={summary}
          filter={filter}
          onFilter={choose}
          onAllPresent={canMark ? markAllPresent : undefined}
          freshness={isWatching && <Freshness />}
        />
      }
    >
      {notHeld !== undefined && (
        <Banner kind="info" title={t('fasilitator.sheet.notHeld')}>
          {notHeld}
        </Banner>
      )}
      <div class={styles.search}>
        <SearchField
          label={t('fasilitator.sheet.search')}
          value={typed}
          onSearch={search}
          clearLabel={t('all.action.clear')}
        />
      </div>
      {actions && summary.recorded === 0 && (
        <p class={styles.hint}>{t('fasilitator.sheet.hint')}</p>
      )}
      {actions && <p class={`${styles.hint} ${styles.keys}`}>{t('fasilitator.sheet.keys')}</p>}
      <div class={styles.ways}>
        {tools}
        {actions && (
          <WalkIn
            {...place}
            rows={rows}
            searched={inSight.size === 0 ? typed : ''}
            onChoose={onTap}
            onAdded={() => search('')}
          />
        )}
      </div>
      <SheetList rows={rows} inSight={inSight} actions={actions} />
      {inSight.size === 0 && <p class={styles.hint}>{t('fasilitator.sheet.noneInSight')}</p>}
      {openedRow && (
        <StateSheet
          row={openedRow}
          personHref={personHref(openedRow.person.id)}
          historyHref={openedRow.record === undefined ? undefined : historyOf(openedRow.record)}
          onEdit={(change: MarkEdit) => edit(openedRow.person, change)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Screen>
  );
}

/** When what a coordinator sees was last known to be complete. */
function Freshness() {
  const { sync } = useServices();
  const { t, format } = useI18n();
  const { completedAt } = sync.status.value;
  if (completedAt === undefined) return null;
  return t('koordinator.sheet.updatedAt', { time: format.time(completedAt) });
}
