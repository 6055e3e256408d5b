import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, tabletIcon, warningIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The ways to what a coordinator watches over. */
export function CoordinatorCard() {
  const { t } = useI18n();
  return (
    <Card padding="flush" title={t('koordinator.home.title')}>
      <List>
        <ListRow
          href={paths.devices()}
          leading={<Icon shape={tabletIcon} />}
          title={t('koordinator.devices.title')}
          detail={t('koordinator.home.devicesText')}
          trailing={<Icon shape={chevronIcon} />}
        />
        <ListRow
          href={paths.attention()}
          leading={<Icon shape={warningIcon} />}
          title={t('all.attention.title')}
          detail={t('koordinator.home.attentionText')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
