import { useState } from 'preact/hooks';
import type { SyncStatus } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Icon } from '../ui/Icon.tsx';
import { syncIcon } from '../ui/icons.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { DeliveryFigures } from './DeliveryFigures.tsx';
import { deliveryStateOf, deliveryWords, iconOfDelivery, isUnderWay } from './delivery-words.ts';
import styles from './DeliveryStatus.module.css';

interface DeliveryStatusProps {
  status: SyncStatus;
  onSync: () => void;
  /** Where refused work is listed. */
  attentionHref: string;
}

/** Always in sight: how much on this device is not yet sent. Opens the details. */
export function DeliveryStatus({ status, onSync, attentionHref }: DeliveryStatusProps) {
  const { t } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  const state = deliveryStateOf(status);
  return (
    <>
      <button
        class={styles.chip}
        type="button"
        data-state={state}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <Icon shape={iconOfDelivery[state]} size="small" />
        <span>{deliveryWords(t, status)}</span>
      </button>
      {isOpen && (
        <Sheet
          title={t('all.sync.title')}
          detail={deliveryWords(t, status)}
          closeLabel={t('all.action.close')}
          onClose={() => setIsOpen(false)}
          actions={
            <>
              <Button
                kind="primary"
                icon={syncIcon}
                busy={isUnderWay(status)}
                block
                onPress={onSync}
              >
                {t('all.action.synchronise')}
              </Button>
              {status.attention > 0 && (
                <ButtonLink href={attentionHref} block>
                  {t('all.sync.seeAttention')}
                </ButtonLink>
              )}
            </>
          }
        >
          <DeliveryFigures status={status} />
        </Sheet>
      )}
    </>
  );
}
