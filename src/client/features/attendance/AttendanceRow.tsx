import { Component } from 'preact';
import type { AttendanceMark } from '../../../domain/records/attendance.ts';
import type { Translate } from '../../i18n/translate.ts';
import { markWords, toneOfStatus } from '../../parts/attendance-words.ts';
import { DifferenceLine } from '../../parts/DifferenceLine.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { moreIcon } from '../../ui/icons.ts';
import { Mark } from '../../ui/Mark.tsx';
import { DeliveryMark } from './DeliveryMark.tsx';
import type { SheetPerson, SheetRow } from './sheet-rows.ts';
import styles from './AttendanceRow.module.css';

/** What can be done with a row; each stays the same function as long as the sheet is open. */
export interface RowActions {
  onTap: (person: SheetPerson) => void;
  onOpen: (person: SheetPerson) => void;
  onMark: (person: SheetPerson, mark: AttendanceMark | null) => void;
  onSettle: (person: SheetPerson, mark: AttendanceMark | null) => void;
}

interface AttendanceRowProps {
  row: SheetRow;
  /** Left out where one only reads. */
  actions: RowActions | undefined;
  /** Handed down rather than asked for: a sheet has hundreds of rows. */
  t: Translate;
}

/** One person on the sheet. Drawn again only when the line itself changes. */
export class AttendanceRow extends Component<AttendanceRowProps> {
  override shouldComponentUpdate({ row, actions, t }: AttendanceRowProps): boolean {
    return row !== this.props.row || actions !== this.props.actions || t !== this.props.t;
  }

  override render({ row, actions, t }: AttendanceRowProps) {
    const { person, differences } = row;
    return (
      <>
        <div class={styles.row}>
          {actions ? (
            <button class={styles.target} type="button" onClick={() => actions.onTap(person)}>
              {faceOf(row, t)}
            </button>
          ) : (
            <div class={styles.target}>{faceOf(row, t)}</div>
          )}
          {actions && (
            <IconButton
              icon={moreIcon}
              label={`${t('fasilitator.sheet.otherStates')}: ${person.name}`}
              onPress={() => actions.onOpen(person)}
            />
          )}
        </div>
        {differences.length > 0 && (
          <DifferenceLine
            name={person.name}
            differences={differences}
            onSettle={actions && (settled => actions.onSettle(person, settled))}
          />
        )}
      </>
    );
  }
}

function faceOf({ person, mark, isExpected, note, delivery }: SheetRow, t: Translate) {
  const status = mark?.status ?? 'none';
  return (
    <>
      <Mark sign={t(`all.attendanceLetter.${status}`)} tone={toneOfStatus[status]} />
      <span class={styles.words}>
        <span class={styles.name}>{person.name}</span>
        <span class={styles.state} data-status={status}>
          {mark || isExpected ? markWords(t, mark) : t('fasilitator.sheet.notYetHere')}
          {delivery && <DeliveryMark delivery={delivery} t={t} />}
        </span>
        {person.place && <span class={styles.place}>{person.place}</span>}
        {note && <span class={styles.note}>{note}</span>}
      </span>
    </>
  );
}
