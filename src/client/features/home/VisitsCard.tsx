import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, pinIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to visits of village libraries. */
export function VisitsCard() {
  const { t } = useI18n();
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={laterPaths.visits()}
          leading={<Icon shape={pinIcon} />}
          title={t('visit.list.title')}
          detail={t('visit.list.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
