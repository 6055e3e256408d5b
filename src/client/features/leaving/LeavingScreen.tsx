import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, syncIcon, warningIcon } from '../../ui/icons.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CheckLine } from './CheckLine.tsx';
import { leavingChecks, type LeavingCheck } from './check-leaving.ts';
import { checkWords } from './check-words.ts';
import { useLeaving } from './use-leaving.ts';
import styles from './LeavingScreen.module.css';

/** Whether this device is ready for days without a signal: green or red, and what to do about the red. */
export function LeavingScreen() {
  const { t, format } = useI18n();
  const { leaving, checkAgain } = useLeaving();
  return (
    <Screen
      title={t('fasilitator.leaving.title')}
      detail={leaving?.overview?.training.name}
      back={paths.home()}
    >
      {!leaving ? (
        <Skeleton label={t('fasilitator.leaving.checking')} rows={6} />
      ) : (
        <>
          <section class={styles.head} data-ready={leaving.open.length === 0} aria-live="polite">
            <div class={styles.sentence}>
              <Icon shape={leaving.open.length === 0 ? checkIcon : warningIcon} />
              <h2>
                {leaving.open.length === 0
                  ? t('fasilitator.leaving.ready')
                  : t('fasilitator.leaving.open', { n: leaving.open.length })}
              </h2>
            </div>
            <p>
              {t(
                leaving.open.length === 0
                  ? 'fasilitator.leaving.readyText'
                  : 'fasilitator.leaving.openText',
              )}{' '}
              {t('fasilitator.leaving.savedAt', { time: format.time(leaving.at) })}
            </p>
          </section>
          <ul class={styles.list}>
            {openFirst(leaving.open).map(check => (
              <CheckLine
                key={check}
                state={leaving.results[check]}
                words={checkWords({ t, format }, check, leaving)}
                cure={leaving.results[check] === 'open' && <Cure check={check} />}
              />
            ))}
          </ul>
          <Button icon={syncIcon} block onPress={checkAgain}>
            {t('fasilitator.leaving.again')}
          </Button>
        </>
      )}
    </Screen>
  );
}

/** What is to be done stands before what is in order. */
function openFirst(open: readonly LeavingCheck[]): LeavingCheck[] {
  return [...open, ...leavingChecks.filter(check => !open.includes(check))];
}

/** The button that puts a thing right, where there is one. */
function Cure({ check }: { check: LeavingCheck }) {
  const { device, updates, sync } = useServices();
  const { t } = useI18n();
  if (check === 'storage')
    return <Button onPress={() => void device.askToKeep()}>{t('all.device.askToKeep')}</Button>;
  if (check === 'version' && updates.isReady.value)
    return <Button onPress={() => void updates.apply()}>{t('all.update.apply')}</Button>;
  if (check === 'sync' || check === 'roster')
    return <Button onPress={sync.syncNow}>{t('all.action.synchronise')}</Button>;
  if (check === 'signIn')
    return <ButtonLink href={paths.enrol()}>{t('all.leaving.enterCode')}</ButtonLink>;
  return null;
}
