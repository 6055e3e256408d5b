import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { coordinates } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Declined } from './Declined.tsx';
import { OwnRefused } from './OwnRefused.tsx';
import { RefusedOfOthers } from './RefusedOfOthers.tsx';
import styles from './cards.module.css';

/** Work that home keeps apart: what, why, and what its author or a coordinator can do. Nothing of it is lost. */
export function AttentionScreen() {
  const { account } = useServices();
  const { t } = useI18n();
  const isCoordinator = coordinates(account.active.value);
  return (
    <Screen title={t('all.attention.title')} back={paths.home()}>
      <p class={styles.lead}>{t('all.attention.safe')}</p>
      <OwnRefused isAlone={!isCoordinator} />
      {isCoordinator && <RefusedOfOthers />}
      <Declined />
    </Screen>
  );
}
