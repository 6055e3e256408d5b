import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { attendanceStatuses, type AttendanceMark } from '../../../domain/records/attendance.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { markWords } from '../../parts/attendance-words.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, historyIcon, personIcon, undoIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { NumberStepper } from '../../ui/NumberStepper.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isSameMark, type MarkEdit, type SheetRow } from './sheet-rows.ts';
import { useLateSaving } from '../../parts/use-late-saving.ts';
import styles from './StateSheet.module.css';

interface StateSheetProps {
  row: SheetRow;
  /** Where everything known of the person stands. */
  personHref: string;
  /** Where everything ever written of the line stands; undefined where nothing was. */
  historyHref: string | undefined;
  onEdit: (edit: MarkEdit) => void;
  onClose: () => void;
}

/** How one person attended: all states at a tap, minutes and a note where they are wanted. */
export function StateSheet({ row, personHref, historyHref, onEdit, onClose }: StateSheetProps) {
  const { person, mark, note, delivery } = row;
  const { t } = useI18n();
  // Minutes still resting must not bring back a state that was left meanwhile.
  const wanted = useRef(mark?.status);

  function choose(status: AttendanceMark['status']) {
    wanted.current = status;
    // Whoever is late keeps the sheet open: the minutes come next.
    if (status !== mark?.status) onEdit({ mark: { status } });
    if (status !== 'terlambat') onClose();
  }

  function clear() {
    wanted.current = undefined;
    onEdit({ mark: null });
    onClose();
  }

  function setLate(late: AttendanceMark) {
    if (wanted.current === 'terlambat' && !isSameMark(late, mark)) onEdit({ mark: late });
  }

  return (
    <Sheet
      title={person.name}
      detail={person.place || markWords(t, mark)}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('all.action.done')}
        </Button>
      }
    >
      {delivery === 'attention' && (
        <Banner
          kind="warning"
          actions={<ButtonLink href={paths.attention()}>{t('all.sync.seeAttention')}</ButtonLink>}
        >
          <p>{t('fasilitator.sheet.refused')}</p>
        </Banner>
      )}
      <div class={styles.states}>
        <List label={t('all.word.attendance')}>
          {attendanceStatuses.map(status => (
            <ListRow
              key={status}
              title={t(`all.attendance.${status}`)}
              leading={<StatusMark status={status} />}
              trailing={mark?.status === status && <Chosen />}
              current={mark?.status === status}
              onPress={() => choose(status)}
            />
          ))}
        </List>
      </div>
      {mark?.status === 'terlambat' && <Minutes minutes={mark.minutes} onSet={setLate} />}
      <Note note={note} onEdit={onEdit} />
      {mark && (
        <Button kind="quiet" icon={undoIcon} onPress={clear}>
          {t('fasilitator.sheet.clear')}
        </Button>
      )}
      <ButtonLink href={personHref} kind="quiet" icon={personIcon}>
        {t('people.page.open')}
      </ButtonLink>
      {historyHref !== undefined && (
        <ButtonLink href={historyHref} kind="quiet" icon={historyIcon}>
          {t('all.history.open')}
        </ButtonLink>
      )}
    </Sheet>
  );
}

function Chosen() {
  const { t } = useI18n();
  return (
    <>
      <Icon shape={checkIcon} />
      {t('all.word.chosen')}
    </>
  );
}

interface MinutesProps {
  minutes: number | undefined;
  onSet: (late: AttendanceMark) => void;
}

function Minutes({ minutes, onSet }: MinutesProps) {
  const { t } = useI18n();
  const [shown, setShown] = useState(minutes ?? null);
  const saveLater = useLateSaving((value: number | null) =>
    onSet(value === null ? { status: 'terlambat' } : { status: 'terlambat', minutes: value }),
  );

  // The question comes up where the thumb is, not below the edge.
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);

  function change(value: number | null) {
    setShown(value);
    saveLater(value);
  }

  return (
    <div ref={place}>
      <NumberStepper
        label={t('fasilitator.sheet.minutesLate')}
        value={shown}
        onChange={change}
        min={1}
        max={600}
        step={5}
        unit={t('all.word.minutes')}
        decreaseLabel={t('all.action.decrease')}
        increaseLabel={t('all.action.increase')}
      />
    </div>
  );
}

function Note({ note, onEdit }: { note: string; onEdit: StateSheetProps['onEdit'] }) {
  const { t } = useI18n();
  const [text, setText] = useState(note);
  const saveLater = useLateSaving((value: string) => {
    const tidy = value.trim();
    if (tidy !== note) onEdit({ note: tidy === '' ? null : tidy });
  });

  function type(value: string) {
    setText(value);
    saveLater(value);
  }

  return (
    <TextField
      label={t('all.word.note')}
      hint={t('fasilitator.sheet.noteHint')}
      value={text}
      onType={type}
      lines={2}
      maxLength={500}
      autoCapitalize="sentences"
    />
  );
}
