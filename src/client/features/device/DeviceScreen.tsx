import { useI18n } from '../../i18n/use-i18n.tsx';
import { CallNotice } from '../../parts/CallNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { undoIcon } from '../../ui/icons.ts';
import { DeliveryDetails } from './DeliveryDetails.tsx';
import { DeviceFacts } from './DeviceFacts.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { ReceiptsCard } from './ReceiptsCard.tsx';
import { SettingsCard } from './SettingsCard.tsx';

/** This device: who is at it, how it shows things, and how safe the work on it is. */
export function DeviceScreen() {
  const { t } = useI18n();
  return (
    <Screen title={t('all.device.title')} back={paths.home()}>
      <CallNotice />
      <PeopleCard />
      <SettingsCard />
      <DeliveryDetails />
      <ReceiptsCard />
      <ButtonLink href={paths.changes()} icon={undoIcon} block>
        {t('all.changes.open')}
      </ButtonLink>
      <DeviceFacts />
    </Screen>
  );
}
