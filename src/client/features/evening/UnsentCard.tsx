import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { DeliveryFigures } from '../../parts/DeliveryFigures.tsx';
import {
  deliveryStateOf,
  deliveryWords,
  iconOfDelivery,
  toneOfDelivery,
} from '../../parts/delivery-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';

/** What of this device has not been delivered. Saved all the same: it says so. */
export function UnsentCard() {
  const { sync } = useServices();
  const { t } = useI18n();
  const status = sync.status.value;
  const state = deliveryStateOf(status);
  return (
    <Card
      title={t('fasilitator.evening.unsent')}
      trailing={
        <Badge tone={toneOfDelivery[state]} icon={iconOfDelivery[state]}>
          {deliveryWords(t, status)}
        </Badge>
      }
    >
      <DeliveryFigures status={status} />
    </Card>
  );
}
