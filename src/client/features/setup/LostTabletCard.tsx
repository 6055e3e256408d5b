import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { tabletIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import styles from './LostTabletCard.module.css';

const steps = ['find', 'look', 'revoke', 'invite', 'found'] as const;

/** What to do, in order, when a tablet or a phone is gone. */
export function LostTabletCard() {
  const { t } = useI18n();
  return (
    <Card title={t('setup.lost.title')}>
      <Stack>
        <ol class={styles.steps}>
          {steps.map(step => (
            <li key={step}>{t(`setup.lost.${step}`)}</li>
          ))}
        </ol>
        <ButtonLink href={paths.devices()} icon={tabletIcon} block>
          {t('setup.lost.devices')}
        </ButtonLink>
      </Stack>
    </Card>
  );
}
