import { Component } from 'preact';
import type { Translate } from '../../i18n/translate.ts';
import { AttendanceRow, type RowActions } from './AttendanceRow.tsx';
import type { SheetRow } from './sheet-rows.ts';
import styles from './SheetList.module.css';

interface SheetBlockProps {
  rows: readonly SheetRow[];
  inSight: ReadonlySet<string>;
  actions: RowActions | undefined;
  t: Translate;
}

/** A few rows of the sheet. Drawn again only when one of them changes; out of sight it costs nothing. */
export class SheetBlock extends Component<SheetBlockProps> {
  override shouldComponentUpdate({ rows, inSight, actions, t }: SheetBlockProps): boolean {
    const shown = this.props;
    return (
      actions !== shown.actions ||
      t !== shown.t ||
      rows.length !== shown.rows.length ||
      rows.some((row, at) => row !== shown.rows[at]) ||
      (inSight !== shown.inSight &&
        rows.some(({ person: { id } }) => inSight.has(id) !== shown.inSight.has(id)))
    );
  }

  override render({ rows, inSight, actions, t }: SheetBlockProps) {
    const count = rows.filter(({ person }) => inSight.has(person.id)).length;
    return (
      <ul class={styles.block} style={{ '--rows': count }} hidden={count === 0}>
        {rows.map(row => (
          <li key={row.person.id} class={styles.row} hidden={!inSight.has(row.person.id)}>
            <AttendanceRow row={row} actions={actions} t={t} />
          </li>
        ))}
      </ul>
    );
  }
}
