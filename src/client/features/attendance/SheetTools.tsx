import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { penIcon, soundIcon } from '../../ui/icons.ts';
import styles from './SheetTools.module.css';

interface SheetToolsProps {
  training: string;
  session: string;
  /** False where the sheet is only read. */
  canMark: boolean;
  /** True for whoever may change the timetable. */
  mayPlan: boolean;
}

/** What else can be done with a sheet than to go down its list. */
export function SheetTools({ training, session, canMark, mayPlan }: SheetToolsProps) {
  const { t } = useI18n();
  if (!canMark && !mayPlan) return null;
  return (
    <nav class={styles.tools} aria-label={t('fasilitator.sheet.tools')}>
      {canMark && (
        <ButtonLink href={paths.rollCall(training, session)} icon={soundIcon}>
          {t('fasilitator.call.start')}
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
