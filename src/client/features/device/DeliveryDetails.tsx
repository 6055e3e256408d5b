import { useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { DeliveryFigures } from '../../parts/DeliveryFigures.tsx';
import { isUnderWay } from '../../parts/delivery-words.ts';
import { nameOfExport, saveFile } from '../../parts/save-file.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { downloadIcon, syncIcon } from '../../ui/icons.ts';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './stack.module.css';

/** How far the work of this device has come, and ways to move it. */
export function DeliveryDetails() {
  const { sync, device, now } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const [isExporting, setIsExporting] = useState(false);
  const status = sync.status.value;

  async function exportUnsent(): Promise<void> {
    setIsExporting(true);
    try {
      saveFile(await device.exportUnsent(), nameOfExport(device.id, now()));
      showToast({ text: t('all.device.exported') });
    } finally {
      setIsExporting(false);
    }
  }

  return (
    <Card title={t('all.sync.title')}>
      <div class={styles.stack}>
        <DeliveryFigures status={status} />
        <Button icon={syncIcon} busy={isUnderWay(status)} onPress={sync.syncNow} block>
          {t('all.action.synchronise')}
        </Button>
        <Button icon={downloadIcon} busy={isExporting} onPress={() => void exportUnsent()} block>
          {t('all.device.export')}
        </Button>
        {status.attention > 0 && (
          <ButtonLink href={paths.attention()} block>
            {t('all.sync.seeAttention')}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
