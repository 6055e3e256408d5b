import type { MessageKey } from '../../i18n/messages-id.ts';
import type { Translate } from '../../i18n/translate.ts';
import { Icon } from '../../ui/Icon.tsx';
import {
  clockIcon,
  cloudDoneIcon,
  cloudWaitingIcon,
  warningIcon,
  type IconShape,
} from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { SheetRow } from './sheet-rows.ts';
import styles from './DeliveryMark.module.css';

type Step = NonNullable<SheetRow['delivery']>;

const looks = {
  saving: { icon: clockIcon, words: 'fasilitator.sheet.saving' },
  waiting: { icon: cloudWaitingIcon, words: 'all.sync.saved' },
  home: { icon: cloudDoneIcon, words: 'all.sync.sent' },
  attention: { icon: warningIcon, words: 'all.sync.attention' },
} as const satisfies Record<Step, { icon: IconShape; words: MessageKey }>;

/** How far one line has come, small and quiet: being saved, on this device, home, or needing attention. */
export function DeliveryMark({ delivery, t }: { delivery: Step; t: Translate }) {
  const { icon, words } = looks[delivery];
  return (
    <span class={styles.mark} data-delivery={delivery} title={t(words)}>
      <Icon shape={icon} size="small" />
      <VisuallyHidden>{t(words)}</VisuallyHidden>
    </span>
  );
}
