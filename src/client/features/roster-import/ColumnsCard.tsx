import { cellLine } from '../../../domain/roster/cell.ts';
import { columns as allColumns, type Column } from '../../../domain/roster/column.ts';
import { columnsAt } from '../../../domain/roster/columns-at.ts';
import { guessByContent } from '../../../domain/roster/guess-by-content.ts';
import type { Layout } from '../../../domain/roster/guess-layout.ts';
import { isCountOfColumns } from '../../../domain/roster/is-count-of-columns.ts';
import type { SheetHead } from '../../../worker/roster-messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Card } from '../../ui/Card.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './ColumnsCard.module.css';

interface ColumnsCardProps {
  sheets: readonly SheetHead[];
  sheet: number;
  layout: Layout;
  onSheet: (sheet: number) => void;
  onLayout: (layout: Layout) => void;
}

/** So many people show what a column holds. */
const shownPeople = 6;
/** Headings are looked for no further down than this, as in guessing. */
const mostHeadings = 42;

/** The first rows of a list, and over each column what it is taken for, to be put right. */
export function ColumnsCard({ sheets, sheet, layout, onSheet, onLayout }: ColumnsCardProps) {
  const { t } = useI18n();
  const rows = sheets[sheet]?.rows ?? [];
  const { header, columns } = layout;
  const shown = rows
    .slice(header + 1)
    .filter(row => row.some(cell => cellLine(cell) !== '') && !isCountOfColumns(row.map(cellLine)))
    .slice(0, shownPeople);
  const heads = rows[header]?.map(cellLine) ?? [];
  const used = columns
    .map((column, at) => ({ column, at }))
    .filter(({ at }) => (heads[at] ?? '') !== '' || shown.some(row => cellLine(row[at]) !== ''));
  const options = allColumns.map(value => ({ value, label: t(`import.column.${value}`) }));

  /** What two columns cannot both be moves from one to the other. */
  function set(at: number, column: Column): void {
    const others = columns.map((other, place) => {
      if (place === at) return column;
      return other === column ? 'ignored' : other;
    });
    onLayout({ header, columns: others });
  }

  function setHeader(row: number): void {
    const found =
      row < 0
        ? guessByContent(rows, columns.length)
        : columnsAt((rows[row] ?? []).map(cellLine), undefined, columns.length);
    onLayout({ header: row, columns: found });
  }

  return (
    <Card title={t('import.columns.title')}>
      <Stack>
        <p>{t('import.columns.text')}</p>
        <div class={styles.where}>
          {sheets.length > 1 && (
            <SelectField
              label={t('import.columns.sheet')}
              options={sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
              value={String(sheet)}
              onChoose={chosen => onSheet(Number(chosen))}
            />
          )}
          <SelectField
            label={t('import.columns.header')}
            options={[
              { value: '-1', label: t('import.columns.noHeader') },
              ...rows.slice(0, mostHeadings).flatMap((row, at) => {
                const said = row.map(cellLine).filter(text => text !== '');
                if (said.length === 0) return [];
                const label = t('import.columns.headerRow', {
                  row: at + 1,
                  said: shorten(said.join(' · ')),
                });
                return [{ value: String(at), label }];
              }),
            ]}
            value={String(header)}
            onChoose={chosen => setHeader(Number(chosen))}
          />
        </div>
        {!columns.includes('name') && (
          <Banner kind="warning">{t('import.columns.nameMissing')}</Banner>
        )}
        <section class={styles.scroll} aria-label={t('import.columns.table')}>
          <table class={styles.table}>
            <thead>
              <tr>
                {used.map(({ column, at }) => (
                  <th key={at} scope="col" data-ignored={column === 'ignored'}>
                    <SelectField
                      label={t('import.columns.column', { head: heads[at] || letterOf(at) })}
                      labelHidden
                      options={options}
                      value={column}
                      onChoose={chosen => set(at, chosen)}
                    />
                    <span class={styles.head}>{heads[at] || letterOf(at)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, at) => (
                <tr key={at}>
                  {used.map(({ column, at: place }) => (
                    <td key={place} data-ignored={column === 'ignored'}>
                      {shorten(cellLine(row[place]))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Stack>
    </Card>
  );
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A column's name as a spreadsheet writes it. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
