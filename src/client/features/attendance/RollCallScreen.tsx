import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { attendanceStatuses, type AttendanceMark } from '../../../domain/records/attendance.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { markWords, toneOfStatus } from '../../parts/attendance-words.ts';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { backIcon, soundIcon, soundOffIcon } from '../../ui/icons.ts';
import { Mark } from '../../ui/Mark.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { readSheetKey } from './sheet-keys.ts';
import type { SheetPerson, SheetRow } from './sheet-rows.ts';
import { useRound } from './use-round.ts';
import { useSheet } from './use-sheet.ts';
import { useSheetEdits } from './use-sheet-edits.ts';
import styles from './RollCallScreen.module.css';

interface RollCallScreenProps {
  training: string;
  session: string;
}

/** Calls one person after another: the name very large, said aloud where the device can, and big answers. */
export function RollCallScreen({ training, session: id }: RollCallScreenProps) {
  const { account, updates, loadCaller } = useServices();
  const { t } = useI18n();
  const sheet = useSheet(training, id);
  const caller = useLoaded(loadCaller);
  const [isLoud, setIsLoud] = useState(true);
  const role = roleIn(account.active.value, trainingStream(training));
  const mayMark = role === 'fasilitator' && canWrite(role, 'attendance');

  useEffect(() => updates.holdBack(), [updates]);
  useEffect(() => caller?.keepAwake(), [caller]);
  useEffect(() => () => caller?.hush(), [caller]);

  function setLoud(loud: boolean) {
    setIsLoud(loud);
    if (!loud) caller?.hush();
  }

  return (
    <Screen
      title={t('fasilitator.call.title')}
      detail={sheet.session.title}
      back={paths.session(training, id)}
    >
      {!sheet.rows ? (
        <Skeleton label={t('fasilitator.sheet.loading')} rows={4} />
      ) : !mayMark || !sheet.isKnown || sheet.session.notHeld !== undefined ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('fasilitator.call.notHere')}
          action={
            <ButtonLink href={paths.session(training, id)}>{t('all.session.openSheet')}</ButtonLink>
          }
        />
      ) : (
        <Round
          rows={sheet.rows}
          save={sheet.save}
          sheetHref={paths.session(training, id)}
          call={name => (isLoud ? void caller?.call(name) : undefined)}
          isReady={caller !== undefined}
          sound={
            <IconButton
              icon={isLoud ? soundIcon : soundOffIcon}
              label={t(isLoud ? 'fasilitator.call.soundOff' : 'fasilitator.call.soundOn')}
              onPress={() => setLoud(!isLoud)}
            />
          }
        />
      )}
    </Screen>
  );
}

/** So soon after the last answer, ms, a finger on the same button still means the one before. */
const sameTapMs = 300;

interface RoundProps {
  rows: readonly SheetRow[];
  save: Parameters<typeof useSheetEdits>[1];
  sheetHref: string;
  call: (name: string) => void;
  /** True once names can be called. */
  isReady: boolean;
  /** Turns the calling off and on. */
  sound: ComponentChildren;
}

function Round({ rows, save, sheetHref, call, isReady, sound }: RoundProps) {
  const { t } = useI18n();
  const { edit } = useSheetEdits(rows, save, { isQuiet: true });
  const { current, left, last, goBack, goOn, skip } = useRound(rows);
  const name = current?.person.name;
  const lastTap = useRef<{ status: AttendanceMark['status']; at: number } | undefined>(undefined);

  useLayoutEffect(() => {
    if (isReady && name !== undefined) call(name);
  }, [isReady, current?.person.id]);

  function mark(person: SheetPerson, status: AttendanceMark['status']) {
    edit(person, { mark: { status } });
    goOn(person.id);
  }

  // A finger that bounces must not answer for the next, whom nobody has called yet.
  function tap(event: Event, person: SheetPerson, status: AttendanceMark['status']) {
    const last = lastTap.current;
    const at = event.timeStamp;
    if (last?.status === status && at - last.at < sameTapMs) return;
    lastTap.current = { status, at };
    mark(person, status);
  }

  useLayoutEffect(() => {
    function press(event: KeyboardEvent) {
      const key = readSheetKey(event);
      if (!current || key?.does !== 'mark') return;
      event.preventDefault();
      mark(current.person, key.status);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  const total = rows.filter(row => row.mark || row.isExpected).length;
  const progress = (
    <div class={styles.progress}>
      <ProgressBar
        label={t('fasilitator.sheet.recorded', { done: total - left, total })}
        detail={left === 0 ? t('all.session.complete') : t('all.session.missing', { n: left })}
        value={total - left}
        max={Math.max(1, total)}
      />
      {sound}
    </div>
  );
  if (!current) {
    return (
      <>
        {progress}
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('fasilitator.call.done')}
          action={
            <ButtonLink kind="primary" href={sheetHref}>
              {t('all.session.openSheet')}
            </ButtonLink>
          }
        >
          {t('fasilitator.call.doneText')}
        </EmptyState>
        {last && (
          <Button kind="quiet" icon={backIcon} onPress={goBack}>
            {t('fasilitator.call.earlier')}
          </Button>
        )}
      </>
    );
  }
  const { person, mark: recorded } = current;
  return (
    <>
      {progress}
      <div class={styles.person} aria-live="assertive" aria-atomic="true">
        <h2 class={styles.name} data-length={lengthOf(person.name)}>
          {person.name}
        </h2>
        <p class={styles.place}>{person.place}</p>
        {recorded && <p class={styles.place}>{markWords(t, recorded)}</p>}
      </div>
      <div class={styles.answers}>
        {attendanceStatuses.map(status => (
          <button
            key={status}
            type="button"
            class={styles.answer}
            data-status={status}
            aria-pressed={recorded?.status === status}
            onClick={event => tap(event, person, status)}
          >
            {status !== 'hadir' && (
              <Mark sign={t(`all.attendanceLetter.${status}`)} tone={toneOfStatus[status]} />
            )}
            <span>{t(`all.attendance.${status}`)}</span>
          </button>
        ))}
      </div>
      <output class={styles.last}>
        {last && `${last.person.name}: ${markWords(t, last.mark)}`}
      </output>
      <div class={styles.ways}>
        <Button kind="quiet" icon={backIcon} disabled={!last} onPress={goBack}>
          {t('fasilitator.call.earlier')}
        </Button>
        <Button kind="quiet" onPress={skip}>
          {t('fasilitator.call.skip')}
        </Button>
      </div>
    </>
  );
}

/** Long names are set smaller, so that a word is never cut. */
function lengthOf(name: string): 'short' | 'middle' | 'long' {
  const longest = Math.max(...name.split(/\s+/).map(word => word.length));
  if (name.length > 60 || longest > 16) return 'long';
  return name.length > 24 || longest > 11 ? 'middle' : 'short';
}
