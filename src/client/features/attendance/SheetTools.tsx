import { checklistId } from '../../../domain/checklists/checklist-id.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { cameraIcon, listIcon, penIcon, soundIcon } from '../../ui/icons.ts';
import styles from './SheetTools.module.css';

interface SheetToolsProps {
  training: string;
  session: string;
  /** False where the sheet is only read. */
  canMark: boolean;
  /** True for whoever may tick the session's checklist. */
  mayTick: boolean;
  /** True for whoever may change the timetable. */
  mayPlan: boolean;
}

/** What else can be done with a sheet than to go down its list. */
export function SheetTools({ training, session, canMark, mayTick, mayPlan }: SheetToolsProps) {
  const { t } = useI18n();
  if (!canMark && !mayTick && !mayPlan) return null;
  return (
    <nav class={styles.tools} aria-label={t('fasilitator.sheet.tools')}>
      {canMark && (
        <ButtonLink href={paths.rollCall(training, session)} icon={soundIcon}>
          {t('fasilitator.call.start')}
        </ButtonLink>
      )}
      {canMark && (
        <ButtonLink href={laterPaths.scan(training, session)} icon={cameraIcon}>
          {t('scan.screen.open')}
        </ButtonLink>
      )}
      {mayTick && (
        <ButtonLink
          href={laterPaths.checklist(training, checklistId('sesi', session))}
          icon={listIcon}
        >
          {t('checklist.list.ofSession')}
        </ButtonLink>
      )}
      {mayPlan && (
        <ButtonLink href={paths.sessionForm(training, session)} icon={penIcon}>
          {t('all.session.edit')}
        </ButtonLink>
      )}
    </nav>
  );
}
