import { Component } from 'preact';
import type { Translate } from '../../i18n/translate.ts';
import { AttendanceRow, type RowActions } from './AttendanceRow.tsx';
import type { SheetBlock } from './sheet-blocks.ts';
import styles from './SheetList.module.css';

interface BlockOfRowsProps {
  block: SheetBlock;
  /** Left out where one only reads. */
  actions: RowActions | undefined;
  t: Translate;
}

/** A few rows of the sheet. Drawn again only when one of them changes; out of sight it costs nothing. */
export class BlockOfRows extends Component<BlockOfRowsProps> {
  override shouldComponentUpdate({ block, actions, t }: BlockOfRowsProps): boolean {
    return block !== this.props.block || actions !== this.props.actions || t !== this.props.t;
  }

  override render({ block: { rows, isShown }, actions, t }: BlockOfRowsProps) {
    const count = isShown.filter(Boolean).length;
    return (
      <ul class={styles.block} style={{ '--rows': count }} hidden={count === 0}>
        {rows.map((row, at) => (
          <li key={row.person.id} class={styles.row} data-row={row.person.id} hidden={!isShown[at]}>
            <AttendanceRow row={row} actions={actions} t={t} />
          </li>
        ))}
      </ul>
    );
  }
}
