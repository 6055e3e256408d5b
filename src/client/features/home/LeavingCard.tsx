import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { boatIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to the check before leaving. */
export function LeavingCard() {
  const { t } = useI18n();
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={paths.leaving()}
          leading={<Icon shape={boatIcon} />}
          title={t('fasilitator.leaving.home')}
          detail={t('fasilitator.leaving.homeText')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
