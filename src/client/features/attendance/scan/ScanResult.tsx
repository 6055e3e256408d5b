import type { AttendanceMark } from '../../../../domain/records/attendance.ts';
import { useI18n } from '../../../i18n/use-i18n.tsx';
import { markWords } from '../../../parts/attendance-words.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon, undoIcon, warningIcon } from '../../../ui/icons.ts';
import type { JudgedBadge } from './judge-badge.ts';
import styles from './ScanResult.module.css';

/** Somebody of the roster was seen. */
export interface SeenPerson {
  is: 'person';
  person: string;
  /** `marked` now, recorded `already`, recorded as something `other`, or recorded differently by two. */
  why: 'marked' | 'already' | 'other' | 'disputed';
  before: AttendanceMark | null;
  /** When that was recorded, ms. */
  since: number | undefined;
}

/** What the camera saw last. */
export type Seen = SeenPerson | Exclude<JudgedBadge, { is: 'person' }>;

interface ScanResultProps {
  seen: Seen | undefined;
  /** The line of the person seen, as it stands now. */
  row:
    | {
        person: { name: string; place: string };
        mark: AttendanceMark | null;
        delivery: string | undefined;
      }
    | undefined;
  /** Where that line is put right. */
  sheetPath: string;
  onUndo: () => void;
  onPresent: () => void;
}

/** Whom or what the camera saw, very large, and what can be done about it. Read out at once. */
export function ScanResult({ seen, row, ...actions }: ScanResultProps) {
  return (
    <div class={styles.result} aria-live="assertive" data-kind={kindOf(seen, row)}>
      {seen?.is !== 'person' ? (
        <OfBadge seen={seen} />
      ) : (
        row && <OfPerson seen={seen} row={row} {...actions} />
      )}
    </div>
  );
}

function kindOf(seen: Seen | undefined, row: ScanResultProps['row']): 'none' | 'good' | 'look' {
  if (!seen) return 'none';
  if (seen.is !== 'person') return 'look';
  return row?.mark && (seen.why === 'already' || seen.why === 'marked') ? 'good' : 'look';
}

function OfBadge({ seen }: { seen: Exclude<Seen, SeenPerson> | undefined }) {
  const { t } = useI18n();
  if (!seen) return <p>{t('scan.result.none')}</p>;
  const name = 'name' in seen ? (seen.name ?? t('all.person.unnamed')) : '';
  return (
    <>
      <p class={styles.name}>
        <Icon shape={warningIcon} />
        {t(`scan.badge.${seen.is}`, { name })}
      </p>
      <p>{t(`scan.badge.${seen.is}Text`)}</p>
    </>
  );
}

type OfPersonProps = Omit<ScanResultProps, 'seen' | 'row'> & {
  seen: SeenPerson;
  row: NonNullable<ScanResultProps['row']>;
};

function OfPerson({ seen, row, sheetPath, onUndo, onPresent }: OfPersonProps) {
  const { t, format } = useI18n();
  const { mark, person, delivery } = row;
  const { why, since } = seen;
  const isOther = why === 'other' && mark?.status === seen.before?.status;

  function state(): string {
    if (why === 'disputed') return t('scan.result.disputed');
    if (why === 'already' && mark) {
      const time = since === undefined ? '' : format.time(since);
      return t('scan.result.already', { mark: markWords(t, mark), time });
    }
    return isOther ? t('scan.result.other', { mark: markWords(t, mark) }) : markWords(t, mark);
  }

  return (
    <>
      <p class={styles.name}>{person.name}</p>
      {person.place !== '' && <p>{person.place}</p>}
      <p class={styles.state}>
        <StatusMark status={mark?.status ?? 'none'} />
        <span>{state()}</span>
        {why === 'marked' && mark && delivery !== 'saving' && <Saved />}
      </p>
      <div class={styles.actions}>
        {why === 'marked' && mark && (
          <Button icon={undoIcon} onPress={onUndo}>
            {t('all.action.undo')}
          </Button>
        )}
        {isOther && <Button onPress={onPresent}>{t('scan.result.makePresent')}</Button>}
        <ButtonLink href={sheetPath} kind="quiet">
          {t('scan.result.open')}
        </ButtonLink>
      </div>
    </>
  );
}

function Saved() {
  const { t } = useI18n();
  return (
    <span class={styles.saved}>
      <Icon shape={checkIcon} size="small" />
      {t('scan.result.saved')}
    </span>
  );
}
