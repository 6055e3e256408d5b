import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { syncIcon } from '../../ui/icons.ts';
import { DeliveryFigures } from '../../parts/DeliveryFigures.tsx';
import {
  deliveryStateOf,
  deliveryWords,
  iconOfDelivery,
  isUnderWay,
  toneOfDelivery,
} from '../../parts/delivery-words.ts';
import styles from './DeliveryCard.module.css';

/** What is saved here, what is under way, what is home; and the button that tries at once. */
export function DeliveryCard() {
  const { sync } = useServices();
  const { t } = useI18n();
  const status = sync.status.value;
  const state = deliveryStateOf(status);
  return (
    <Card
      title={t('all.sync.title')}
      trailing={
        <Badge tone={toneOfDelivery[state]} icon={iconOfDelivery[state]}>
          {deliveryWords(t, status)}
        </Badge>
      }
    >
      <div class={styles.content}>
        <DeliveryFigures status={status} />
        <Button icon={syncIcon} busy={isUnderWay(status)} onPress={sync.syncNow} block>
          {t('all.action.synchronise')}
        </Button>
      </div>
    </Card>
  );
}
